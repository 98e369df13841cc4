import type { Api } from '#client/api.ts'
import { type Connection, type ConnectionState, createConnection } from '#client/connection.ts'
import type { ConnectionTimes } from '#client/connection-settings.ts'
import { createOutbox, type Outbox } from '#client/outbox.ts'
import { shownMessages } from '#client/threads.ts'
import { uuid7 } from '#client/uuid7.ts'
import { applyEvent, emptyVisitorState, fromSnapshot, type VisitorState, withSent } from '#client/visitor-state.ts'
import type { VisitorEvent } from '#contract/events.ts'
import type { FileId } from '#contract/ids.ts'
import type { Visitor } from '../../../testing/visitor.ts'
import { Device, type Place, quickRetry, quickTimes } from './device.ts'

interface Options {
  times?: Partial<ConnectionTimes>
  /** Tabs of one browser share an outbox by its name. */
  outboxName?: string
  /** What they wish the channel to speak. */
  language?: string
}

/** A visitor's widget without its panel: the client it ships, wired as the widget wires it. */
export class VisitorScreen {
  readonly device: Device
  readonly api: Api
  readonly connection: Connection
  readonly outbox: Outbox<{ text: string; fileIds: readonly FileId[] }>
  readonly connectionStates: ConnectionState[] = []
  state: VisitorState = emptyVisitorState
  snapshots = 0
  onFresh = () => {}
  readonly #params: { channelKey: string }

  constructor(
    visitor: Pick<Visitor, 'channelKey' | 'token'>,
    place: Place,
    { times = {}, outboxName = `outbox ${uuid7()}`, language }: Options = {},
  ) {
    this.device = new Device(place)
    const params = { channelKey: visitor.channelKey }
    this.#params = params
    const api = this.device.api(() => ({ authorization: `Visitor ${visitor.token}` }))
    this.api = api
    this.connection = createConnection<VisitorEvent>({
      socketUrl: this.device.socketUrl,
      ticket: (signal) => api.call('POST /widget/:channelKey/socket-tickets', { params, signal }),
      poll: (cursors, waitMs, signal) =>
        api.call('POST /widget/:channelKey/poll', { params, body: { cursors, waitMs }, signal }),
      snapshot: async (signal) => {
        this.snapshots += 1
        const thread = await api.call('GET /widget/:channelKey/thread', { params, signal })
        this.state = fromSnapshot(thread, this.state)
        return thread.cursor ? [thread.cursor] : []
      },
      onEvents: (events) => {
        this.state = events.reduce(applyEvent, this.state)
      },
      onState: (state) => {
        this.connectionStates.push(state)
        if (state !== 'live') return
        this.onFresh()
        this.outbox.wake()
      },
      world: this.device.world,
      times: { ...quickTimes, ...times },
    })
    this.outbox = createOutbox({
      name: outboxName,
      send: ({ id, body }, signal) =>
        api.call('PUT /widget/:channelKey/messages/:clientMessageId', {
          params: { ...params, clientMessageId: id },
          body: { text: body.text, locale: 'fr', language, page: null, fileIds: [...body.fileIds] },
          signal,
        }),
      onSent: (reply) => {
        const began = this.state.conversation === null
        // The answer to words sent twice may be older than what others have said since.
        const isAll = reply.message.seq === 1 && reply.conversation.lastSeq === 1
        this.state = withSent(this.state, reply)
        // The first words begin the conversation, and with it there is something to follow.
        if (began && isAll) this.connection.follow([reply.cursor])
        else if (began) this.connection.refresh()
      },
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

  say(text: string, fileIds: readonly FileId[] = []): Promise<string> {
    return this.outbox.add('thread', { text, fileIds })
  }

  shown() {
    return { conversation: this.state.conversation, messages: shownMessages(this.state) }
  }

  /** What a widget that loads everything anew now would show. */
  async fresh(): Promise<ReturnType<VisitorScreen['shown']>> {
    const thread = await this.api.call('GET /widget/:channelKey/thread', { params: this.#params })
    return { conversation: thread.conversation, messages: shownMessages(fromSnapshot(thread)) }
  }

  /** The words on the screen, in their order. */
  words(): string[] {
    return this.shown().messages.flatMap(({ kind, text }) => (kind === 'text' ? [text] : []))
  }
}
