import type { MessageForAgent } from '#contract/messages.ts'

/** What one party said in one go. */
export interface SaidRow {
  kind: 'said'
  key: string
  author: Exclude<MessageForAgent['author'], { kind: 'system' }>
  /** At least one. */
  messages: readonly MessageForAgent[]
}

export type ThreadRow =
  | { kind: 'day'; key: string; at: string }
  /** Below it stands what the reader had not read when they opened the conversation. */
  | { kind: 'new-line'; key: string }
  | { kind: 'notice'; key: string; message: MessageForAgent }
  | { kind: 'note'; key: string; message: MessageForAgent }
  | SaidRow

/** A longer silence begins a new group, with its own time. */
const groupPauseMs = 5 * 60 * 1000

/** Messages as they are drawn: days told apart, words of one author in one go together. */
export function threadRows(messages: readonly MessageForAgent[], firstUnreadSeq: number | null): ThreadRow[] {
  const rows: ThreadRow[] = []
  let previous: MessageForAgent | undefined
  for (const message of messages) {
    const isNewDay = !previous || dayOf(previous.sentAt) !== dayOf(message.sentAt)
    if (isNewDay) rows.push({ kind: 'day', key: `day ${message.seq}`, at: message.sentAt })
    if (message.seq === firstUnreadSeq && previous) rows.push({ kind: 'new-line', key: 'new-line' })
    const last = rows.at(-1)
    if (message.kind !== 'text') {
      rows.push({ kind: message.kind, key: `message ${message.seq}`, message })
    } else if (last?.kind === 'said' && continues(last, message)) {
      rows[rows.length - 1] = { ...last, messages: [...last.messages, message] }
    } else if (message.author.kind !== 'system') {
      rows.push({ kind: 'said', key: `message ${message.seq}`, author: message.author, messages: [message] })
    }
    previous = message
  }
  return rows
}

function continues(row: SaidRow, message: MessageForAgent): boolean {
  const last = row.messages.at(-1)
  if (!last || Date.parse(message.sentAt) - Date.parse(last.sentAt) >= groupPauseMs) return false
  const { author } = message
  if (row.author.kind === 'visitor' || author.kind !== 'agent') return row.author.kind === author.kind
  return row.author.agentId === author.agentId
}

/** A day in the reader's zone. */
const dayOf = (instant: string) => new Date(instant).toDateString()

/** The first of the visitor's words the agents' side has not read; null when all is read. */
export function firstUnreadSeq(messages: readonly MessageForAgent[], agentReadSeq: number): number | null {
  return (
    messages.find(({ seq, kind, author }) => seq > agentReadSeq && kind === 'text' && author.kind === 'visitor')?.seq ??
    null
  )
}

export interface Marks {
  /** The last words of agents the visitor has read: they bear the « Vu ». */
  seenSeq: number | null
  /** The last words of agents, when the visitor has not read them: they bear the « Envoyé ». */
  sentSeq: number | null
}

export function marksOf(messages: readonly MessageForAgent[], visitorReadSeq: number): Marks {
  const said = messages.filter(({ kind, author }) => kind === 'text' && author.kind === 'agent')
  const last = said.at(-1)
  return {
    seenSeq: said.findLast(({ seq }) => seq <= visitorReadSeq)?.seq ?? null,
    sentSeq: last && last.seq > visitorReadSeq ? last.seq : null,
  }
}
