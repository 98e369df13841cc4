import { type AgentState, withConversation } from '#client/agent-state.ts'
import { heard, joined, meets, type Stretch, withNewerStretch, withOlderStretch } from '#client/reading-apart.ts'
import type { Thread } from '#contract/conversations.ts'
import type { ConversationId } from '#contract/ids.ts'
import type { MessageForAgent } from '#contract/messages.ts'
import { type Cell, makeCell, type Readable } from './cell.ts'
import type { KnownState } from './known-state.ts'

/** A place in a conversation, read apart from its end. */
export interface Apart extends Stretch {
  readonly conversationId: ConversationId
  readonly progress: 'idle' | 'loading' | 'failed'
}

export interface Reading {
  /** Null: everything that is read belongs to the loaded end. */
  readonly apart: Readable<Apart | null>
  /** Whether the message is being fetched. */
  readonly isSeeking: Readable<boolean>
  /** Makes a message readable, with what stands around it. The end of the conversation must be loaded. */
  open(id: ConversationId, seq: number): Promise<void>
  loadOlder(): Promise<void>
  loadNewer(): Promise<void>
  /** Back to the end. */
  leave(): void
  hear(id: ConversationId, messages: readonly MessageForAgent[]): void
}

interface Doors {
  fetchAround(id: ConversationId, seq: number): Promise<Thread>
  fetchBeside(
    id: ConversationId,
    place: { before: number } | { after: number },
  ): Promise<{ messages: MessageForAgent[]; more: boolean }>
}

/** Reading conversations at any depth, without loading all that was said since. */
export function createReading(known: Cell<KnownState>, { fetchAround, fetchBeside }: Doors): Reading {
  const apart = makeCell<Apart | null>(null)
  const isSeeking = makeCell(false)
  let opened = 0

  /** Shows a stretch: by itself, or as part of the end once it meets it. */
  function show(id: ConversationId, stretch: Stretch) {
    const state = known.read()
    const thread = state?.threads.get(id)
    if (!state || !thread || !meets(stretch, thread)) {
      apart.write({ ...stretch, conversationId: id, progress: 'idle' })
      return
    }
    apart.write(null)
    known.write({ ...state, threads: new Map(state.threads).set(id, joined(thread, stretch)) })
  }

  /** One page at a time; none where there is nothing more. */
  async function extend(
    isThere: (now: Apart) => boolean,
    place: (now: Apart) => { before: number } | { after: number },
    add: (now: Stretch, page: { messages: MessageForAgent[]; more: boolean }) => Stretch,
  ) {
    const now = apart.read()
    if (!now || now.progress === 'loading' || !isThere(now)) return
    apart.write({ ...now, progress: 'loading' })
    const begun = opened
    const isStill = () => begun === opened && apart.read()?.conversationId === now.conversationId
    try {
      const page = await fetchBeside(now.conversationId, place(now))
      const latest = apart.read()
      if (latest && isStill()) show(now.conversationId, add(latest, page))
    } catch {
      // Whatever it was, the place says so and offers to try again.
      const latest = apart.read()
      if (latest && isStill()) apart.write({ ...latest, progress: 'failed' })
    }
  }

  return {
    apart,
    isSeeking,
    async open(id, seq) {
      const opening = ++opened
      const thread = known.read()?.threads.get(id)
      if (apart.read()?.conversationId !== id) apart.write(null)
      const isLoaded = ({ messages }: { messages: readonly MessageForAgent[] }) =>
        messages.some((message) => message.seq === seq)
      if (thread && isLoaded(thread)) return apart.write(null)
      const now = apart.read()
      if (now && isLoaded(now)) return
      isSeeking.write(true)
      try {
        const { conversation, messages, more, newer } = await fetchAround(id, seq)
        if (opening !== opened) return
        const change = (state: AgentState) => withConversation(state, conversation)
        const state = known.read()
        if (state) known.write(change(state))
        show(id, { messages, more, newer })
      } catch {
        // The end of the conversation stays in sight: it is what one would be led to anyhow.
      } finally {
        if (opening === opened) isSeeking.write(false)
      }
    },
    loadOlder: () =>
      extend(
        ({ more }) => more,
        ({ messages }) => ({ before: messages[0]?.seq ?? 1 }),
        withOlderStretch,
      ),
    loadNewer: () =>
      extend(
        ({ newer }) => newer,
        ({ messages }) => ({ after: messages.at(-1)?.seq ?? 0 }),
        withNewerStretch,
      ),
    leave() {
      opened += 1
      isSeeking.write(false)
      apart.write(null)
    },
    hear(id, messages) {
      const now = apart.read()
      if (now?.conversationId === id) apart.write({ ...now, ...heard(now, messages) })
    },
  }
}
