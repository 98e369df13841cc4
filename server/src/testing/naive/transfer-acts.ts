import { type Act, no, type Outcome, yes } from './act.ts'
import { change, notice, saying } from './conversation-acts.ts'
import { hasRoom, holds, knows, knowsColleague, mayClose, mayRead, mayTake } from './rules.ts'
import { type Agent, type Conversation, type House, present } from './world.ts'

const missing = no('404 request.not-found')

/** [N13] From hand to hand, to another sub-account, or back to wait; [N7] never past a limit. */
export function transfer(agent: Agent, act: Extract<Act, { act: 'transfer' }>): Outcome {
  const { house } = act
  if (!agent.active) return no('403 access.inactive')
  const conversation = house.conversations.find(({ id }) => id === act.conversationId)
  if (!conversation || !mayRead(agent, conversation)) return missing
  if (!mayClose(agent, conversation)) return no('403 conversations.not-yours')
  if (conversation.state === 'closed') return no('409 conversations.closed')
  const noted = act.note === '' ? [] : [saying({ kind: 'note', by: agent, text: act.note })]

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
export function whereItGoes(receiver: Agent, conversation: Conversation): Partial<Conversation> {
  const { subAccountId } = receiver
  if (couldTakeAt(receiver, conversation, {}) || subAccountId === null) return {}
  return subAccountId === conversation.subAccountId ? {} : { subAccountId, questionnaireId: null }
}

/** [N7] [N8] [N9] [S12] Why it cannot come into somebody's hands; null: it can. */
export function whyNotReceive(house: House, receiver: Agent, conversation: Conversation): string | null {
  if (!receiver.active) return 'inactive'
  if (!holds(receiver, 'conversations')) return 'no-access'
  if (!couldTakeAt(receiver, conversation, whereItGoes(receiver, conversation)))
    return receiver.languages.includes(conversation.language) ? 'questionnaire' : 'language'
  return hasRoom(house, receiver) ? null : 'full'
}
