import type { LastSight, Said } from '../ledger.ts'

export interface MessageRow {
  conversation_id: string
  seq: number
  id: string
  author: 'visitor' | 'agent' | 'system'
  kind: 'text' | 'note' | 'notice'
  client_message_id: string | null
  text: string
  version: number
  deleted: boolean
  /** Ids of what it shows. */
  files: string[]
}

interface Told {
  /** In the order of their writing, conversation by conversation. */
  messages: readonly MessageRow[]
  said: Iterable<Said>
  notes: readonly string[]
  lastSights: readonly LastSight[]
}

/**
 * What was answered for is there exactly once, what was not at most once, nothing that nobody said; everybody's words stand in the order
 * in which they said them, and pages showed what is written.
 */
export function saidOnce({ messages, said, notes, lastSights }: Told): string[] {
  const faults: string[] = []
  const byClientId = Map.groupBy(messages, ({ client_message_id }) => client_message_id)
  const known = new Set<string>()
  const last = new Map<string, number>()

  for (const one of said) {
    known.add(one.clientId)
    const rows = byClientId.get(one.clientId) ?? []
    if (rows.length > 1) faults.push(`${one.clientId} is there ${rows.length} times`)
    if (rows.length === 0 && one.known >= 0) faults.push(`${one.clientId} was answered for, and is not there`)
    if (rows.length > 0 && one.refused) faults.push(`${one.clientId}, said by ${one.by}, was refused, and is there`)
    const [row] = rows
    if (!row) continue
    if (one.texts.lastIndexOf(row.text) < Math.max(0, one.known))
      faults.push(`${one.clientId} says "${row.text}", not "${one.texts.at(one.known)}"`)
    const lane = `${one.by} in ${row.conversation_id}`
    if (row.seq < (last.get(lane) ?? 0)) faults.push(`${one.clientId} stands before what ${one.by} said before it`)
    last.set(lane, row.seq)
  }

  for (const { client_message_id: id } of messages) if (id !== null && !known.has(id)) faults.push(`nobody said ${id}`)
  const threads = Map.groupBy(messages, ({ conversation_id }) => conversation_id)
  for (const [id, rows] of threads)
    if (rows.some(({ seq }, place) => seq !== place + 1))
      faults.push(`${id} is not whole: ${rows.map(({ seq }) => seq)}`)
  for (const note of notes) {
    const count = messages.filter(({ text, kind }) => kind === 'note' && text === note).length
    if (count !== 1) faults.push(`the note "${note}" is there ${count} times`)
  }
  for (const sight of lastSights) faults.push(...shownAsWritten(sight, threads.get(sight.conversationId ?? '') ?? []))
  return faults
}

/** A page that was closed early shows less; what it shows is so. */
function shownAsWritten({ visitor, messages }: LastSight, written: readonly MessageRow[]): string[] {
  const faults: string[] = []
  let before = 0
  for (const { id, seq, text, version } of messages) {
    const row = written[seq - 1]
    if (seq <= before) faults.push(`visitor ${visitor} read ${seq} after ${before}`)
    before = seq
    if (row?.id !== id || row.kind === 'note')
      faults.push(`visitor ${visitor} read ${id} at ${seq}, where it does not stand`)
    else if (version > row.version || (version === row.version && text !== row.text))
      faults.push(`visitor ${visitor} read "${text}" at ${seq}, where "${row.text}" stands`)
  }
  return faults
}
