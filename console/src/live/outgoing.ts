import { createOutbox, type Entry, type Outbox } from '#client/outbox.ts'
import type { Attached } from '#client/uploads/attachment.ts'
import type { SendAsAgent } from '#contract/conversations.ts'
import type { ConversationId, ReasonId } from '#contract/ids.ts'
import { makeCell, type Readable } from './cell.ts'

/** A message as it waits: its files by what they are on this device. */
export type Unsent = Omit<SendAsAgent, 'fileIds' | 'proposedReasonId'> & {
  files?: readonly Attached[]
  /** Absent: nothing is proposed. */
  proposedReasonId?: ReasonId | null
}

/** What an agent wrote that the server has not answered for. */
export type OutgoingMessage = Entry<Unsent>

export interface Outgoing {
  /** By conversation, in the order of writing. */
  readonly messages: Readable<ReadonlyMap<string, readonly OutgoingMessage[]>>
  send(conversationId: ConversationId, body: Unsent): void
  retry(id: string): void
  discard(id: string): void
  /** Whether what waits outlives the page. */
  isDurable(): boolean
  /** It makes sense to try now. */
  wake(): void
  /** Opens what is kept on the device and sends it. @returns how to stop */
  start(): () => void
}

interface OutgoingSettings<Reply> {
  /** One per person and organisation in this browser. */
  name: string
  send(message: OutgoingMessage, signal: AbortSignal): Promise<Reply>
  onSent(reply: Reply): void
  /** The server said no; the message stays, to be retried, copied or discarded. */
  onRefused(message: OutgoingMessage): void
  mayFlow(): boolean
}

export function createOutgoing<Reply>(settings: OutgoingSettings<Reply>): Outgoing {
  const messages = makeCell<ReadonlyMap<string, readonly OutgoingMessage[]>>(new Map())
  let outbox: Outbox<Unsent> | null = null
  const attempted = new Set<string>()

  function show() {
    const entries = outbox?.entries() ?? []
    messages.write(Map.groupBy(entries, ({ lane }) => lane))
    for (const entry of entries) {
      if (entry.state === 'sending') attempted.add(entry.id)
      // Only what was tried in this page is news; an older refusal is shown in its conversation.
      if (entry.state === 'refused' && attempted.delete(entry.id)) settings.onRefused(entry)
    }
  }

  return {
    messages,
    send: (conversationId, body) => void outbox?.add(conversationId, body),
    retry: (id) => void outbox?.retry(id),
    discard: (id) => void outbox?.discard(id),
    isDurable: () => outbox?.isDurable() ?? true,
    wake: () => outbox?.wake(),
    start() {
      const { name, send, mayFlow } = settings
      const opened = createOutbox({
        name,
        send,
        mayFlow,
        onSent: settings.onSent,
        // A closed outbox may still finish a look into its store.
        onChange: () => outbox === opened && show(),
      })
      outbox = opened
      show()
      return () => {
        opened.close()
        if (outbox === opened) outbox = null
      }
    },
  }
}
