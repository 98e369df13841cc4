import assert from 'node:assert/strict'
import { uuid7 } from '#server/platform/ids.ts'
import { type Filter, filtered, foundMessages, foundVisitors, mayFilter } from '#server/testing/naive/search.ts'
import * as shows from '#server/testing/naive/shows-talk.ts'
import type { Agent, House } from '#server/testing/naive/world.ts'
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
  const params = { organisationId: house.id }
  const who = `${agent.person.name}, ${agent.role}`
  const found = async (door: 'messages' | 'visitors', text: string, filter: Filter): Promise<Found[] | null> => {
    const answer = await ask({ route: `GET ${ofHouse}/search/${door}`, params, query: { ...filter, text } })
    const mayLook = mayFilter(house, agent, filter)
    assert.equal(verdictOf(answer), mayLook ? '200' : missing, `search by ${JSON.stringify(filter)} as ${who}`)
    return mayLook ? (Object(answer.body)[door] as Found[]) : null
  }
  for (let times = dice.int(3); times > 0; times--) {
    const [text, filter] = [dice.pick(inMessages), aFilter(stage, house)]
    const said = await found('messages', text, filter)
    const expected = foundMessages(house, agent, text, filter)
    if (said)
      isFound(
        said.map(({ conversation, seq }) => `${conversation.id} ${seq}`),
        expected,
        `${text} as ${who}`,
      )
    if (said && expected.length > 0) stage.met('found: messages')
    cardsAgree(house, agent, said ?? [])
  }
  for (let times = dice.int(3); times > 0; times--) {
    const [text, filter] = [dice.pick(ofVisitors), aFilter(stage, house)]
    const called = await found('visitors', text, filter)
    const expected = foundVisitors(house, agent, text, filter)
    if (called)
      isFound(
        called.map(({ conversation }) => conversation.id),
        expected,
        `${text} as ${who}`,
      )
    if (called && expected.length > 0) stage.met('found: visitors')
    cardsAgree(house, agent, called ?? [])
  }
  if (!dice.chance(0.5)) return
  const filter = aFilter(stage, house)
  const answer = await ask({ route: `GET ${ofHouse}/conversations`, params, query: { ...filter } })
  assert.equal(verdictOf(answer), mayFilter(house, agent, filter) ? '200' : missing)
  if (verdictOf(answer) === missing) return
  const closed = filtered(house, agent, filter).filter(({ state }) => state === 'closed')
  const cards = closed.map((one) => shows.card(one, agent))
  agrees(answer.body, { conversations: cards, more: false }, `closed by ${JSON.stringify(filter)} as ${who}`)
  if (cards.length > 0 && Object.keys(filter).length > 0) stage.met('filtered: some')
}

interface Found {
  conversation: { id: string }
  seq: number
}

/** The newest stand on the first page; who comes before whom is others' to prove. */
function isFound(said: string[], expected: string[], what: string): void {
  if (expected.length <= mostOnAPage) assert.deepEqual(said.toSorted(), expected.toSorted(), what)
  else {
    assert.equal(said.length, mostOnAPage, what)
    for (const one of said) assert.ok(expected.includes(one), `${what}: ${one}`)
  }
}

function cardsAgree(house: House, agent: Agent, found: Found[]): void {
  for (const { conversation } of found) {
    const one = house.conversations.find(({ id }) => id === conversation.id)
    if (one) agrees(conversation, shows.card(one, agent), `found, as ${agent.person.name}`)
  }
}

/** Of this house, of the other, or of nothing. */
function aFilter({ twin, dice }: Stage, house: House): Filter {
  if (dice.chance(0.4)) return {}
  const of = dice.chance(0.85) ? house : dice.pick(twin.naive.houses)
  return dice.pick<Filter>([
    { subAccountId: idIn(of.subAccounts, dice) },
    { channelId: idIn(of.channels, dice) },
    { assigneeId: idIn(of.agents, dice) },
    { questionnaireId: idIn(of.questionnaires, dice) },
    { language: dice.pick(['fr', 'en']) },
    { language: 'fr', channelId: idIn(of.channels, dice) },
  ])
}

const idIn = (things: { id: string }[], dice: Dice): string => (things.length > 0 ? dice.pick(things).id : uuid7())
