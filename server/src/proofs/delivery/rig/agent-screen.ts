import { listsOf } from '#client/agent-lists.ts'
import {
  type AgentState,
  applyEvent,
  forgetThread,
  fromSnapshot,
  isBehind,
  trackThread,
  withoutConversation,
  withSent,
  withThread,
  withThreadAnew,
} from '#client/agent-state.ts'
import type { Api } from '#client/api.ts'
import { type Connection, type ConnectionState, createConnection } from '#client/connection.ts'
import type { ConnectionTimes } from '#client/connection-settings.ts'
import { createOutbox, type Outbox } from '#client/outbox.ts'
import { Refused } from '#client/refused.ts'
import { shownMessages } from '#client/threads.ts'
import { uuid7 } from '#client/uuid7.ts'
import type { Thread } from '#contract/conversations.ts'
import type { AgentEvent } from '#contract/events.ts'
import type { ConversationId, FileId } from '#contract/ids.ts'
import type { BodyOf } from '#contract/routes.ts'
import type { Engaged } from '../../../testing/staff.ts'
import { Device, type Place, quickRetry, quickTimes } from './device.ts'

type Said = BodyOf<'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId'>

/** An agent's console without its pages: the client it ships, wired as the console wires it. */
export class AgentScreen {
  readonly device: Device
  readonly api: Api
  readonly connection: Connection
  readonly outbox: Outbox<Said>
  readonly connectionStates: ConnectionState[] = []
  state: AgentState | null = null
  snapshots = 0
  accessChanges = 0
  /** Called whenever the composer may send from now on. */
  onFresh = () => {}
  readonly #looked = new Set<ConversationId>()
  readonly #loading = new Set<ConversationId>()
  readonly #organisationId: Engaged['organisationId']

  constructor(agent: Pick<Engaged, 'organisationId' | 'headers'>, place: Place, times: Partial<ConnectionTimes> = {}) {
    this.device = new Device(place)
    this.#organisationId = agent.organisationId
    const params = { organisationId: agent.organisationId }
    const api = this.device.api(agent.headers)
    this.api = api
    this.connection = createConnection<AgentEvent>({
      socketUrl: this.device.socketUrl,
      ticket: (signal) => api.call('POST /organisations/:organisationId/socket-tickets', { params, signal }),
      poll: (cursors, waitMs, signal) =>
        api.call('POST /organisations/:organisationId/poll', { params, body: { cursors, waitMs }, signal }),
      snapshot: (signal) => this.#takeSnapshot(signal),
      onEvents: (events) => this.#hear(events),
      onState: (state) => {
        this.connectionStates.push(state)
        if (state !== 'live') return
        this.onFresh()
        this.outbox.wake()
        this.#completeThreads()
      },
      onAccessChanged: () => {
        this.accessChanges += 1
      },
      world: this.device.world,
      times: { ...quickTimes, ...times },
    })
    this.outbox = createOutbox({
      name: `outbox ${uuid7()}`,
      send: ({ id, lane, body }, signal) =>
        api.call('PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId', {
          params: { ...params, conversationId: lane, clientMessageId: id },
          body,
          signal,
        }),
      onSent: (reply) => this.#change((state) => withSent(state, reply)),
      onChange: () => {},
      mayFlow: () => this.connection.isFresh(),
      retry: quickRetry,
      world: this.device.world,
    })
  }

  start(): void {
    this.connection.start()
  }

  stop(): void {
    this.connection.stop()
    this.outbox.close()
  }

  /** Opens a conversation; its messages are kept complete from then on. */
  async look(id: ConversationId): Promise<void> {
    this.#looked.add(id)
    await this.#load(id)
  }

  /** Closes it: what comes of it is on its card alone. */
  lookAway(id: ConversationId): void {
    this.#looked.delete(id)
    this.#change((state) => forgetThread(state, id))
  }

