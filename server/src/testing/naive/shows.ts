import {
  has,
  holds,
  isLastAdministrator,
  knows,
  knowsOf,
  leads,
  mayClose,
  mayGrant,
  mayPickUp,
  mayRead,
  mayReopen,
  mayWrite,
  standsOver,
} from './rules.ts'
import { type Agent, type Conversation, type House, type Message, present, type Visitor } from './world.ts'

/** What a person is shown of their own membership. */
export const me = (house: House, agent: Agent) => ({
  agentId: agent.id,
  organisationId: house.id,
  organisationName: house.name,
  email: agent.person.email,
  role: agent.role,
  subAccountId: agent.subAccountId,
  active: agent.active,
  availability: agent.availability,
  may: {
    talk: agent.active,
    readAgents: leads(agent),
    invite: leads(agent),
    grant: mayGrant(agent),
    readChannels: holds(agent, 'channels'),
    changeChannels: holds(agent, 'channels') && leads(agent),
    readLetters: agent.role === 'administrator',
    readJournal: agent.role === 'administrator',
    changeOrganisation: agent.role === 'administrator',
    changeBilling: agent.role === 'administrator',
  },
})

/** [C6, C7] The people a leader sees, and which of them they may switch or remove; null for others. */
export function agents(house: House, reader: Agent) {
  if (!leads(reader)) return null
  const seen = []
  for (const agent of present(house)) {
    if (!standsOver(reader, agent)) continue
    const locked = isLastAdministrator(house, agent)
    seen.push({
      ...colleague(agent),
      email: agent.person.email,
      subAccountId: agent.subAccountId,
      languages: agent.languages,
      you: agent === reader,
      may: { activate: !locked, remove: !locked, locked: locked ? 'last-administrator' : null },
    })
  }
  return seen
}

const colleague = (agent: Agent) => ({ id: agent.id, name: agent.person.name, role: agent.role, active: agent.active })

/** [C6, C7] Colleagues whose names this person reads beside conversations that carry them. */
export const colleagues = (house: House, reader: Agent) =>
  present(house)
    .filter((agent) => knowsOf(reader, agent))
    .map(colleague)

export const subAccounts = (house: House, reader: Agent) => house.subAccounts.filter(({ id }) => knows(reader, id))

/** Names of channels beside the conversations that come from them. */
export const channelNames = (house: House, reader: Agent) =>
  house.channels
    .filter(({ subAccountId }) => knows(reader, subAccountId))
    .map(({ id, subAccountId, name }) => ({ id, subAccountId, name }))

export function channels(house: House, reader: Agent) {
  if (!holds(reader, 'channels')) return null
  return house.channels
    .filter(({ subAccountId }) => has(reader, subAccountId))
    .map((channel) => ({ ...channel, kind: 'website', may: { change: leads(reader) } }))
}

export function invitations(house: House, reader: Agent) {
  if (!leads(reader)) return null
  return house.invitations
    .filter((one) => one.state === 'pending' && standsOver(reader, one))
    .map(({ id, email, role, subAccountId, inviter, letterId }) => ({
      ...{
        id,
        email,
        role,
        subAccountId,
        inviterName: standsOver(reader, inviter) ? inviter.person.name : null,
        expired: false,
      },
      letter: letterId === null ? null : 'waiting',
      may: { resend: true, revoke: true },
    }))
}

/** Letters that still have a purpose, to the administrators. */
export function letters(house: House, reader: Agent) {
  if (reader.role !== 'administrator') return null
  return house.invitations
    .filter(({ state, letterId }) => state === 'pending' && letterId !== null)
    .map(({ letterId, email }) => ({ id: letterId, to: email, state: 'waiting' }))
}

export const conversations = (house: House, reader: Agent, state: Conversation['state']) =>
  house.conversations.filter((one) => one.state === state && mayRead(reader, one)).map((one) => card(one, reader))

/** A conversation as this reader is shown it. */
export function card(conversation: Conversation, reader: Agent) {
  const said = conversation.messages.filter(({ kind }) => kind !== 'notice').at(-1)
  return {
    id: conversation.id,
    version: conversation.version,
    subAccountId: conversation.subAccountId,
    channelId: conversation.channelId,
    state: conversation.state,
    assigneeId: conversation.assignee?.id ?? null,
    assigneeName: conversation.assignee?.person.name ?? null,
    language: conversation.language,
    lastSeq: conversation.messages.length,
    visitorReadSeq: conversation.readByVisitor,
    agentReadSeq: conversation.readByAgent,
    unread: unreadByAgent(conversation),
    lastMessage: said && { seq: said.seq, kind: said.kind, by: said.by ? 'agent' : 'visitor', text: said.text },
    may: {
      pickUp: mayPickUp(reader, conversation),
      write: mayWrite(reader, conversation),
      note: mayRead(reader, conversation),
      close: conversation.state !== 'closed' && mayClose(reader, conversation),
      reopen: mayReopen(reader, conversation),
    },
  }
}

const unreadByAgent = ({ messages, readByAgent }: Conversation): number =>
  messages.filter(({ seq, kind, by }) => seq > readByAgent && kind === 'text' && by === null).length

export const thread = (conversation: Conversation, reader: Agent) => ({
  conversation: card(conversation, reader),
  messages: conversation.messages.map((message) => ({
    ...spoken(message),
    author: message.by ? { kind: 'agent', agentId: message.by.id, name: message.by.person.name } : { kind: 'visitor' },
  })),
  more: false,
})

const spoken = ({ seq, kind, notice, text, clientMessageId }: Message) => ({ seq, kind, notice, text, clientMessageId })

/** Visitors read first names, no ids of people in what was said, and no notes. */
const firstName = (name: string): string => name.split(' ')[0] ?? ''

export function threadForVisitor(house: House, channelId: string, visitor: Visitor) {
  const conversation = house.conversations.find((one) => one.visitor === visitor && one.channelId === channelId)
  if (!conversation) return { conversation: null, messages: [], more: false, cursor: null, unread: 0 }
  const { id, version, state, assignee, messages, readByVisitor, readByAgent } = conversation
  const answers = messages.filter(({ seq, kind, by }) => seq > readByVisitor && kind === 'text' && by !== null)
  return {
    conversation: {
      ...{ id, version, state, lastSeq: messages.length, visitorReadSeq: readByVisitor, agentReadSeq: readByAgent },
      assignee: assignee && { id: assignee.id, name: firstName(assignee.person.name) },
    },
    messages: messages
      .filter(({ kind }) => kind !== 'note')
      .map((message) => ({
        ...spoken(message),
        author: message.by ? { kind: 'agent', name: firstName(message.by.person.name) } : { kind: 'visitor' },
      })),
    more: false,
    unread: answers.length,
  }
}
