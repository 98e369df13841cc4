import { type Act, no, type Outcome, yes } from './act.ts'
import { hasRoom, mayClose, mayPickUp, mayRead, mayReopen, mayTake, mayWrite } from './rules.ts'
import { type Agent, asItIs, type Conversation, type Happening, type House, type Message } from './world.ts'

const missing = no('404 request.not-found')

/** Makes a change to a conversation: one version, some messages, one happening. */
export function change(
  house: House,
  conversation: Conversation,
  how: Partial<Omit<Conversation, 'id' | 'version' | 'messages'>>,
  added: Omit<Message, 'seq' | 'at'>[] = [],
): Happening {
  const before = conversation.version === 0 ? null : asItIs(conversation)
  // Whatever begins to wait, or no longer does, is asked of everybody anew.
  if (how.state || how.assignee) Object.assign(conversation, { from: null, offer: null, asked: [] })
  if (before === null || (how.state && how.state !== before.state)) conversation.stateSince = house.step
  if (added.length > 0) conversation.lastActivity = house.step
  Object.assign(conversation, how)
  conversation.version += 1
  const numbered: Message[] = []
  for (const message of added) {
    const one = { seq: conversation.messages.length + 1, at: house.step, ...message }
    conversation.messages.push(one)
    numbered.push(one)
  }
  return { what: 'conversation', house, before, after: asItIs(conversation), added: numbered }
}

export const notice = (act: Message['notice'], by: Agent | null): Omit<Message, 'seq' | 'at'> => ({
  ...saying({ by, text: '' }),
  kind: 'notice',
  notice: act,
})

/** Words as they are when they are new. */
export const saying = (said: Pick<Message, 'by' | 'text'> & Partial<Message>): Omit<Message, 'seq' | 'at'> => ({
  ...{ kind: 'text', notice: null, appointment: null, score: null, clientMessageId: null },
  ...{ version: 1, deleted: false, files: [], lostFiles: [], mentions: [], earlier: [] },
  ...said,
})

export function actOnConversation(
  agent: Agent,
  act: Extract<Act, { act: 'pick-up' | 'close' | 'reopen' | 'read' }>,
): Outcome {
  // [S12] Inactive people have no say, over whatever it is.
  if (!agent.active) return no('403 access.inactive')
  const conversation = act.house.conversations.find(({ id }) => id === act.conversationId)
  if (!conversation) return missing
  if (act.act === 'pick-up') return pickUp(agent, act.house, conversation)
  if (!mayRead(agent, conversation)) return missing
  if (act.act === 'read') return readUpTo(agent, act.house, conversation, act.seq)
  return act.act === 'close' ? close(agent, act.house, conversation) : reopen(agent, act.house, conversation)
}

/** Notes that name somebody, as long as they stand. */
export const mentionsOf = ({ messages }: Conversation, agent: Agent): number[] =>
  messages.flatMap(({ seq, mentions, deleted }) => (mentions.includes(agent) && !deleted ? [seq] : []))

export const unreadMentions = (conversation: Conversation, agent: Agent): number[] =>
  mentionsOf(conversation, agent).filter((seq) => seq > (conversation.readByNamed.get(agent) ?? 0))

/** Only forwards: what the assignee reads is read, and what names somebody once they have read it. */
function readUpTo(agent: Agent, house: House, conversation: Conversation, seq: number): Outcome {
  const upTo = Math.min(seq, conversation.messages.length)
  const isAnswering = conversation.assignee === agent && upTo > conversation.readByAgent
  const isNamed = unreadMentions(conversation, agent).some((one) => one <= upTo)
  if (!isAnswering && !isNamed) return yes()
  if (isAnswering) conversation.readByAgent = upTo
  if (isNamed) conversation.readByNamed.set(agent, upTo)
  return yes([change(house, conversation, {})])
}

function pickUp(agent: Agent, house: House, conversation: Conversation): Outcome {
  if (conversation.state === 'open') {
    if (conversation.assignee === agent) return yes()
    // Whoever could have taken it a moment ago is told that somebody has.
    if (mayTake(agent, { ...conversation, state: 'pending', assignee: null })) return no('409 conversations.taken')
  }
  if (!mayRead(agent, conversation)) return missing
  if (conversation.state === 'closed') return no('409 conversations.closed')
  if (!mayPickUp(agent, conversation)) return no('403 access.refused')
  if (!hasRoom(house, agent)) return no('409 conversations.limit-reached')
  return yes([change(house, conversation, { state: 'open', assignee: agent }, [notice('picked-up', agent)])])
}

function close(agent: Agent, house: House, conversation: Conversation): Outcome {
  if (!mayClose(agent, conversation)) return no('403 conversations.not-yours')
  if (conversation.state === 'closed') return yes()
  const assignee = conversation.assignee ?? agent
  const happening = change(house, conversation, { state: 'closed', assignee }, [notice('closed', agent)])
  conversation.closings.push({ seq: conversation.messages.length, rating: null })
  return yes([happening])
}

function reopen(agent: Agent, house: House, conversation: Conversation): Outcome {
  if (conversation.state === 'open') return conversation.assignee === agent ? yes() : no('409 conversations.taken')
  if (!mayReopen(agent, conversation)) return no('403 access.refused')
  if (!hasRoom(house, agent)) return no('409 conversations.limit-reached')
  return yes([change(house, conversation, { state: 'open', assignee: agent }, [notice('reopened', agent)])])
}

/** What somebody has open. */
export const openOf = (house: House, agent: Agent): Conversation[] =>
  house.conversations.filter(({ state, assignee }) => state === 'open' && assignee === agent)

/** [S12] What somebody has open and may no longer answer waits for others, none lost. */
export function giveBackUnanswerable(house: House, agent: Agent): Happening[] {
  const happenings: Happening[] = []
  for (const conversation of openOf(house, agent))
    if (!mayWrite(agent, conversation))
      happenings.push(giveBack(house, conversation, agent, agent.active ? 'out-of-reach' : 'deactivated'))
  return happenings
}

/** What somebody took and never said a word in, though its visitor waits for one, goes to others when they leave their desk. */
export function giveBackUnanswered(house: House, agent: Agent): Happening[] {
  const happenings: Happening[] = []
  for (const conversation of openOf(house, agent)) {
    let [isNew, isWaitedFor] = [false, false]
    for (const { kind, notice: act, by } of conversation.messages) {
      if (kind === 'text' && by === null) isWaitedFor = true
      if (kind === 'text' && by !== null) [isNew, isWaitedFor] = [false, false]
      if (act === 'picked-up' || act === 'reopened' || act === 'transferred' || act === 'handed-over') isNew = true
    }
    if (isNew && isWaitedFor) happenings.push(giveBack(house, conversation, agent, 'away'))
  }
  return happenings
}

export const giveBack = (
  house: House,
  conversation: Conversation,
  agent: Agent,
  why: 'deactivated' | 'left' | 'out-of-reach' | 'away',
  where: Partial<Pick<Conversation, 'subAccountId' | 'questionnaireId'>> = {},
): Happening => change(house, conversation, { ...where, state: 'pending', assignee: null }, [notice(why, agent)])

/** Whether somebody could take over all of these, as if they picked each up. */
export const couldTakeOver = (house: House, heir: Agent, held: Conversation[]): boolean =>
  heir.active &&
  held.every((one) => mayTake(heir, { ...one, state: 'pending', assignee: null })) &&
  hasRoom(house, heir, held.length)
