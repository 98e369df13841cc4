import { listsOf } from '#client/agent-lists.ts'
import {
  type AgentState,
  applyEvent,
  fromSnapshot,
  isBehind,
  trackThread,
  withSent,
  withThread,
} from '#client/agent-state.ts'
import type { Api } from '#client/api.ts'
import { type Connection, type ConnectionState, createConnection } from '#client/connection.ts'
import type { ConnectionTimes } from '#client/connection-settings.ts'
import { createOutbox, type Outbox } from '#client/outbox.ts'
import { Refused } from '#client/refused.ts'
import { shownMessages } from '#client/threads.ts'
import { uuid7 } from '#client/uuid7.ts'
import type { SendAsAgent, Thread } from '#contract/conversations.ts'
import type { AgentEvent } from '#contract/events.ts'
import type { ConversationId } from '#contract/ids.ts'
import type { CastAgent } from '../../../testing/person.ts'
import { Device, type Place, quickRetry, quickTimes } from './device.ts'

export type AgentReplies = { sent: string[] }

/** An agent's console without its pages: the client it ships, wired as the console wires it. */
export class AgentScreen {
  readonly device: Device
  readonly api: Api
  readonly connection: Connection
  readonly outbox: Outbox<SendAsAgent>
  readonly connectionStates: ConnectionState[] = []
  state: AgentState | null = null
  snapshots = 0
  accessChanges = 0
  /** Called whenever the composer may send from now on. */
  onFresh = () => {}
  readonly #looked = new Set<ConversationId>()
  readonly #loading = new Set<ConversationId>()
  readonly #organisationId: CastAgent['organisationId']

  constructor(agent: CastAgent, place: Place, times: Partial<ConnectionTimes> = {}) {
    this.device = new Device(place)
    this.#organisationId = agent.organisationId
    const params = { organisationId: agent.organisationId }
    const cookie = [...agent.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const api = this.device.api({ cookie })
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

  say(id: ConversationId, text: string, kind: SendAsAgent['kind'] = 'text'): Promise<string> {
    return this.outbox.add(id, { text, kind })
  }

  /** Everything its pages would draw, besides what waits in the outbox. */
  shown(): Shown {
    if (!this.state) throw new Error('nothing is shown yet')
    return shown(this.state, this.#looked)
  }

  /** What a console that loads everything anew now would draw. */
  async fresh(): Promise<Shown> {
    let state = fromSnapshot(await this.#fetchInbox())
    for (const id of this.#looked) state = withFetched(state, await this.#fetchThread(id))
    return shown(state, this.#looked)
  }

  async #takeSnapshot(signal: AbortSignal) {
    this.snapshots += 1
    const inbox = await this.#fetchInbox(signal)
    const threads = await Promise.all([...this.#looked].map((id) => this.#fetchThread(id, signal)))
    this.state = threads.reduce(withFetched, fromSnapshot(inbox, this.state ?? undefined))
    return inbox.cursors
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
      const thread = await this.#fetchThread(id)
      this.#change((state) => withFetched(state, thread))
    } finally {
      this.#loading.delete(id)
    }
    this.#completeThreads()
  }

  #change(next: (state: AgentState) => AgentState): void {
    if (this.state) this.state = next(this.state)
  }

  #fetchInbox(signal?: AbortSignal) {
    const params = { organisationId: this.#organisationId }
    return this.api.call('GET /organisations/:organisationId/inbox', { params, signal })
  }

  async #fetchThread(conversationId: ConversationId, signal?: AbortSignal): Promise<Thread | null> {
    const params = { organisationId: this.#organisationId, conversationId }
    try {
      return await this.api.call('GET /organisations/:organisationId/conversations/:conversationId', { params, signal })
    } catch (error) {
      if (error instanceof Refused && error.status === 404) return null
      throw error
    }
  }
}

/** Null: out of reach. */
const withFetched = (state: AgentState, thread: Thread | null) => (thread ? withThread(state, thread) : state)

export type Shown = ReturnType<typeof shown>

function shown(state: AgentState, looked: ReadonlySet<ConversationId>) {
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
