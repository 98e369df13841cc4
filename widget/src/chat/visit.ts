import { type ConnectionState, createConnection } from '#client/connection.ts'
import { withTabLock } from '#client/lock.ts'
import { createOutbox } from '#client/outbox.ts'
import { cleanProse } from '#client/prose.ts'
import { shownMessages } from '#client/threads.ts'
import { createTypingHeard, createTypingSigns } from '#client/typing.ts'
import {
  applyEvent,
  emptyVisitorState,
  fromSnapshot,
  unreadOf,
  type VisitorState,
  withOlder,
  withSent,
} from '#client/visitor-state.ts'
import { socketPath } from '#contract/addresses.ts'
import type { VisitorEvent } from '#contract/events.ts'
import type { MessageForVisitor } from '#contract/messages.ts'
import type { Cursor } from '#contract/streams.ts'
import { widgetWords } from '#words/widget.ts'
import { recall, remember } from '../memory.ts'
import type { Mount } from '../mount.ts'
import { isNobodyThere } from '../presence.ts'
import { channelApi, type Sent, type Unsent } from './channel-api.ts'
import { keepFiles } from './keep-files.ts'
import { keepGreeting } from './keep-greeting.ts'
import { keepMore } from './keep-more.ts'
import { keepPages } from './keep-pages.ts'
import { keepQuestions } from './keep-questions.ts'
import { pageAt } from './page.ts'
import { ring } from './sound.ts'
import type { View, Visit } from './view.ts'
import { visitorTokenOf } from './visitor-token.ts'

const lane = 'visitor'

