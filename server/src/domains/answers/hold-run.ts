import { begin } from '#contract/flow/walk.ts'
import type { QuestionnaireId } from '#contract/ids.ts'
import type { Locale } from '#contract/vocabulary.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { VisitorCaller } from '../callers.ts'
import { type Channel, findChannel, holdPlace, spoken } from '../channels/index.ts'
import { findByVisitor } from '../conversations/index.ts'
import { latestVersion } from '../questionnaires/index.ts'
import { findOrMakeVisitor, type Visitor } from '../visitors/index.ts'
import { type Outlook, type OutlookNeeds, readOutlook } from './outlook.ts'
import type { Run } from './run.ts'
import { insertRun, lockRun } from './store.ts'

export type AnswerNeeds = Pick<Platform, 'database' | 'events' | 'clock' | 'ids'> & OutlookNeeds
export type RunNeeds = Pick<AnswerNeeds, 'ids' | 'reasonsToBook'>

/** How a visitor reads. */
export interface Reading {
  locale: Locale
  language?: string | undefined
}

/** A visitor's run, held until the commit, with what decides its ways now. */
export interface HeldRun {
  channel: Channel
  visitor: Visitor
  run: Run
  outlook: Outlook
}

/**
 * The run that a visitor acts in; made from what their channel publishes if there is none. Channel, visitor and run are locked in this
 * order, as by a visitor's first words.
 *
 * @refuses request.not-found | channels.paused | answers.moved-on
 */
export async function holdRun(
  tx: OrganisationTransaction,
  caller: VisitorCaller,
  reading: Reading,
  needs: AnswerNeeds,
): Promise<HeldRun> {
  const { clock, ids } = needs
  const { channelId, tokenHash } = caller
  const place = await holdPlace(tx, channelId)
  const channel = place && (await findChannel(tx, channelId))
  if (!channel) throw refusal('request.not-found')
  if (channel.state !== 'running') throw refusal('channels.paused')
  const now = clock.now()
  const { locale, language = locale } = reading
  const visitor = await findOrMakeVisitor(tx, { id: ids.visitor(), channelId, tokenHash, locale, now })
  const spot = { channel, language: spoken(channel, language), now }
  const run = (await lockRun(tx, visitor.id)) ?? (await makeRun(tx, visitor, spot, needs))
  // Nothing is asked here any more, or words came first.
  if (!run || (run.conversationId === null && (await findByVisitor(tx, visitor.id)))) throw refusal('answers.moved-on')
  return { channel, visitor, run, outlook: await outlookOf(tx, run, spot, needs) }
}

/** Where a visitor stands, and when. */
export interface Spot {
  channel: Channel
  /** As the channel speaks it. */
  language: string
  now: Date
}

export const outlookOf = (
  tx: OrganisationTransaction,
  { questionnaireId, flow }: Pick<Run, 'questionnaireId' | 'flow'>,
  { channel, language, now }: Spot,
  needs: OutlookNeeds,
): Promise<Outlook> => readOutlook(tx, { channel, questionnaireId, flow, language, now }, needs)

/** How a run would begin with what the channel publishes now; undefined: it publishes nothing. */
export async function newRun(
  tx: OrganisationTransaction,
  visitor: Pick<Visitor, 'id'>,
  spot: Spot,
  needs: RunNeeds,
): Promise<Run | undefined> {
  const version = await publishedFor(tx, spot.channel.questionnaireId)
  if (!version) return undefined
  const outlook = await outlookOf(tx, version, spot, needs)
  return {
    id: needs.ids.run(),
    visitorId: visitor.id,
    questionnaireId: version.questionnaireId,
    versionNumber: version.number,
    flow: version.flow,
    revision: 0,
    progress: begin(version.flow, outlook),
    conversationId: null,
  }
}

const publishedFor = async (tx: OrganisationTransaction, id: QuestionnaireId | null) =>
  id === null ? undefined : latestVersion(tx, id)

/** The run just begun, or the one that another tab has just begun. */
export async function makeRun(
  tx: OrganisationTransaction,
  visitor: Visitor,
  spot: Spot,
  needs: RunNeeds,
): Promise<Run | undefined> {
  const run = await newRun(tx, visitor, spot, needs)
  if (!run) return undefined
  return (await insertRun(tx, run, spot.now)) ? run : lockRun(tx, visitor.id)
}
