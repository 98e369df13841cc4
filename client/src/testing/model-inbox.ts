import type { ConversationForAgent, Inbox } from '#contract/conversations.ts'
import type { AgentEvent } from '#contract/events.ts'
import type { AgentId, ChannelId, ConversationId, MessageId, SubAccountId, VisitorId } from '#contract/ids.ts'
import type { MessageForAgent } from '#contract/messages.ts'
import type { NoticeAct } from '#contract/vocabulary.ts'

/** An id that reads as its number. */
export const idOf = <Id extends string>(n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}` as Id

export const ben = {
  id: idOf<AgentId>(901),
  name: 'Ben',
  role: 'agent',
  active: true,
  availability: 'available',
  photoId: null,
} as const
const pageLength = 5

interface Row {
  conversation: ConversationForAgent
  messages: MessageForAgent[]
  inReach: boolean
}

/** A server's conversations as one agent may see them: acts change them, and tell the agent's streams by events. */
export class ModelInbox {
  readonly rows: Row[] = []
  readonly events: AgentEvent[] = []
  private clock = Date.parse('2026-11-22T08:00:00.000Z')

  begin() {
    const n = this.rows.length + 1
    const now = this.now()
    const conversation: ConversationForAgent = {
      id: idOf<ConversationId>(n),
      version: 0,
      subAccountId: idOf<SubAccountId>(800),
      channelId: idOf<ChannelId>(700),
      state: 'pending',
      assigneeId: null,
      assigneeName: null,
      transferredBy: null,
      visitor: { id: idOf<VisitorId>(600 + n), name: null, email: null },
      language: 'fr',
      questionnaireId: null,
      page: null,
      pagesSeen: 0,
      offer: null,
      lastSeq: 0,
      rewrittenVersion: 0,
      visitorReadSeq: 0,
      agentReadSeq: 0,
      lastMessage: null,
      unread: 0,
      mentions: { times: 0, unread: [] },
      closing: null,
      createdAt: now,
      stateSince: now,
      lastActivityAt: now,
      may: {
        pickUp: true,
        write: false,
        note: true,
        close: false,
        reopen: false,
        transfer: true,
        readVersions: true,
        sendTranscript: false,
        explain: true,
      },
    }
    this.rows.push({ conversation, messages: [], inReach: true })
    this.say(n - 1, 'visitor')
  }

  say(index: number, by: 'visitor' | 'agent') {
    const row = this.rows[index]
    if (!row) return
    const reopens = row.conversation.state === 'closed' && by === 'visitor'
    this.change(row, reopens ? { state: 'pending', stateSince: this.now() } : {}, [
      ...(reopens ? [this.message(row, 'notice', 'reopened')] : []),
      this.message(row, by),
    ])
  }

  pickUp(index: number) {
    const row = this.rows[index]
    if (row?.conversation.state !== 'pending') return
    const change = { state: 'open', assigneeId: ben.id, assigneeName: ben.name, stateSince: this.now() } as const
    this.change(row, change, [this.message(row, 'notice', 'picked-up')])
  }

  close(index: number) {
    const row = this.rows[index]
    if (row?.conversation.state !== 'open') return
    this.change(row, { state: 'closed', stateSince: this.now() }, [this.message(row, 'notice', 'closed')])
  }

  read(index: number) {
    const row = this.rows[index]
    if (row) this.change(row, { agentReadSeq: row.conversation.lastSeq, unread: 0 }, [])
  }

  leave(index: number) {
    const row = this.rows[index]
    if (!row?.inReach) return
    row.inReach = false
    row.conversation = { ...row.conversation, version: row.conversation.version + 1 }
    this.events.push({
      type: 'conversation.left',
      conversationId: row.conversation.id,
      version: row.conversation.version,
    })
  }

  comeBack(index: number) {
    const row = this.rows[index]
    if (!row || row.inReach) return
    row.inReach = true
    this.change(row, {}, [])
  }

  snapshot(): Inbox {
    const seen = this.rows.filter(({ inReach }) => inReach).map(({ conversation }) => conversation)
    const closed = seen
      .filter(({ state }) => state === 'closed')
      .toSorted((one, other) => (one.stateSince < other.stateSince ? 1 : -1))
    return {
      cursors: [{ stream: 'organisation', epoch: 'e1', since: this.events.length }],
      pending: seen.filter(({ state }) => state === 'pending'),
      open: seen.filter(({ state }) => state === 'open'),
      closed: closed.slice(0, pageLength),
      mentioned: seen.filter(({ mentions }) => mentions.unread.length > 0),
      more: { pending: false, open: false, closed: closed.length > pageLength },
      colleagues: [ben],
      subAccounts: [],
      channels: [],
      questionnaires: [],
    }
  }

  /** The newest page of messages. */
  thread(index: number) {
    const row = this.rows[index]
    if (!row) throw new Error(`no conversation ${index}`)
    return {
      conversation: row.conversation,
      messages: row.messages.slice(-pageLength),
      more: row.messages.length > pageLength,
    }
  }

  private change(row: Row, change: Partial<ConversationForAgent>, messages: MessageForAgent[]) {
    row.messages.push(...messages)
    const last = messages.at(-1)
    row.conversation = {
      ...row.conversation,
      ...change,
      version: row.conversation.version + 1,
      lastSeq: row.messages.length,
      lastActivityAt: last?.sentAt ?? row.conversation.lastActivityAt,
    }
    if (row.inReach) this.events.push({ type: 'conversation.changed', conversation: row.conversation, messages })
  }

  private message(row: Row, by: 'visitor' | 'agent' | 'notice', notice: NoticeAct | null = null): MessageForAgent {
    const seq =
      row.messages.length + (notice === null && row.conversation.state === 'closed' && by === 'visitor' ? 2 : 1)
    return {
      id: idOf<MessageId>(seq),
      conversationId: row.conversation.id,
      seq,
      clientMessageId: null,
      kind: notice ? 'notice' : 'text',
      text: notice ? '' : `message ${seq}`,
      files: [],
      notice,
      score: null,
      subject: null,
      appointment: null,
      proposedReasonId: null,
      mentions: [],
      author:
        by === 'agent'
          ? { kind: 'agent', agentId: ben.id, name: ben.name }
          : { kind: by === 'notice' ? 'system' : 'visitor' },
      sentAt: this.now(),
      version: 1,
      editedAt: null,
      deletedAt: null,
    }
  }

  private now() {
    this.clock += 1_000
    return new Date(this.clock).toISOString()
  }
}
