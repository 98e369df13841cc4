import { type Act, no, type Outcome, yes } from './act.ts'
import {
  hasRoom,
  holds,
  knows,
  knowsColleague,
  mayClose,
  mayPickUp,
  mayRead,
  mayReopen,
  mayTake,
  mayWrite,
} from './rules.ts'
import {
  type Agent,
  asItIs,
  type Conversation,
  type Happening,
  type House,
  type Message,
  present,
  type World,
} from './world.ts'

const missing = no('404 request.not-found')

/** Makes a change to a conversation: one version, some messages, one happening. */
export function change(
  house: House,
  conversation: Conversation,
  how: Partial<Pick<Conversation, 'state' | 'assignee' | 'from' | 'subAccountId' | 'questionnaireId'>>,
  added: Omit<Message, 'seq'>[] = [],
): Happening {
  const before = conversation.version === 0 ? null : asItIs(conversation)
  if (how.state || how.assignee) conversation.from = null
  Object.assign(conversation, how)
  conversation.version += 1
  const numbered: Message[] = []
  for (const message of added) {
    const one = { seq: conversation.messages.length + 1, ...message }
    conversation.messages.push(one)
    numbered.push(one)
  }
  return { what: 'conversation', house, before, after: asItIs(conversation), added: numbered }
}

export const notice = (act: Message['notice'], by: Agent | null): Omit<Message, 'seq'> => ({
  kind: 'notice',
  notice: act,
  by,
  text: '',
  clientMessageId: null,
})

/** The first words of a browser on a channel begin a conversation; words after its closing bring it back to wait. */
export function speak(world: World, { visitor, channelKey, ...words }: Extract<Act, { act: 'speak' }>): Outcome {
  for (const house of world.houses)
    for (const channel of house.channels) {
      if (channel.key !== channelKey) continue
      const text: Omit<Message, 'seq'> = {
        kind: 'text',
        notice: null,
        by: null,
        text: words.text,
        clientMessageId: words.clientMessageId,
      }
      for (const conversation of house.conversations) {
        if (conversation.visitor !== visitor || conversation.channelId !== channel.id) continue
        for (const message of conversation.messages)
          if (message.by === null && message.clientMessageId === words.clientMessageId)
            return message.text === words.text ? yes() : no('409 messages.id-reused')
        if (conversation.state !== 'closed') return yes([change(house, conversation, {}, [text])])
        return yes([
          change(house, conversation, { state: 'pending', assignee: null }, [notice('reopened', null), text]),
        ])
      }
      const first: Conversation = {
        id: '',
        subAccountId: channel.subAccountId,
        channelId: channel.id,
        visitor,
        state: 'pending',
        assignee: null,
        from: null,
        language: words.language,
        questionnaireId: channel.questionnaireId,
        version: 0,
        messages: [],
        readByAgent: 0,
        readByVisitor: 0,
      }
      house.conversations.push(first)
      const happening = change(house, first, {}, [text])
      return yes([happening], ({ id }) => {
        first.id = id
        if (happening.what === 'conversation') happening.after.id = id
      })
    }
  return missing
}

export function visitorReads(world: World, act: Extract<Act, { act: 'visitor-reads' }>): Outcome {
  for (const house of world.houses)
    for (const channel of house.channels)
      for (const conversation of house.conversations) {
        if (channel.key !== act.channelKey || conversation.channelId !== channel.id) continue
        if (conversation.visitor !== act.visitor) continue
        const upTo = Math.min(act.seq, conversation.messages.length)
        if (upTo <= conversation.readByVisitor) return yes()
        conversation.readByVisitor = upTo
        return yes([change(house, conversation, {})])
      }
  return missing
}

export function write(agent: Agent, act: Extract<Act, { act: 'write' }>): Outcome {
  if (!agent.active) return no('403 access.inactive')
  const conversation = act.house.conversations.find(({ id }) => id === act.conversationId)
  if (!conversation || !mayRead(agent, conversation)) return missing
  for (const message of conversation.messages)
    if (message.by === agent && message.clientMessageId === act.clientMessageId)
      return message.text === act.text && message.kind === act.kind ? yes() : no('409 messages.id-reused')
  if (act.kind === 'text') {
    if (conversation.assignee !== agent) return no('403 conversations.not-yours')
    if (conversation.state !== 'open') return no('409 conversations.closed')
  }
  const words = { kind: act.kind, notice: null, by: agent, text: act.text, clientMessageId: act.clientMessageId }
  return yes([change(act.house, conversation, act.kind === 'text' ? { from: null } : {}, [words])])
}

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

