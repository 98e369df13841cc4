import assert from 'node:assert/strict'
import { uuid7 } from '#server/platform/ids.ts'
import {
  closedWithin,
  type Filter,
  type Found,
  foundMessages,
  foundVisitors,
  mayFilter,
} from '#server/testing/naive/search.ts'
import * as shows from '#server/testing/naive/shows-talk.ts'
import { type Agent, closingOf, type House } from '#server/testing/naive/world.ts'
import { verdictOf } from '#server/testing/wish.ts'
import { agrees } from './agrees.ts'
import type { Dice } from './dice.ts'
import type { Ask, Stage } from './stage.ts'
import { ofHouse } from './wishes.ts'

const missing = '404 request.not-found'
const mostOnAPage = 20

/** As people type them: with accents and without, begun, in capitals, several, and what nobody said. */
const inMessages = ['voila', 'BONJOUR', 'thé arr', 'café ete', 'ete cafe', 'bient', 'suivre', 'nulle part', '…']
const ofVisitors = ['lea', 'Noël', 'noel lea', 'zo', 'exemple', 'ZOÉ@exemple', 'lea.noel@exemple.example', 'personne']

/** [N3] Lists and searches of conversations hold what a naive look through everything in reach finds. */
export async function compareSearch(stage: Stage, house: House, agent: Agent, ask: Ask): Promise<void> {
  const { dice } = stage
  for (const list of [messages, visitors])
    for (let times = dice.int(3); times > 0; times--) await compareList(stage, { house, agent, list }, ask)
  if (dice.chance(0.5)) await compareList(stage, { house, agent, list: closed }, ask)
}

/** A row of an answer: which it is, what is shown of its conversation, and what a page after it is asked for by. */
interface Row {
  key: string
  card: { id: string }
  after: Record<string, unknown>
}

/** A door that lists conversations or what stands in them, and what a naive look finds. */
interface List {
  name: string
  door: '/conversations' | '/search/messages' | '/search/visitors'
  /** What is looked for there. */
  texts: readonly string[]
  rowsOf(body: unknown): Row[]
  find(house: House, agent: Agent, text: string, filter: Filter): Found[]
}

interface Card {
  id: string
  stateSince: string
  lastActivityAt: string
}

const messages: List = {
  ...{ name: 'messages', door: '/search/messages', texts: inMessages, find: foundMessages },
  rowsOf: (body) =>
    (Object(body).messages as { conversation: Card; seq: number; sentAt: string }[]).map((one) => {
      const { conversation: card, seq, sentAt } = one
      return { key: `${card.id} ${seq}`, card, after: { before: sentAt, beforeId: card.id, beforeSeq: seq } }
    }),
}

const visitors: List = {
  ...{ name: 'visitors', door: '/search/visitors', texts: ofVisitors, find: foundVisitors },
  rowsOf: (body) =>
    (Object(body).visitors as { conversation: Card }[]).map(({ conversation: card }) => ({
      ...{ key: card.id, card, after: { before: card.lastActivityAt, beforeId: card.id } },
    })),
}

const closed: List = {
  ...{ name: 'closed', door: '/conversations', texts: [] },
  rowsOf: (body) =>
    (Object(body).conversations as Card[]).map((card) => ({
      ...{ key: card.id, card, after: { closedBefore: card.stateSince, beforeId: card.id } },
    })),
  find: (house, agent, _text, filter) =>
    closedWithin(house, agent, filter).map(({ id, stateSince }) => ({ key: id, step: stateSince })),
}

/** The first page of a list, and the one after a row of it. */
async function compareList(
  stage: Stage,
  { house, agent, list }: { house: House; agent: Agent; list: List },
  ask: Ask,
): Promise<void> {
  const { dice, twin } = stage
  const filter = aFilter(stage, house)
  const text = list.texts.length > 0 ? dice.pick(list.texts) : ''
  const who = `${list.name} with ${text} by ${JSON.stringify(filter)} as ${agent.person.name}, ${agent.role}`
  const at = (step: number | undefined) => (step === undefined ? undefined : twin.instants[step - 1]?.toISOString())
  const page = async (after: Row['after']): Promise<Row[] | null> => {
    const query = { ...filter, from: at(filter.from), until: at(filter.until), ...(text !== '' && { text }), ...after }
    const answer = await ask({ route: `GET ${ofHouse}${list.door}`, params: { organisationId: house.id }, query })
    const mayLook = mayFilter(house, agent, filter)
    assert.equal(verdictOf(answer), mayLook ? '200' : missing, who)
    return mayLook ? list.rowsOf(answer.body) : null
  }
  const [first, expected] = [await page({}), list.find(house, agent, text, filter)]
  if (!first) return
  isPageOf(first, expected, who)
  for (const { card } of first) {
    const one = house.conversations.find(({ id }) => id === card.id)
    if (one) agrees(card, shows.card(one, agent), who)
    if (one && closingOf(one)?.rating) stage.met('shown: a rating')
  }
  if (expected.length > 0) stage.met(`found: ${list.name}`)
  if (expected.length > 0 && filter.from !== undefined) stage.met('found: by dates')

  const row = first.length > 1 ? dice.pick(first) : undefined
  const step = expected.find(({ key }) => key === row?.key)?.step
  // Who stands before whom is known of what happened at different steps.
  if (!row || expected.filter((one) => one.step === step).length !== 1) return
  const rest = expected.filter((one) => one.step < Number(step))
  isPageOf((await page(row.after)) ?? [], rest, `after ${row.key}, ${who}`)
  if (rest.length > 0) stage.met('found: on the next page')
}

/** What stands on a page: everything, or its newest where that is more than a page. */
function isPageOf(rows: Row[], expected: Found[], what: string): void {
  const newest = expected.toSorted((one, other) => other.step - one.step).slice(0, mostOnAPage)
  const last = newest.at(-1)?.step
  const [sure, said] = [newest.filter(({ step }) => step !== last), rows.map(({ key }) => key)]
  assert.equal(said.length, newest.length, what)
  for (const { key } of sure) assert.ok(said.includes(key), `${what}: ${key} is missing`)
  for (const key of said)
    assert.ok(
      expected.some((one) => one.key === key),
      `${what}: ${key} is not one`,
    )
}

/** Of this house, of the other, or of nothing. */
function aFilter({ twin, dice }: Stage, house: House): Filter {
  if (dice.chance(0.4)) return {}
  const of = dice.chance(0.85) ? house : dice.pick(twin.naive.houses)
  const steps = Math.max(2, twin.instants.length - 1)
  return dice.pick<Filter>([
    { subAccountId: idIn(of.subAccounts, dice) },
    { channelId: idIn(of.channels, dice) },
    { assigneeId: idIn(of.agents, dice) },
    { questionnaireId: idIn(of.questionnaires, dice) },
    { language: dice.pick(['fr', 'en']) },
    { language: 'fr', channelId: idIn(of.channels, dice) },
    { from: 1 + dice.int(steps) },
    { until: 1 + dice.int(steps) },
    { from: 1 + dice.int(steps / 2), until: 2 + Math.floor(steps / 2) + dice.int(steps / 2) },
  ])
}

const idIn = (things: { id: string }[], dice: Dice): string => (things.length > 0 ? dice.pick(things).id : uuid7())
