import type { OrganisationId, ReasonId } from '#contract/ids.ts'
import type { SeenPages, SendAsVisitor } from '#contract/visitors.ts'
import type { Actor, VisitorCaller } from '#server/domains/callers.ts'
import type { Channel } from '#server/domains/channels/index.ts'
import type { Conversation } from '#server/domains/conversations/conversation.ts'
import { hearVisitor } from '#server/domains/conversations/hear-visitor.ts'
import { markReadByVisitor } from '#server/domains/conversations/mark-read.ts'
import { rateConversation } from '#server/domains/conversations/rating/rate-conversation.ts'
import { visitorSending } from '#server/domains/files/sender.ts'
import { findOrMakeVisitor, nameVisitor } from '#server/domains/visitors/index.ts'
import type { Platform } from '#server/platform/platform.ts'
import { hashToken, newToken } from '#server/platform/secrets.ts'
import { shopTitle } from '#server/shop/index.ts'
import { actAsAgent, newClientMessageId, type Standing } from './act-as-agent.ts'
import { answerQuestions, whileThere } from './answer-questions.ts'
import type { ReasonKey } from './appointments/reasons.ts'
import { type CastKey, type ShopKey, site } from './cast.ts'
import type { PlannedTalk } from './plan-talks.ts'
import { sendPapers } from './send-papers.ts'

export type Needs = Pick<Platform, 'database' | 'events' | 'clock' | 'ids'>

/** Who and what the talks are held with, once it is in the database. */
export interface Stage {
  organisationId: OrganisationId
  actors: Record<CastKey, Actor>
  channels: Record<ShopKey, Channel>
  /** Null before there is anything to book. */
  reasons: Record<ReasonKey, ReasonId> | null
}

/** Holds a talk for good: every step through the use case that a click would call, at its own time. */
export async function playTalk(talk: PlannedTalk, stage: Stage, needs: Needs): Promise<Conversation> {
  const visitor = await arrive(talk, stage, needs)
  const pageOf = (path: string) => ({ url: `https://${site}${path}`, title: shopTitle(path, talk.language) })
  const page = pageOf(talk.path)
  let standing: Standing | undefined
  for (const step of talk.steps) {
    const then = { ...needs, clock: { now: () => new Date(step.at) } }
    if (step.act === 'answer') {
      const answer = () => answerQuestions(visitor, step, { talk, page }, then)
      const conversation = await (step.with ? whileThere(stage.actors[step.with], answer, needs) : answer())
      standing = { conversation, words: null }
    } else if (step.act === 'hear') {
      const sent = { organisationId: stage.organisationId, senderOf: visitorSending(visitor) }
      const fileIds = await sendPapers(sent, step.papers ?? [], then)
      const seen = standing ? null : wayTo(talk, pageOf, step.at)
      const { language: locale, spoken: language } = talk
      const conversation = await hear({ text: step.text, fileIds, locale, language, page, seen }, visitor, then)
      standing = { conversation, words: standing?.words ?? null }
    } else if (!standing) throw new Error('a talk begins with its visitor')
    else if (step.act === 'visitor-reads') await markReadByVisitor(visitor, standing.conversation.lastSeq, then)
    else if (step.act === 'rate') {
      const { score, word } = step
      const closingSeq = standing.conversation.closing?.seq ?? 0
      await rateConversation(visitor, { closingSeq, score, word, version: 0 }, then)
    } else standing = await actAsAgent(step, standing, stage, then)
  }
  if (!standing) throw new Error('a talk has words')
  return standing.conversation
}

/** How they came to the page they begin on: by the shop's door, and past its departments. */
function wayTo(talk: PlannedTalk, pageOf: (path: string) => { url: string; title: string }, at: number): SeenPages {
  const [, department = ''] = talk.path.split('/')
  const paths = [...new Set(['/', `/${department}`, talk.path])]
  const now = Math.floor(at)
  return { now, pages: paths.map((path, index) => ({ ...pageOf(path), at: now - (paths.length - index) * 70_000 })) }
}

/** The visitor with the name their site would have given, before their first word. Nobody holds the secret made here. */
async function arrive(talk: PlannedTalk, stage: Stage, { database, ids }: Needs): Promise<VisitorCaller> {
  const channel = stage.channels[talk.shop]
  const tokenHash = hashToken(newToken())
  await database.transaction(stage.organisationId, async (tx) => {
    const now = new Date(talk.steps[0]?.at ?? 0)
    const first = { id: ids.visitor(), channelId: channel.id, tokenHash, locale: talk.language, now }
    const { id } = await findOrMakeVisitor(tx, first)
    await nameVisitor(tx, id, talk.visitor)
  })
  return visitorOn(channel, tokenHash, stage)
}

/** A browser on a channel's site, which asks nothing first. */
export const visitorOn = (
  { id, subAccountId }: Channel,
  tokenHash: Buffer,
  { organisationId }: Pick<Stage, 'organisationId'>,
): VisitorCaller => ({
  organisationId,
  channelId: id,
  subAccountId,
  questionnaireId: null,
  tokenHash,
  mayWrite: true,
  asksRating: true,
  limitKey: 'demo',
})

async function hear(words: SendAsVisitor, visitor: VisitorCaller, needs: Needs): Promise<Conversation> {
  // Nothing was asked before them.
  const leadFirst = async () => null
  const said = await hearVisitor(visitor, { ...words, clientMessageId: newClientMessageId() }, { ...needs, leadFirst })
  return said.conversation
}
