import assert from 'node:assert/strict'
import { uuid7 } from '#server/platform/ids.ts'
import { holdsFile, mayClose, mayExplain, mayRead, mayReadVersions, mayTransfer } from '#server/testing/naive/rules.ts'
import * as shows from '#server/testing/naive/shows-talk.ts'
import type { Agent, Conversation, House } from '#server/testing/naive/world.ts'
import { verdictOf } from '#server/testing/wish.ts'
import { agrees } from './agrees.ts'
import { type Ask, type Stage, some } from './stage.ts'
import { ofConversation } from './wishes.ts'

const missing = '404 request.not-found'

/** Conversations of both houses, and one that is nowhere: what stands in them and beside them, as this reader is shown it. */
export async function compareTalks(stage: Stage, house: House, agent: Agent, ask: Ask): Promise<void> {
  const all = stage.twin.naive.houses.flatMap(({ conversations }) => conversations)
  for (const { id } of some(stage, [...all, { id: uuid7() }], 0.2)) {
    const conversation = house.conversations.find((one) => one.id === id)
    const isSeen = conversation !== undefined && mayRead(agent, conversation)
    const who = `${id} as ${agent.person.name}, ${agent.role}`
    const doors = doorsOf(house, agent, isSeen ? conversation : null)
    for (const [door, { verdict, shown, query }] of some(stage, Object.entries(doors), isSeen ? 0.5 : 0.2)) {
      const route = `GET ${ofConversation}${door}` as Parameters<Ask>[0]['route']
      const answer = await ask({ route, params: { organisationId: house.id, conversationId: id }, query })
      assert.equal(verdictOf(answer), verdict, `${door} of ${who}`)
      if (shown && verdict === '200') agrees(answer.body, shown, `${door} of ${who}`)
    }
    if (conversation && isSeen) await compareAbout(stage, { house, conversation, agent }, ask)
    if (conversation) await compareWords(stage, { house, conversation, agent }, ask)
  }
  await compareFiles(stage, house, agent, ask)
}

interface Door {
  verdict: string
  shown?: object
  query?: Record<string, unknown>
}

/** Null: it is not there for this reader. */
function doorsOf(house: House, agent: Agent, conversation: Conversation | null): Record<string, Door> {
  const isAway = agent.active ? missing : '403 access.inactive'
  if (!conversation)
    return {
      ...{ '': { verdict: missing }, '/messages': { verdict: missing, query: { after: 0 } } },
      ...{ '/files': { verdict: missing }, '/about': { verdict: missing }, '/answers': { verdict: missing } },
      ...{ '/readers': { verdict: isAway }, '/transfer-candidates': { verdict: isAway } },
      '/routing': { verdict: missing },
    }
  const thread = shows.thread(conversation, agent)
  return {
    '': { verdict: '200', shown: thread },
    '/messages': { verdict: '200', shown: { messages: thread.messages, more: false }, query: { after: 0 } },
    '/files': { verdict: '200', shown: shows.filesOf(conversation, agent) },
    '/answers': { verdict: '200', shown: shows.answers(house, conversation) },
    '/readers': { verdict: '200', shown: shows.readers(house, conversation, agent) },
    '/transfer-candidates': {
      verdict: whyNotTransfer(agent, conversation) ?? '200',
      shown: shows.receivers(house, conversation, agent),
    },
    '/routing': {
      verdict: mayExplain(agent, conversation) ? '200' : '403 access.refused',
      shown: shows.routing(house, conversation, agent),
    },
  }
}

const whyNotTransfer = (agent: Agent, conversation: Conversation): string | null => {
  if (mayTransfer(agent, conversation)) return null
  return mayClose(agent, conversation) ? '409 conversations.closed' : '403 conversations.not-yours'
}

interface Spot {
  house: House
  conversation: Conversation
  agent: Agent
}

async function compareAbout(stage: Stage, { house, conversation, agent }: Spot, ask: Ask): Promise<void> {
  if (!stage.dice.chance(0.5)) return
  const params = { organisationId: house.id, conversationId: conversation.id }
  const { body } = await ask({ route: `GET ${ofConversation}/about`, params })
  const { pages, ...beside } = shows.about(house, conversation, agent)
  const titles = (Object(body).pages as { title: string }[]).map(({ title }) => title)
  assert.deepEqual(titles.sort(), pages.toSorted(), `pages of ${conversation.id} as ${agent.person.name}`)
  agrees(body, beside, `beside ${conversation.id}, as ${agent.person.name}`)
  if (beside.sameAddress.length > 0) stage.met('shown: the same address elsewhere')
  if (pages.length > 0) stage.met('shown: pages')
}

/** What stood there before: for whoever has the conversation or runs it. */
async function compareWords(stage: Stage, { house, conversation, agent }: Spot, ask: Ask): Promise<void> {
  for (const message of conversation.messages) {
    // Where something stood before it is mostly asked for.
    if (!stage.dice.chance(message.earlier.length > 0 ? 0.8 : 0.1)) continue
    const params = { organisationId: house.id, conversationId: conversation.id, seq: message.seq }
    const answer = await ask({ route: `GET ${ofConversation}/words/:seq/versions`, params })
    const verdict = !agent.active
      ? '403 access.inactive'
      : !mayRead(agent, conversation)
        ? missing
        : mayReadVersions(agent, conversation)
          ? '200'
          : '403 conversations.not-yours'
    assert.equal(verdictOf(answer), verdict, `versions of ${conversation.id} ${message.seq} as ${agent.person.name}`)
    if (verdict !== '200') continue
    agrees(answer.body, shows.versions(message), `versions as ${agent.person.name}`)
    if (message.earlier.length > 0) stage.met('shown: earlier words')
  }
}

/** A file is had by whoever may read where it was sent, and by nobody else. */
async function compareFiles(stage: Stage, house: House, agent: Agent, ask: Ask): Promise<void> {
  for (const { id, conversation, message } of some(stage, sentFiles(stage), 0.7)) {
    const params = { organisationId: house.id, conversationId: conversation.id, fileId: id }
    const isTheirs = house.conversations.includes(conversation) && holdsFile(agent, conversation, message)
    const answer = await ask({ route: `GET ${ofConversation}/files/:fileId`, params })
    assert.equal(verdictOf(answer), isTheirs ? '200' : missing, `file ${id} as ${agent.person.name}, ${agent.role}`)
    stage.met(isTheirs ? 'file had' : 'file not had')
  }
}

/** Files of both houses that went with a message, taken back or not. */
export const sentFiles = ({ twin }: Pick<Stage, 'twin'>) =>
  twin.naive.houses.flatMap(({ conversations }) =>
    conversations.flatMap((conversation) =>
      conversation.messages.flatMap((message) =>
        [...message.files, ...message.lostFiles].map(({ id }) => ({ id, conversation, message })),
      ),
    ),
  )
