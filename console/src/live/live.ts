import {
  type AgentState,
  applyEvent,
  fromSnapshot,
  withConversation,
  withRewording,
  withSent,
} from '#client/agent-state.ts'
import type { Api } from '#client/api.ts'
import { type ConnectionState, createConnection } from '#client/connection.ts'
import { sendWithFiles } from '#client/uploads/send-with-files.ts'
import type { ConversationFilter } from '#contract/conversation-filter.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { AgentEvent } from '#contract/events.ts'
import type { AgentId, ConversationId, OrganisationId } from '#contract/ids.ts'
import type { MessageForAgent } from '#contract/messages.ts'
import { makeCell, type Readable } from './cell.ts'
import { createClosedByFilter } from './closed-by-filter.ts'
import type { ClosedPages } from './closed-pages.ts'
import type { KnownState } from './known-state.ts'
import { createLookers, type Lookers } from './lookers.ts'
import { createOutgoing, type Outgoing, type OutgoingMessage, type Unsent } from './outgoing.ts'
import { createOutgoingFiles, type OutgoingFiles } from './outgoing-files.ts'
import { createReading, type Reading } from './reading.ts'
import type { SettingsList } from './settings-key.ts'
import { createThreads, type Threads } from './threads.ts'
import { createTypists, type Typists } from './typists.ts'

/** The organisation as it happens: what every page shows of it, and the connection that keeps it true. */
export interface Live {
  readonly organisationId: OrganisationId
  /** The reader's own membership. */
  readonly agentId: AgentId
  readonly known: Readable<KnownState>
  readonly connection: Readable<ConnectionState>
  /** Closed conversations in reach that pass a filter. */
  closedOf(filter: ConversationFilter): ClosedPages
  readonly threads: Threads
  /** Places in conversations that are read apart from their end. */
  readonly reading: Reading
  readonly outgoing: Outgoing
  /** Files beside one's words, and of messages that wait for them. */
  readonly files: OutgoingFiles
  readonly typists: Typists['heard']
  /** The last note that named the reader; null: none since the page was opened. */
  readonly mentioned: Readable<MessageForAgent | null>
  /** What somebody else last made of an appointment of the reader's; null: nothing since the page was opened. */
  readonly called: Readable<Called | null>
  /** Which colleagues look at which conversations. */
  readonly lookers: Lookers
  /** Shows a conversation as an answer had it; the event that tells of the same changes nothing more. */
  show(conversation: ConversationForAgent): void
  /** Shows what one has rewritten or taken back, as the answer had it. */
  showRewording(reply: { message: MessageForAgent; conversation: ConversationForAgent }): void
  /**
   * Keeps words, or a note, with the files beside them on the device, and sends them as soon as everything is caught up. What
   * proposes an appointment is written apart: files beside the field wait for its words.
   */
  send(conversationId: ConversationId, body: Omit<Unsent, 'files'>): void
  /** Tells the other side that one types. May be lost. */
  sayTyping(conversationId: ConversationId, typing: boolean): void
  /** Tries now instead of waiting. */
  wake(): void
  start(): () => void
}

export type Called = Extract<AgentEvent, { type: 'appointment.called' }>

export interface LiveSettings {
  organisationId: OrganisationId
  agentId: AgentId
  api: Api
  /** `wss://…` and `socketPath` */
  socketUrl: string
  onSettingsChanged(list: SettingsList): void
  /** Appointments or calendars in the reader's sight are not what was fetched. */
  onAppointmentsChanged(): void
  /** The reader's rights are not what was fetched. */
  onAccessChanged(): void
  /** The reader came to belong to another organisation, or no longer does. */
  onMembershipsChanged(): void
  /** The reader's own name, role or availability is not what was fetched. */
  onSelfChanged(): void
  /** The reader is nobody here any more. */
  onEnded(): void
  onRefused(message: OutgoingMessage): void
}

/** Lists of the settings whose names stand beside conversations. */
const beside: readonly SettingsList[] = ['sub-accounts', 'channels', 'questionnaires']

// A poll is answered after up to 25 s: the usual patience of a call would cut it short.
const pollSlackMs = 15_000