/** Brings together what is known, what is on its way, and the connection to the server; the screen reads it as a view. */
export async function createVisit(mount: Mount, onChange: () => void): Promise<Visit> {
  const { origin, channelKey } = mount
  const identity = visitorTokenOf(channelKey)
  let token = await identity.read()
  let open = false
  let state: VisitorState = emptyVisitorState
  let loaded = token === null
  let older: 'idle' | 'loading' | 'failed' = 'idle'
  let line: ConnectionState | null = null
  let sawSeq = 0
  let peek: MessageForVisitor | null = null
  let draft = recall(channelKey, 'draft') ?? ''
  let sound = recall(channelKey, 'mute') === null
  let takenBack = 0
  /** Where the conversation that just began here is to be followed from: no snapshot could tell more. */
  let begun: Cursor | null = null

  const api = channelApi({ origin, channelKey, locale: () => greeting.now().locale, token: () => token })
  const greeting = keepGreeting({ ...mount, ask: api.greeting, onChange })

  /** Makes the visitor's secret, if there is none yet. */
  const beKnown = async () => {
    token = await identity.obtain()
  }
  /** What every part needs that is fetched later. */
  const parts = { ...mount, api: api.api, beKnown, onChange }

  const more = keepMore(parts)

  const questions = keepQuestions({
    ...parts,
    greeting: greeting.now,
    wantMore: more.load,
    onThread() {
      remember(channelKey, 'spoke', '1')
      if (line === null || line === 'ended') void follow()
      else if (!state.conversation) connection.refresh()
    },
  })

  const files = keepFiles({ ...parts, headers: api.headers, locale: () => greeting.now().locale })

  const pages = keepPages({ channelKey, conversation: () => state.conversation, tell: api.seen })
  setInterval(pages.look, 5_000)

  const connection = createConnection<VisitorEvent>({
    socketUrl: `${origin.replace(/^http/, 'ws')}${socketPath}`,
    ticket: api.ticket,
    poll: api.poll,
    async snapshot(signal) {
      if (begun) {
        const cursor = begun
        begun = null
        return [cursor]
      }
      const before = state.conversation
      const thread = await api.thread(signal)
      // Begun here while this was under way: the answer is older than what is known, and another is fetched.
      const isOlder = before === null && thread.conversation === null && state.conversation !== null
      if (!isOlder) change(() => fromSnapshot(thread, state))
      loaded = true
      return thread.cursor ? [thread.cursor] : []
    },
    onEvents: (events) => change(() => events.reduce(applyEvent, state)),
    onTyping({ by, typing }) {
      if (by.kind === 'agent') typingHeard.hear(by.agentId, by.name, typing)
    },
    onState(next) {
      line = next
      if (next === 'live') {
        tellRead()
        outbox.wake()
        pages.look()
      }
      onChange()
    },
  })

  const outbox = createOutbox<Unsent, Sent>({
    name: `comptoir-outbox:${channelKey}`,
    async send({ id, body, triesInVain }, signal) {
      await beKnown()
      remember(channelKey, 'spoke', '1')
      // Leaves even when the page is left now. Browsers allow little of it, so a later try does without.
      const { files: attached = [], ...said } = body
      const seen = pages.untold()
      const sent = await files.send(attached, signal, (fileIds) =>
        api.send(id, { ...said, fileIds, seen }, { signal, keepalive: triesInVain === 0 }),
      )
      pages.told(seen)
      return sent
    },
    onSent(reply) {
      const hadBegun = state.conversation !== null
      // An answer that was lost and asked for again is older than what others have said since.
      const isNewest = reply.message.seq === reply.conversation.lastSeq
      const isComplete = isNewest && reply.message.seq === (state.messages.at(-1)?.seq ?? 0) + 1
      state = withSent(state, reply)
      if (line === null || line === 'ended') {
        begun = isComplete ? reply.cursor : null
        loaded ||= isComplete
        void follow()
      } else if (!hadBegun) {
        if (isComplete) connection.follow([reply.cursor])
        else connection.refresh()
      }
      if (!hadBegun) questions.look()
      onChange()
    },
    onChange,
  })

  const typingHeard = createTypingHeard<string>(onChange)
  const typingSigns = createTypingSigns((typing) => {
    if (state.conversation) connection.send({ type: 'typing', conversationId: state.conversation.id, typing })
  })

  /** What follows what was known before is news. */
  function change(next: () => VisitorState) {
    const before = loaded ? (state.messages.at(-1)?.seq ?? 0) : Number.POSITIVE_INFINITY
    state = next()
    for (const message of state.messages) if (message.seq > before) arrived(message)
    files.look(state.messages)
    lookForMore()
    onChange()
  }

  function lookForMore() {
    const { conversation, messages } = state
    if (
      open &&
      (conversation?.closing || isNobodyThere(greeting.now()) || messages.some((one) => one.proposedReasonId))
    )
      void more.load()
  }

  async function follow() {
    line = 'connecting'
    token ??= await identity.read()
    connection.start()
  }

  function arrived(message: MessageForVisitor) {
    if (message.kind !== 'text' || message.author.kind !== 'agent') return
    for (const key of typingHeard.typing().keys()) typingHeard.hear(key, '', false)
    if (open && !document.hidden) return
    if (!open) peek = message
    if (sound) ringOnce(message.seq)
  }

  /** Of several tabs one sounds: the visible one, else whoever comes first. */
  function ringOnce(seq: number) {
    const delayMs = document.hidden ? 200 + Math.random() * 300 : 0
    const ringIfFirst = async () => {
      if (Number(recall(channelKey, 'rung')) >= seq) return
      remember(channelKey, 'rung', `${seq}`)
      ring()
    }
    setTimeout(() => withTabLock(`comptoir-ring:${channelKey}`, 500, ringIfFirst), delayMs)
  }

  function tellRead() {
    if (sawSeq <= (state.conversation?.visitorReadSeq ?? 0)) return
    // Told again when the line is back, if it does not arrive: `sawSeq` is still ahead then.
    api.read(sawSeq).catch(() => {})
  }

  function lineOf(): View['line'] {
    if (line === 'ended' || line === 'outdated') return line
    const inVain = outbox.entries().some(({ triesInVain }) => triesInVain > 1)
    const offline = line === null ? !navigator.onLine : line === 'offline'
    return offline || inVain ? 'offline' : 'fine'
  }

  const unsent = (id: string) => outbox.entries().find((entry) => entry.id === id)?.body

  const arrivedIds = () => new Set<string | null>(shownMessages(state).map(({ clientMessageId }) => clientMessageId))

  for (const signal of ['online', 'offline']) addEventListener(signal, onChange)
  if (token !== null) void follow()

  const visit: Visit = {
    view() {
      const ids = arrivedIds()
      const { locale } = greeting.now()
      const readSeq = Math.max(sawSeq, state.conversation?.visitorReadSeq ?? 0)
      return {
        origin,
        open,
        words: widgetWords[locale],
        locale,
        greeting: greeting.now(),
        conversation: state.conversation,
        messages: shownMessages(state),
        files: files.now(),
        more: more.now(),
        filesFailed: files.failed(),
        takenBack,
        questions: questions.state(),
        waiting: outbox.entries().filter(({ id }) => !ids.has(id)),
        loaded,
        older: older !== 'idle' ? older : state.more ? 'more' : 'none',
        line: lineOf(),
        fragile: !outbox.isDurable(),
        typing: [...typingHeard.typing().values()][0] ?? null,
        unread: unreadOf({
          ...state,
          conversation: state.conversation && { ...state.conversation, visitorReadSeq: readSeq },
        }),
        peek,
        sound,
      }
    },
    toggle() {
      open = !open
      peek = null
      greeting.looking(open)
      if (open) questions.look()
      lookForMore()
      if (open) connection.wake()
      else typingSigns.stopped()
      onChange()
    },
    close() {
      if (open) visit.toggle()
    },
    send(text, email) {
      const { language, locale } = greeting.now()
      const body = { text: cleanProse(text), locale, language, page: pageAt(location, document.title), email }
      const attached = files.take()
      if (body.text === '' && attached.length === 0) return
      typingSigns.stopped()
      visit.keepDraft('')
      void outbox.add(lane, { ...body, files: attached })
    },
    attach: files.attach,
    over: files.over,
    retry(id) {
      files.now()?.retry(unsent(id)?.files ?? [])
      void outbox.retry(id)
    },
    discard(id) {
      files.now()?.discard(unsent(id)?.files ?? [])
      void outbox.discard(id)
    },
    takeBack(id) {
      const body = unsent(id)
      files.now()?.giveBack(body?.files ?? [])
      visit.keepDraft([body?.text, draft].filter(Boolean).join('\n'))
      takenBack++
      void outbox.discard(id)
    },
    typed: typingSigns.typed,
    stoppedTyping: typingSigns.stopped,
    draft: () => draft,
    keepDraft(text) {
      draft = text
      remember(channelKey, 'draft', text || null)
    },
    email: () => recall(channelKey, 'email') ?? '',
    keepEmail: (email) => remember(channelKey, 'email', email || null),
    place: api.place,
    async loadOlder() {
      const before = state.messages[0]?.seq
      if (older === 'loading' || !state.more || before === undefined) return
      older = 'loading'
      onChange()
      try {
        const page = await api.messagesBefore(before)
        state = withOlder(state, before, page)
        older = 'idle'
      } catch {
        older = 'failed'
      }
      onChange()
    },
    ask: questions.look,
    wantMore: more.load,
    saw(seq) {
      if (seq <= Math.max(sawSeq, state.conversation?.visitorReadSeq ?? 0)) return
      sawSeq = seq
      tellRead()
      onChange()
    },
    putPeekAway() {
      peek = null
      onChange()
    },
    choose(chosen) {
      remember(channelKey, 'locale', chosen)
      greeting.choose(chosen)
    },
    sound(on) {
      sound = on
      remember(channelKey, 'mute', on ? null : '1')
      if (on) ring()
      onChange()
    },
  }
  return visit
}
