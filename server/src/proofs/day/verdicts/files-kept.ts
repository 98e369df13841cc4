import type { Said, SentFile } from '../ledger.ts'
import type { MessageRow } from './said-once.ts'

/** A file that is part of a message. */
export interface FileRow {
  id: string
  name: string
  conversation_id: string
  message_seq: number
  audience: 'everybody' | 'agents'
  /** Of its bytes as they are kept. */
  sum: string
}

interface Kept {
  messages: readonly MessageRow[]
  files: readonly FileRow[]
  said: Iterable<Said>
  sent: ReadonlyMap<string, SentFile>
}

/**
 * Every message has the files it was sent with, in their order, byte for byte, and no others; taken back, it shows none of them; and
 * what was taken back, or came with a note, is for agents alone.
 */
export function filesKept({ messages, files, said, sent }: Kept): string[] {
  const faults: string[] = []
  const saidById = new Map(Array.from(said, (one) => [one.clientId, one]))
  const attached = Map.groupBy(files, ({ conversation_id, message_seq }) => `${conversation_id} ${message_seq}`)
  for (const message of messages) {
    const place = `${message.conversation_id} ${message.seq}`
    const meant = saidById.get(message.client_message_id ?? '')?.fileIds ?? []
    const kept = attached.get(place) ?? []
    attached.delete(place)
    if (!isSame(kept.map(({ id }) => id).toSorted(), meant.toSorted()))
      faults.push(`${place} was sent with ${meant.length} files, and has others: ${kept.length}`)
    if (!isSame(message.files, message.deleted ? [] : meant))
      faults.push(`${place} shows ${message.files.length} files`)
    for (const file of kept) {
      const audience = message.kind === 'note' || message.deleted ? 'agents' : 'everybody'
      if (file.audience !== audience) faults.push(`${file.id} of ${place} is for ${file.audience}`)
    }
  }
  for (const place of attached.keys()) faults.push(`${place} has files, and is no message`)
  for (const { id, name, sum } of files) {
    const device = sent.get(id)
    if (!device) faults.push(`nobody sent ${id}`)
    else if (device.name !== name || device.sum !== sum) faults.push(`${id} is not what was sent as ${device.name}`)
  }
  return faults
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, place) => id === other[place])