export function createLive(settings: LiveSettings): Live {
  const { organisationId, agentId, api } = settings
  const inOrganisation = { organisationId }
  const known = makeCell<KnownState>(null)
  const connectionState = makeCell<ConnectionState>('connecting')
  const typists = createTypists()
  const mentioned = makeCell<MessageForAgent | null>(null)
  const called = makeCell<Called | null>(null)
  const lookers = createLookers(agentId, (conversationId, doing) =>
    connection.send({ type: 'looking', conversationId, doing }),
  )

  const closed = createClosedByFilter(known, (filter, after) =>
    api.call('GET /organisations/:organisationId/conversations', {
      params: inOrganisation,
      query: {
        ...filter,
        ...(after && { closedBefore: after.stateSince, beforeId: after.id }),
      },
    }),
  )

  const threads = createThreads(known, {
    fetchThread: (conversationId, signal) =>
      api.call('GET /organisations/:organisationId/conversations/:conversationId', {
        params: { organisationId, conversationId },
        signal,
      }),
    fetchOlder: (conversationId, before) =>
      api.call('GET /organisations/:organisationId/conversations/:conversationId/messages', {
        params: { organisationId, conversationId },
        query: { before },
      }),
  })

  const reading = createReading(known, {
    fetchAround: (conversationId, around) =>
      api.call('GET /organisations/:organisationId/conversations/:conversationId', {
        params: { organisationId, conversationId },
        query: { around },
      }),
    fetchBeside: (conversationId, query) =>
      api.call('GET /organisations/:organisationId/conversations/:conversationId/messages', {
        params: { organisationId, conversationId },
        query,
      }),
  })

  const connection = createConnection<AgentEvent>({
    socketUrl: settings.socketUrl,
    ticket: (signal) =>
      api.call('POST /organisations/:organisationId/socket-tickets', { params: inOrganisation, signal }),
    poll: (cursors, waitMs, signal) =>
      api.call('POST /organisations/:organisationId/poll', {
        params: inOrganisation,
        body: { cursors, waitMs },
        signal,
        timeoutMs: waitMs + pollSlackMs,
      }),
    async snapshot(signal) {
      const inbox = await api.call('GET /organisations/:organisationId/inbox', { params: inOrganisation, signal })
      const withLooked = known.read() ? await threads.fetchAgain(signal) : (state: AgentState) => state
      closed.startFrom(inbox)
      // Told apart from what was missed: where one stands is fetched again when one asks for it.
      reading.leave()
      const before = known.read()
      known.write(withLooked(fromSnapshot(inbox, before ? threads.onlyLooked(before) : undefined)))
      return inbox.cursors
    },
    onEvents(events) {
      const state = known.read()
      if (state) known.write(events.reduce(applyEvent, state))
      for (const event of events) follow(event)
      threads.check()
    },
    onTyping: typists.hear,
    onLooking: lookers.hear,
    onState(state) {
      connectionState.write(state)
      if (state === 'live') {
        outgoing.wake()
        lookers.renew()
        threads.check()
      }
      if (state === 'ended') settings.onEnded()
    },
    onAccessChanged: settings.onAccessChanged,
  })

  /** A rewritten note has named whom it names before. */
  const isMention = ({ mentions, version }: MessageForAgent) => version === 1 && mentions.includes(agentId)

  /** What an event means beyond the lists and threads. */
  function follow(event: AgentEvent) {
    if (event.type === 'conversation.changed') {
      typists.spoke(event.conversation.id, event.messages)
      for (const message of event.messages) if (isMention(message)) mentioned.write(message)
      reading.hear(event.conversation.id, event.messages)
    }
    if (event.type === 'settings.changed') {
      settings.onSettingsChanged(event.list)
      // Their names stand on the cards, and a new sub-account has a stream of its own.
      if (beside.includes(event.list)) connection.refresh()
    }
    if (event.type === 'appointments.changed') settings.onAppointmentsChanged()
    if (event.type === 'appointment.called') called.write(event)
    if (event.type === 'memberships.changed') settings.onMembershipsChanged()
    if (event.type === 'access.changed') {
      settings.onAccessChanged()
      connection.refresh()
    }
    if (event.type === 'colleague.changed' && event.colleague.id === agentId) settings.onSelfChanged()
  }

  const files = createOutgoingFiles(settings)

  const outgoing = createOutgoing({
    name: `comptoir.outbox.${organisationId}.${agentId}`,
    async send({ id, lane, body: { files: attached = [], ...said } }, signal) {
      const reply = await sendWithFiles(files, { files: attached, signal }, (fileIds) =>
        api.call('PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId', {
          params: { organisationId, conversationId: lane, clientMessageId: id },
          body: { ...said, fileIds },
          signal,
          // Leaving the page does not take back what was sent a moment ago.
          keepalive: true,
        }),
      )
      files.forget(attached)
      return reply
    },
    onSent(reply) {
      const state = known.read()
      if (state) known.write(withSent(state, reply))
    },
    onRefused: settings.onRefused,
    // Caught up first: nobody answers past a colleague's words they have not seen (P5.4).
    mayFlow: () => connection.isFresh(),
  })

  return {
    organisationId,
    agentId,
    known,
    connection: connectionState,
    closedOf: closed.of,
    threads,
    reading,
    outgoing,
    files,
    typists: typists.heard,
    mentioned,
    called,
    lookers,
    showRewording(reply) {
      const state = known.read()
      if (state) known.write(withRewording(state, reply))
    },
    show(conversation) {
      const state = known.read()
      if (state) known.write(withConversation(state, conversation))
    },
    send(conversationId, body) {
      outgoing.send(conversationId, { ...body, files: body.proposedReasonId ? [] : files.take(conversationId) })
      // After a sleep nothing flows until somebody has asked whether anything was missed.
      if (!connection.isFresh()) connection.wake()
    },
    sayTyping: (conversationId, typing) => connection.send({ type: 'typing', conversationId, typing }),
    wake: () => (connectionState.read() === 'ended' ? connection.start() : connection.wake()),
    start() {
      const stopOutgoing = outgoing.start()
      connection.start()
      return () => {
        connection.stop()
        stopOutgoing()
      }
    },
  }
}