/** Only the assignee's reading counts, and only forwards. */
function readUpTo(agent: Agent, house: House, conversation: Conversation, seq: number): Outcome {
  const upTo = Math.min(seq, conversation.messages.length)
  if (conversation.assignee !== agent || upTo <= conversation.readByAgent) return yes()
  conversation.readByAgent = upTo
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
  return yes([change(house, conversation, { state: 'closed', assignee }, [notice('closed', agent)])])
}

function reopen(agent: Agent, house: House, conversation: Conversation): Outcome {
  if (conversation.state === 'open') return conversation.assignee === agent ? yes() : no('409 conversations.taken')
  if (!mayReopen(agent, conversation)) return no('403 access.refused')
  if (!hasRoom(house, agent)) return no('409 conversations.limit-reached')
  return yes([change(house, conversation, { state: 'open', assignee: agent }, [notice('reopened', agent)])])
}

/** [N13] From hand to hand, to another sub-account, or back to wait; [N7] never past a limit. */
export function transfer(agent: Agent, act: Extract<Act, { act: 'transfer' }>): Outcome {
  const { house } = act
  if (!agent.active) return no('403 access.inactive')
  const conversation = house.conversations.find(({ id }) => id === act.conversationId)
  if (!conversation || !mayRead(agent, conversation)) return missing
  if (!mayClose(agent, conversation)) return no('403 conversations.not-yours')
  if (conversation.state === 'closed') return no('409 conversations.closed')
  const note = { kind: 'note' as const, notice: null, by: agent, text: act.note, clientMessageId: null }
  const noted = act.note === '' ? [] : [note]

  if (act.agentId !== null) {
    const receiver = present(house).find(({ id }) => id === act.agentId)
    if (!receiver || !knowsColleague(agent, receiver)) return missing
    if (conversation.state === 'open' && conversation.assignee === receiver) return yes()
    const why = whyNotReceive(house, receiver, conversation)
    if (why) return no(`409 conversations.receiver-${why}`)
    const how = {
      ...whereItGoes(receiver, conversation),
      ...{ state: 'open' as const, assignee: receiver, from: receiver === agent ? null : agent },
    }
    const told = { ...notice('transferred', agent), to: receiver }
    return yes([change(house, conversation, how, [...noted, told])])
  }
  const waits = { state: 'pending' as const, assignee: null, from: null }
  if (act.subAccountId !== null && act.subAccountId !== conversation.subAccountId) {
    const there = house.subAccounts.find(({ id, archived }) => id === act.subAccountId && !archived)
    if (!there || !knows(agent, there.id)) return missing
    const told = { ...notice('moved', agent), to: { subAccountId: there.id } }
    const how = { ...waits, subAccountId: there.id, questionnaireId: null }
    return yes([change(house, conversation, how, [...noted, told])])
  }
  if (conversation.state === 'pending') return yes()
  return yes([change(house, conversation, waits, [...noted, notice('given-back', agent)])])
}

const couldTakeAt = (receiver: Agent, conversation: Conversation, where: Partial<Conversation>): boolean =>
  mayTake(receiver, { ...conversation, ...where, state: 'pending', assignee: null })

/** It stays with who reaches it where it is, and else goes where they are, where nobody advises for its questionnaire. */
function whereItGoes(receiver: Agent, conversation: Conversation): Partial<Conversation> {
  const { subAccountId } = receiver
  if (couldTakeAt(receiver, conversation, {}) || subAccountId === null) return {}
  return subAccountId === conversation.subAccountId ? {} : { subAccountId, questionnaireId: null }
}

/** [N7] [N8] [N9] [S12] Why it cannot come into somebody's hands; null: it can. */
function whyNotReceive(house: House, receiver: Agent, conversation: Conversation): string | null {
  if (!receiver.active) return 'inactive'
  if (!holds(receiver, 'conversations')) return 'no-access'
  if (!couldTakeAt(receiver, conversation, whereItGoes(receiver, conversation)))
    return receiver.languages.includes(conversation.language) ? 'questionnaire' : 'language'
  return hasRoom(house, receiver) ? null : 'full'
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
): Happening => change(house, conversation, { state: 'pending', assignee: null }, [notice(why, agent)])

/** Whether somebody could take over all of these, as if they picked each up. */
export const couldTakeOver = (house: House, heir: Agent, held: Conversation[]): boolean =>
  heir.active &&
  held.every((one) => mayTake(heir, { ...one, state: 'pending', assignee: null })) &&
  hasRoom(house, heir, held.length)
