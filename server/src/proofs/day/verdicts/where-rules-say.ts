import { mayTake, mayWrite } from '../../../testing/naive/rules.ts'
import type { AgentRow, ConversationRow } from '../camera.ts'
import { asWaiting, naiveAgent, naiveConversation } from '../naive-people.ts'

/** A notice of a thread, which tells where its conversation went. */
export interface NoticeRow {
  conversation_id: string
  notice: string
  author: 'visitor' | 'agent' | 'system'
  author_id: string
  subject_id: string | null
}

/** An agent as they are now. */
export interface AgentNow extends AgentRow {
  present: boolean
}

/** A conversation as it is now. */
export interface ConversationNow extends ConversationRow {
  /** Whether its channel brings it to somebody by itself. */
  isRouted: boolean
  asked: string[]
  /** What routing last wrote down of why it waits: 'waits', 'nobody' with a reason, or 'offer'. */
  outcome: string | null
  because: string | null
}

export interface Stillness {
  agents: readonly AgentNow[]
  conversations: readonly ConversationNow[]
  /** In their order. */
  notices: readonly NoticeRow[]
  /** What an administrator is shown of what nobody can take. */
  blocked: readonly { conversationId: string; because: string }[]
  advises: ReadonlyMap<string, readonly string[]>
}

/**
 * Where everything is, once nobody does anything any more: as its own thread tells, with somebody who may have it, or waiting for
 * somebody; and what nobody can take says why [N8].
 */
export function whereRulesSay({ agents, conversations, notices, blocked, advises }: Stillness): string[] {
  const faults: string[] = []
  const threads = Map.groupBy(notices, ({ conversation_id }) => conversation_id)
  const reasons = new Map(blocked.map(({ conversationId, because }) => [conversationId, because]))
  for (const one of conversations) {
    const told = asToldBy(threads.get(one.id) ?? [])
    if (told.state !== one.state || (told.state !== 'pending' && told.by !== one.assignee_id))
      faults.push(
        `${one.id} is ${one.state} with ${one.assignee_id}, and its thread tells ${told.state} with ${told.by}`,
      )
    if (one.state === 'open') faults.push(...openFaults(one))
    if (one.state === 'pending') faults.push(...waitingFaults(one))
    if (one.state !== 'pending' && reasons.has(one.id)) faults.push(`${one.id} is ${one.state}, and shown as blocked`)
  }
  return faults

  function openFaults(one: ConversationNow): string[] {
    const row = agents.find(({ id }) => id === one.assignee_id)
    const person = row && naiveAgent(row, advises)
    return person && mayWrite(person, naiveConversation(one, person))
      ? []
      : [`${one.id} is open with ${row?.name}, who may not answer`]
  }

  function waitingFaults(one: ConversationNow): string[] {
    const why = whyNobody(one)
    const faults: string[] = []
    if ((reasons.get(one.id) ?? null) !== why)
      faults.push(`${one.id} is shown as ${reasons.get(one.id)}, and is ${why}`)
    if (!one.isRouted) return faults
    const able = agents.filter((row) => keeps(row, one) === null)
    if (one.offered_to !== null) {
      const asked = agents.find(({ id }) => id === one.offered_to)
      const kept = asked && keeps(asked, one, 0)
      if (kept !== null) faults.push(`${one.id} is offered to ${asked?.name}, who is kept from it by ${kept}`)
    } else if (able.length > 0 && !able.every(({ id }) => one.asked.includes(id)))
      faults.push(
        `${one.id} waits for nobody, though ${able.find(({ id }) => !one.asked.includes(id))?.name} could take it`,
      )
    // Who has no room left beside other offers could not be offered it either: that is written down as full.
    const written = one.offered_to !== null ? 'offer' : able.length > 0 ? 'waits' : 'nobody'
    if (one.outcome !== written) faults.push(`${one.id} was decided to be ${one.outcome}, and is ${written}`)
    if (written === 'nobody' && why !== null && one.because !== why)
      faults.push(`${one.id} was decided to wait by ${one.because}, and does by ${why}`)
    return faults
  }

  /** What keeps somebody from being brought a conversation now, the first of what would be asked; null: nothing. */
  function keeps(row: AgentNow, one: ConversationNow, more = 1): string | null {
    const person = naiveAgent(row, advises)
    const waiting = asWaiting(one, person)
    const isNeighbour = row.role === 'agent' && row.reach !== 'all' && row.sub_account_id !== one.sub_account_id
    const isLed = row.role === 'manager' && row.sub_account_id !== one.sub_account_id
    if (row.removed_at !== null || !row.active || !row.modules.includes('conversations') || isNeighbour || isLed)
      return 'nobody-active'
    if (!row.languages.includes(one.language)) return 'language'
    if (!mayTake(person, waiting)) return 'questionnaire'
    if (!row.present || row.availability === 'away') return 'all-away'
    const hand = conversations.filter(
      (other) => (other.state === 'open' && other.assignee_id === row.id) || (other.offered_to === row.id && more > 0),
    )
    return row.conversation_limit !== null && hand.length + more > row.conversation_limit ? 'all-full' : null
  }

  /** The same of everybody, offers aside: whoever is only asked could take it all the same. */
  function whyNobody(one: ConversationNow): string | null {
    let left = agents.map((row) => {
      const why = keeps(row, one, 0)
      if (why !== null) return why
      const open = conversations.filter(({ state, assignee_id }) => state === 'open' && assignee_id === row.id).length
      return row.conversation_limit !== null && open + 1 > row.conversation_limit ? 'all-full' : null
    })
    for (const reason of ['nobody-active', 'language', 'questionnaire', 'all-away', 'all-full']) {
      left = left.filter((why) => why !== reason)
      if (left.length === 0) return reason
    }
    return null
  }
}

/** Reads a thread's notices one after the other, as somebody who knows nothing else. */
function asToldBy(notices: readonly NoticeRow[]): { state: string; by: string | null } {
  let [state, by]: [string, string | null] = ['pending', null]
  for (const { notice, author, author_id, subject_id } of notices) {
    if (notice === 'picked-up' || (notice === 'reopened' && author === 'agent')) [state, by] = ['open', author_id]
    else if (notice === 'transferred') [state, by] = ['open', subject_id]
    else if (notice === 'handed-over') [state, by] = ['open', author_id]
    else if (notice === 'closed') [state, by] = ['closed', by ?? author_id]
    else [state, by] = ['pending', null]
  }
  return { state, by }
}
