import type { EndStep, Flow } from '#contract/flow/flow.ts'
import type { Facts } from '#contract/flow/walk.ts'
import type { QuestionnaireId, SubAccountId } from '#contract/ids.ts'
import { openingOf } from '#contract/opening.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Channel } from '../channels/index.ts'
import { readTakers, type Taker, whyNotNow } from '../conversations/index.ts'
import { findQuestionnaire, type ReasonsToBook } from '../questionnaires/index.ts'
import { listSubAccounts } from '../sub-accounts/index.ts'

/** What an end to an agent begins. */
export interface Destination {
  subAccountId: SubAccountId
  language: string
  /** Null: in another sub-account than the questionnaire's own nobody advises for it; there it is for everybody. */
  questionnaireId: QuestionnaireId | null
}

/** What parts the ways of a flow now, for one visitor. */
export interface Outlook extends Facts {
  /** Where an end leads: the first of its languages in which somebody could take it now, the visitor's own before others. */
  destinationOf: (end: EndStep) => Destination
  /** Where what no end leads to an agent waits. */
  ofChannel: Destination
}

export interface OutlookNeeds {
  reasonsToBook: ReasonsToBook
}

interface Place {
  channel: Pick<Channel, 'subAccountId' | 'hours'>
  questionnaireId: QuestionnaireId
  flow: Flow
  /** The visitor's, as the channel speaks it. */
  language: string
  now: Date
}

/**
 * Reads what decides where a visitor goes: hours, who could take what ends would begin, and what may be booked. Outside the hours
 * nobody counts on anybody, whoever may still be there; appointments are booked at any hour.
 */
export async function readOutlook(
  tx: OrganisationTransaction,
  { channel, questionnaireId, flow, language, now }: Place,
  { reasonsToBook }: OutlookNeeds,
): Promise<Outlook> {
  const isOpen = openingOf(channel.hours, now).open
  const leadsTo = (kind: EndStep['to']['kind']) =>
    flow.steps.some((step) => step.kind === 'end' && step.to.kind === kind)
  const leadsToAgents = leadsTo('agent')
  const takers: Taker[] = leadsToAgents ? await readTakers(tx, now) : []
  const inUse = leadsToAgents ? (await listSubAccounts(tx)).map(({ id }) => id) : []
  const bookable = leadsTo('booking')
    ? (await reasonsToBook(tx, channel.subAccountId)).flatMap(({ id, isReceived }) => (isReceived ? [id] : []))
    : []
  const home = (await findQuestionnaire(tx, questionnaireId))?.subAccountId

  const at = (subAccountId: SubAccountId, spoken: string): Destination => ({
    subAccountId,
    language: spoken,
    questionnaireId: subAccountId === home ? questionnaireId : null,
  })

  const could = (destination: Destination) =>
    isOpen &&
    takers.some((taker) => whyNotNow(taker, { ...destination, state: 'pending', assigneeId: null }).length === 0)

  const destinationsOf = ({ to }: EndStep): Destination[] => {
    const wished = to.kind === 'agent' ? to.subAccountId : null
    // One that was archived since it was published: the channel's own takes its place.
    const subAccountId = wished !== null && inUse.includes(wished) ? wished : channel.subAccountId
    const wishedLanguages = to.kind === 'agent' && to.languages.length > 0 ? to.languages : [language]
    const own = wishedLanguages.filter((one) => one === language)
    return [...own, ...wishedLanguages.filter((one) => one !== language)].map((one) => at(subAccountId, one))
  }

  return {
    language,
    isOpen,
    couldReach(end) {
      if (end.to.kind !== 'booking') return destinationsOf(end).some(could)
      const { reasonId } = end.to
      return reasonId === null ? bookable.length > 0 : bookable.includes(reasonId)
    },
    destinationOf(end) {
      const all = destinationsOf(end)
      return all.find(could) ?? all[0] ?? at(channel.subAccountId, language)
    },
    ofChannel: at(channel.subAccountId, language),
  }
}
