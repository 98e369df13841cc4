import { mayTake } from '../../../testing/naive/rules.ts'
import type { AgentRow, ConversationRow, Picture } from '../camera.ts'
import { asWaiting, naiveAgent } from '../naive-people.ts'

/**
 * Goes through the film picture by picture, and counts by hand: nobody comes to have more than their limit, is offered more than they
 * have room for, or gets what they could not take at that moment [N7] [N8] [N9] [S12].
 */
export function withinLimits(film: readonly Picture[], advises: ReadonlyMap<string, readonly string[]>) {
  const agents = new Map<string, AgentRow>()
  const conversations = new Map<string, ConversationRow>()
  const open = new Map<string, number>()
  const offered = new Map<string, number>()
  /** Whom each was last offered to, since it began to wait. */
  const lastAsked = new Map<string, string>()
  const faults: string[] = []
  const counts = { taken: 0, offers: 0, passedOn: 0, full: 0 }

  for (const { what, row } of film) {
    if (what === 'agent') {
      agents.set(row.id, row)
      continue
    }
    const before = conversations.get(row.id)
    conversations.set(row.id, row)
    const [had, has] = [holderOf(before), holderOf(row)]
    const [askedBefore, asked] = [before?.offered_to ?? null, row.offered_to]
    // First what makes room, then what takes it.
    if (had !== has) add(open, had, -1)
    if (askedBefore !== asked) add(offered, askedBefore, -1)
    if (had !== has) add(open, has, 1)
    if (askedBefore !== asked) add(offered, asked, 1)
    if (row.state !== 'pending') lastAsked.delete(row.id)
    if (has !== null && had !== has) {
      counts.taken += 1
      judge(row, has, 0)
    }
    if (asked !== null && askedBefore !== asked) {
      counts.offers += 1
      if ((lastAsked.get(row.id) ?? asked) !== asked) counts.passedOn += 1
      lastAsked.set(row.id, asked)
      judge(row, asked, offered.get(asked) ?? 0)
      const { availability, languages } = agents.get(asked) ?? {}
      if (availability !== 'available') faults.push(`${row.id} was offered to ${asked}, who was away`)
      if (!languages?.includes(row.language))
        faults.push(`${row.id} was offered to ${asked}, who does not speak ${row.language}`)
    }
  }
  return { faults, counts }

  function judge(row: ConversationRow, agentId: string, offers: number): void {
    const agent = agents.get(agentId)
    if (!agent) {
      faults.push(`${row.id} went to ${agentId}, whom nobody knows`)
      return
    }
    const most = agent.conversation_limit ?? Number.POSITIVE_INFINITY
    const count = (open.get(agentId) ?? 0) + offers
    if (count > most) faults.push(`${agent.name} came to ${count} of ${most} with ${row.id}`)
    if (count === most) counts.full += 1
    const person = naiveAgent(agent, advises)
    if (!mayTake(person, asWaiting(row, person)))
      faults.push(`${agent.name} got ${row.id}, which was not theirs to take`)
  }
}

const holderOf = (row: ConversationRow | undefined): string | null => (row?.state === 'open' ? row.assignee_id : null)

function add(counts: Map<string, number>, id: string | null, more: number): void {
  if (id !== null) counts.set(id, (counts.get(id) ?? 0) + more)
}
