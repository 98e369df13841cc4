import type { Entry } from '#client/outbox.ts'
import type { Attached } from '#client/uploads/attachment.ts'
import type { ReasonId } from '#contract/ids.ts'
import type { MessageFile, MessageForVisitor } from '#contract/messages.ts'
import type { NoticeForVisitor } from '#contract/vocabulary.ts'
import type { Unsent } from './channel-api.ts'

export type Waiting = Entry<Unsent>

/** What stands in the thread, from top to bottom. */
export type Row =
  | { kind: 'day'; key: string; at: Date }
  | { kind: 'notice'; key: string; act: NoticeForVisitor; name: string | null; on: string | undefined; at: Date }
  | { kind: 'theirs'; key: string; name: string; at: Date; bubbles: Bubble[] }
  | { kind: 'mine'; key: string; at: Date; bubbles: Bubble[]; state: OwnState | null }

export interface Bubble {
  key: string
  text: string
  files: readonly (MessageFile | Attached)[]
  /** What an appointment is proposed for with it. */
  proposed?: ReasonId | null
  /** Null until it has its place in the conversation. */
  seq: number | null
  /** Rewritten since, or taken back. */
  was?: 'edited' | 'deleted' | null
}

/** `sent` and `seen` stand once, under the last words they are true of. */
export type OwnState =
  | { is: 'sent' | 'seen' | 'sending' }
  | { is: 'waiting' }
  | { is: 'refused'; id: string; reason: string }

export interface Thread {
  messages: readonly MessageForVisitor[]
  /** Own messages on their way, without those that are among the messages already. */
  waiting: readonly Waiting[]
  agentReadSeq: number
  /** Whether what waits, waits for the network. */
  offline: boolean
}

/** Words of one author within one minute stand together, under one time. */
export function rowsOf({ messages, waiting, agentReadSeq, offline }: Thread): Row[] {
  const rows: Row[] = []
  const own = messages.filter(({ kind, author }) => kind === 'text' && author.kind === 'visitor')
  const lastSeenSeq = own.findLast(({ seq }) => seq <= agentReadSeq)?.seq
  const lastSentSeq = own.at(-1)?.seq

  for (const message of messages) {
    const at = new Date(message.sentAt)
    startDay(rows, at)
    const bubble = {
      key: message.clientMessageId ?? message.id,
      text: message.text,
      files: message.files,
      proposed: message.proposedReasonId,
      seq: message.seq,
      was: message.deletedAt ? ('deleted' as const) : message.editedAt ? ('edited' as const) : null,
    }
    const { author } = message
    if (message.notice !== null) {
      const { subject, appointment } = message
      const name = appointment?.agent ?? subject ?? (author.kind === 'agent' ? author.name : null)
      rows.push({ kind: 'notice', key: message.id, act: message.notice, name, on: appointment?.startsAt, at })
    } else if (author.kind === 'agent')
      join(rows, { kind: 'theirs', key: bubble.key, name: author.name, at, bubbles: [bubble] })
    else {
      const is = message.seq === lastSeenSeq ? 'seen' : message.seq === lastSentSeq ? 'sent' : null
      join(rows, { kind: 'mine', key: bubble.key, at, bubbles: [bubble], state: is && { is } })
    }
  }
  for (const { id, body, addedAtMs, refused, triesInVain } of waiting) {
    const at = new Date(addedAtMs)
    startDay(rows, at)
    const state: OwnState = refused
      ? { is: 'refused', id, reason: refused.message }
      : { is: offline || triesInVain > 1 ? 'waiting' : 'sending' }
    join(rows, {
      kind: 'mine',
      key: id,
      at,
      bubbles: [{ key: id, text: body.text, files: body.files ?? [], seq: null }],
      state,
    })
  }
  return rows
}

function startDay(rows: Row[], at: Date) {
  const last = rows.at(-1)
  if (last && last.at.toDateString() === at.toDateString()) return
  rows.push({ kind: 'day', key: at.toDateString(), at })
}

export type SaidRow = Extract<Row, { bubbles: Bubble[] }>

/** Puts words to those before them, or begins a row. */
function join(rows: Row[], said: SaidRow) {
  const last = rows.at(-1)
  if (last && mayJoin(last, said)) {
    last.bubbles.push(...said.bubbles)
    if (last.kind === 'mine' && said.kind === 'mine') last.state = said.state ?? last.state
  } else rows.push(said)
}

function mayJoin(last: Row, said: SaidRow): last is SaidRow {
  if (last.kind !== said.kind) return false
  const waits = (row: SaidRow) => row.kind === 'mine' && row.bubbles.at(-1)?.seq === null
  if (waits(last) || waits(said)) return alike(last, said)
  if (last.kind === 'mine' && last.state?.is === 'seen') return false
  if (last.kind === 'theirs' && said.kind === 'theirs' && last.name !== said.name) return false
  return minuteOf(last.at) === minuteOf(said.at)
}

/** What waits stands together as long as it waits for the same; what was refused stands alone, with its ways out. */
function alike(last: SaidRow, said: SaidRow): boolean {
  return (
    last.kind === 'mine' &&
    said.kind === 'mine' &&
    last.bubbles.at(-1)?.seq === said.bubbles.at(-1)?.seq &&
    last.state?.is === said.state?.is &&
    said.state?.is !== 'refused'
  )
}

const minuteOf = (at: Date) => Math.floor(at.getTime() / 60_000)