  say(id: ConversationId, text: string, kind: Said['kind'] = 'text', fileIds: FileId[] = []): Promise<string> {
    return this.outbox.add(id, { text, kind, fileIds })
  }

  /** Everything its pages would draw, besides what waits in the outbox. */
  shown(): Shown {
    if (!this.state) throw new Error('nothing is shown yet')
    return shown(this.state, this.#looked)
  }

  /** What a console that loads everything anew now would draw. */
  async fresh(): Promise<Shown> {
    const { state } = await loadInbox(this.api, this.#organisationId, this.#looked)
    return shown(state, this.#looked)
  }

  async #takeSnapshot(signal: AbortSignal) {
    this.snapshots += 1
    const known = this.state ?? undefined
    const { state, cursors } = await loadInbox(this.api, this.#organisationId, this.#looked, { known, signal })
    this.state = state
    return cursors
  }

  #hear(events: AgentEvent[]): void {
    this.#change((state) => events.reduce(applyEvent, state))
    for (const event of events) {
      if (event.type === 'access.changed') this.connection.refresh()
      // Their names stand on the cards.
      if (event.type === 'settings.changed' && (event.list === 'channels' || event.list === 'sub-accounts'))
        this.connection.refresh()
    }
    this.#completeThreads()
  }

  #completeThreads(): void {
    for (const id of this.#looked)
      if (this.state?.conversations.has(id) && (!this.state.threads.has(id) || isBehind(this.state, id)))
        // Tried again at the next event, as a console does.
        void this.#load(id).catch(() => {})
  }

  async #load(id: ConversationId): Promise<void> {
    if (this.#loading.has(id)) return
    this.#loading.add(id)
    this.#change((state) => trackThread(state, id))
    try {
      const thread = await fetchThread(this.api, this.#organisationId, id)
      this.#change((state) => withFetched(state, thread))
    } finally {
      this.#loading.delete(id)
    }
    this.#completeThreads()
  }

  #change(next: (state: AgentState) => AgentState): void {
    if (this.state) this.state = next(this.state)
  }
}

/** What a console loads at first: the lists, and the conversations that are looked at. */
export async function loadInbox(
  api: Api,
  organisationId: Engaged['organisationId'],
  looked: Iterable<ConversationId>,
  { known, signal }: { known?: AgentState; signal?: AbortSignal } = {},
) {
  const inbox = await api.call('GET /organisations/:organisationId/inbox', { params: { organisationId }, signal })
  const threads = await Promise.all(
    [...looked].map(async (id) => ({ id, thread: await fetchThread(api, organisationId, id, signal) })),
  )
  const state = threads.reduce(
    (next, { id, thread }) => (thread ? withThreadAnew(next, thread) : withoutConversation(next, id)),
    fromSnapshot(inbox, known),
  )
  return { state, cursors: inbox.cursors }
}

async function fetchThread(
  api: Api,
  organisationId: Engaged['organisationId'],
  conversationId: ConversationId,
  signal?: AbortSignal,
): Promise<Thread | null> {
  const params = { organisationId, conversationId }
  try {
    return await api.call('GET /organisations/:organisationId/conversations/:conversationId', { params, signal })
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return null
    throw error
  }
}

/** Null: out of reach. */
const withFetched = (state: AgentState, thread: Thread | null) => (thread ? withThread(state, thread) : state)

export type Shown = ReturnType<typeof shown>

/** Everything that pages draw of a state, in their order. */
export function shown(state: AgentState, looked: Iterable<ConversationId>) {
  return {
    ...listsOf(state),
    more: state.more,
    colleagues: [...state.colleagues.values()].sort((one, other) => (one.id < other.id ? -1 : 1)),
    subAccounts: state.subAccounts,
    channels: state.channels,
    threads: [...looked].flatMap((id) => {
      const thread = state.threads.get(id)
      return thread && state.conversations.has(id) ? [{ id, messages: shownMessages(thread) }] : []
    }),
  }
}
