import { holdsFile } from '../../../testing/naive/rules.ts'
import type { Message } from '../../../testing/naive/world.ts'
import type { AgentRow, ConversationRow } from '../camera.ts'
import { naiveAgent, naiveConversation } from '../naive-people.ts'
import type { FileRow } from './files-kept.ts'
import type { MessageRow } from './said-once.ts'

/** Somebody asked for a file at its door: an agent, or the visitor of a conversation. */
export interface Try {
  by: { agentId: string } | { visitorOf: string | null }
  file: FileRow
  had: boolean
}

interface AsItIs {
  tries: readonly Try[]
  agents: readonly AgentRow[]
  conversations: readonly ConversationRow[]
  messages: readonly MessageRow[]
  advises: ReadonlyMap<string, readonly string[]>
}

/** A file is had by whoever may read where it was sent, by its visitor unless it came with a note, and by nobody else. */
export function hadByRight({ tries, agents, conversations, messages, advises }: AsItIs) {
  const faults: string[] = []
  const counts = { had: 0, kept: 0 }
  const people = new Map(agents.map((row) => [row.id, naiveAgent(row, advises)]))
  const rows = new Map(conversations.map((row) => [row.id, row]))
  const deleted = new Set(messages.flatMap((one) => (one.deleted ? [`${one.conversation_id} ${one.seq}`] : [])))
  for (const { by, file, had } of tries) {
    counts[had ? 'had' : 'kept'] += 1
    if (had === mayHave(by, file)) continue
    const who = 'agentId' in by ? people.get(by.agentId)?.name : `the visitor of ${by.visitorOf}`
    faults.push(`${file.id} was ${had ? 'had by' : 'kept from'} ${who}`)
  }
  return { faults, counts }

  function mayHave(by: Try['by'], { conversation_id, message_seq, audience }: FileRow): boolean {
    const isGone = deleted.has(`${conversation_id} ${message_seq}`)
    if ('visitorOf' in by) return by.visitorOf === conversation_id && audience === 'everybody' && !isGone
    const [person, row] = [people.get(by.agentId), rows.get(conversation_id)]
    if (!person || !row) return false
    // Nothing else of a message decides who has its files.
    return holdsFile(person, naiveConversation(row, person), { deleted: isGone } as Message)
  }
}
