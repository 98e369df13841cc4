import { knows, mayRead } from './rules.ts'
import type { Agent, Conversation, House } from './world.ts'

/** Narrows a list to those that all of it holds for. */
export interface Filter {
  subAccountId?: string
  channelId?: string
  assigneeId?: string
  language?: string
  questionnaireId?: string
  /** Steps: since the beginning of one, and before the beginning of one. */
  from?: number
  until?: number
}

const fits = (conversation: Conversation, filter: Filter): boolean =>
  (filter.subAccountId === undefined || conversation.subAccountId === filter.subAccountId) &&
  (filter.channelId === undefined || conversation.channelId === filter.channelId) &&
  (filter.assigneeId === undefined || conversation.assignee?.id === filter.assigneeId) &&
  (filter.language === undefined || conversation.language === filter.language) &&
  (filter.questionnaireId === undefined || conversation.questionnaireId === filter.questionnaireId)

/** A place one does not know is not there to filter by; somebody is, whoever they are: what they closed stays. */
export function mayFilter(house: House, reader: Agent, { subAccountId, channelId, questionnaireId }: Filter): boolean {
  const isKnown = (things: { id: string; subAccountId: string }[], wanted: string | undefined) =>
    wanted === undefined || things.some((one) => one.id === wanted && knows(reader, one.subAccountId))
  const places = house.subAccounts.filter(({ archived }) => !archived).map(({ id }) => ({ id, subAccountId: id }))
  return (
    isKnown(places, subAccountId) &&
    isKnown(house.channels, channelId) &&
    isKnown(house.questionnaires, questionnaireId)
  )
}

const isWithin = (step: number, { from = 0, until = Number.POSITIVE_INFINITY }: Filter): boolean =>
  step >= from && step < until

/** [C12] Conversations in reach that the filter lets through, whenever they were. */
const filtered = (house: House, reader: Agent, filter: Filter): Conversation[] =>
  house.conversations.filter((one) => mayRead(reader, one) && fits(one, filter))

/** [C12] Closed ones, by when they were closed. */
export const closedWithin = (house: House, reader: Agent, filter: Filter): Conversation[] =>
  filtered(house, reader, filter).filter((one) => one.state === 'closed' && isWithin(one.stateSince, filter))

/** Small letters without accents, cut where there is neither letter nor digit. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')

/** All words are there; the last may only be begun. */
function has(text: string, sought: string): boolean {
  const [words, wanted] = [wordsOf(text), wordsOf(sought)]
  const begun = wanted.pop()
  if (begun === undefined) return false
  return wanted.every((one) => words.includes(one)) && words.some((word) => word.startsWith(begun))
}

/** What was found, and at which step it stands in its list. */
export interface Found {
  key: string
  step: number
}

/** Everything said and noted with these words in conversations in reach, by conversation and seq. */
export const foundMessages = (house: House, reader: Agent, sought: string, filter: Filter): Found[] =>
  filtered(house, reader, filter).flatMap(({ id, messages }) =>
    messages
      .filter(({ kind, text, at }) => kind !== 'notice' && has(text, sought) && isWithin(at, filter))
      .map(({ seq, at }) => ({ key: `${id} ${seq}`, step: at })),
  )

/** Conversations in reach whose visitor is so called, or has such an address. */
export const foundVisitors = (house: House, reader: Agent, sought: string, filter: Filter): Found[] =>
  filtered(house, reader, filter)
    .filter(({ called, lastActivity }) => {
      return has(`${called.name ?? ''} ${called.email ?? ''}`, sought) && isWithin(lastActivity, filter)
    })
    .map(({ id, lastActivity }) => ({ key: id, step: lastActivity }))
