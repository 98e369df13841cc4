import assert from 'node:assert/strict'
import { allows, has, holds, mayExplain, mayRead, readsQuestionnaires } from '#server/testing/naive/rules.ts'
import * as shows from '#server/testing/naive/shows-own.ts'
import type { Agent, House } from '#server/testing/naive/world.ts'
import { verdictOf } from '#server/testing/wish.ts'
import { agrees } from './agrees.ts'
import { type Ask, type Stage, some } from './stage.ts'
import { ofHouse } from './wishes.ts'

const refused = '403 access.refused'
const missing = '404 request.not-found'

/** Replies, notifications, drafts, routing and the queue, as this reader may open them. */
export async function compareOwn(stage: Stage, house: House, agent: Agent, ask: Ask): Promise<void> {
  const params = { organisationId: house.id }
  const who = `${agent.person.name}, ${agent.role}`
  if (stage.dice.chance(0.5)) {
    const answer = await ask({ route: `GET ${ofHouse}/shortcuts`, params })
    const shown = shows.shortcuts(house, agent)
    const shut = agent.active ? refused : '403 access.inactive'
    assert.equal(verdictOf(answer), shown ? '200' : shut, `shortcuts as ${who}`)
    if (shown) agrees(answer.body, shown, `shortcuts as ${who}`)
    if (shown && shown.shortcuts.length > 0) stage.met('shown: shortcuts')
  }
  if (stage.dice.chance(0.3))
    agrees(
      (await ask({ route: `GET ${ofHouse}/me/notifications`, params })).body,
      shows.notifications(agent),
      `notifications of ${who}`,
    )
  await compareDrafts(stage, house, agent, ask)
  await compareChannels(stage, house, agent, ask)
  if (stage.dice.chance(0.3)) await compareQueue(house, agent, ask)
}

async function compareDrafts(stage: Stage, house: House, agent: Agent, ask: Ask): Promise<void> {
  const all = stage.twin.naive.houses.flatMap(({ questionnaires }) => questionnaires)
  for (const { id } of some(stage, all, 0.15)) {
    const params = { organisationId: house.id, questionnaireId: id }
    const answer = await ask({ route: `GET ${ofHouse}/questionnaires/:questionnaireId/draft`, params })
    const shown = shows.draft(house, agent, id)
    const verdict = readsQuestionnaires(agent) ? (shown ? '200' : missing) : refused
    assert.equal(verdictOf(answer), verdict, `draft of ${id} as ${agent.person.name}, ${agent.role}`)
    if (shown && verdict === '200') agrees(answer.body, shown, `draft as ${agent.person.name}`)
  }
}

async function compareChannels(stage: Stage, house: House, agent: Agent, ask: Ask): Promise<void> {
  const all = stage.twin.naive.houses.flatMap(({ channels }) => channels)
  for (const { id } of some(stage, all, 0.15)) {
    const channel = house.channels.find((one) => one.id === id)
    const isSeen = channel !== undefined && has(agent, channel.subAccountId)
    const verdict = holds(agent, 'channels') ? (isSeen ? '200' : missing) : refused
    const params = { organisationId: house.id, channelId: id }
    const who = `${id} as ${agent.person.name}, ${agent.role}`
    const [routing, holdings] = [
      await ask({ route: `GET ${ofHouse}/channels/:channelId/routing`, params }),
      await ask({ route: `GET ${ofHouse}/channels/:channelId/holdings`, params }),
    ]
    assert.equal(verdictOf(routing), verdict, `routing of ${who}`)
    assert.equal(verdictOf(holdings), verdict, `holdings of ${who}`)
    if (!channel || verdict !== '200') continue
    const rule = { ...channel.routing, may: { change: allows(agent, 'channels.change') } }
    agrees(routing.body, rule, `routing of ${who}`)
    const along = house.conversations.filter((one) => one.channelId === id && one.subAccountId === channel.subAccountId)
    const closedConversations = along.filter(({ state }) => state === 'closed').length
    const goes = { openConversations: along.length - closedConversations, closedConversations }
    agrees(holdings.body, goes, `holdings of ${who}`)
  }
}

/** [N8] What nobody could take is shown to those who run it: at least what nobody ever could, and nothing out of their reach. */
async function compareQueue(house: House, agent: Agent, ask: Ask): Promise<void> {
  const answer = await ask({ route: `GET ${ofHouse}/queue`, params: { organisationId: house.id } })
  assert.equal(verdictOf(answer), '200', `the queue as ${agent.person.name}`)
  for (const { conversationId } of Object(answer.body).blocked as { conversationId: string }[]) {
    const conversation = house.conversations.find(({ id }) => id === conversationId)
    const isTheirs = conversation !== undefined && mayRead(agent, conversation) && mayExplain(agent, conversation)
    assert.ok(isTheirs && conversation.state === 'pending', `${conversationId} in the queue of ${agent.person.name}`)
  }
}
