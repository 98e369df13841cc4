/** @jsxImportSource preact */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Avatar } from './avatar.tsx'
import { Icon } from './icon.tsx'
import { openingWords } from './opening-words.ts'
import { Row } from './row.tsx'
import { rowsOf } from './rows.ts'
import type { View, Visit } from './view.ts'
import { Words } from './words-of.tsx'

/** From so near to the top, older messages are fetched; so near to the bottom counts as there. */
const nearTopPx = 120
const nearEndPx = 40

/** Everything said so far. It stays where the reader is: at the end when they are there, else on the words they read. */
export function Log({ view, visit }: { view: View; visit: Visit }) {
  const { words, messages, waiting, conversation } = view
  const log = useRef<HTMLDivElement>(null)
  const place = useRef({ atEnd: true, height: 0, window: 0, first: 0, waiting: 0, seen: 0 })
  const [unseen, setUnseen] = useState(0)
  const firstSeq = messages[0]?.seq ?? 0

  useLayoutEffect(() => {
    const list = log.current
    if (!list) return
    const before = place.current
    const wrote = waiting.length > before.waiting
    if (before.atEnd || wrote) toEnd(list)
    else if (firstSeq < before.first) list.scrollTop += list.scrollHeight - before.height
    place.current = {
      ...before,
      atEnd: before.atEnd || wrote,
      height: list.scrollHeight,
      first: firstSeq,
      waiting: waiting.length,
    }
    look()
  })

  const looking = useRef(look)
  looking.current = look
  // What is before the reader's eyes also changes when they look back at the page, or the panel changes its size.
  useEffect(() => {
    const resized = new ResizeObserver(() => {
      if (log.current && place.current.atEnd) toEnd(log.current)
    })
    if (log.current) resized.observe(log.current)
    const lookedBack = () => looking.current()
    document.addEventListener('visibilitychange', lookedBack)
    return () => {
      resized.disconnect()
      document.removeEventListener('visibilitychange', lookedBack)
    }
  }, [])

  function look() {
    const list = log.current
    if (!list || document.hidden) return
    const seen = Math.max(place.current.seen, lastVisibleSeq(list))
    place.current.seen = seen
    if (seen > 0) visit.saw(seen)
    setUnseen(
      messages.filter(({ seq, author, kind }) => seq > seen && kind === 'text' && author.kind === 'agent').length,
    )
  }

  function scrolled() {
    const list = log.current
    if (!list) return
    // A panel that changed its size moves the words too: that is nobody reading elsewhere.
    const resized = list.clientHeight !== place.current.window
    place.current.window = list.clientHeight
    if (resized && place.current.atEnd) return toEnd(list)
    place.current.atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < nearEndPx
    if (list.scrollTop < nearTopPx && view.older === 'more') visit.loadOlder()
    look()
  }

  const rows = rowsOf({
    messages,
    waiting,
    agentReadSeq: conversation?.agentReadSeq ?? 0,
    offline: view.line === 'offline',
  })
  return (
    <div class="body">
      <div
        class={`log ${rows.length > 0 ? 'begun' : ''}`}
        role="log"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has only keys scrolls it with them
        tabIndex={0}
        aria-label={words.log}
        aria-busy={view.older === 'loading'}
        ref={log}
        onScroll={scrolled}
      >
        {!view.loaded && <p class="day">{words.loading}</p>}
        {view.older === 'loading' && <p class="day">{words.loadingOlder}</p>}
        {view.older === 'failed' && (
          <p class="day">
            {words.olderFailed}{' '}
            <button type="button" class="link" onClick={visit.loadOlder}>
              {words.retry}
            </button>
          </p>
        )}
        {typeof view.questions === 'object'
          ? view.older === 'none' && view.questions.draw(view)
          : view.loaded && view.older === 'none' && <Opening view={view} visit={visit} />}
        {rows.map((row) => (
          <Row key={row.key} row={row} view={view} visit={visit} />
        ))}
        {view.typing !== null && (
          <div class="said theirs">
            <Avatar name={view.typing} />
            <span class="msg typing" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
          </div>
        )}
      </div>
      {unseen > 0 && (
        <button
          type="button"
          class="jump"
          aria-label={`${words.newMessages(unseen)}. ${words.toEnd}`}
          onClick={() => log.current && toEnd(log.current)}
        >
          {words.newMessages(unseen)}
          <Icon name="arrow" size="xs" />
        </button>
      )}
      <span class="hidden" role="status">
        {view.typing !== null && words.typing(view.typing)}
      </span>
    </div>
  )
}

const toEnd = (list: Element) => {
  list.scrollTop = list.scrollHeight
}

/** What stands before the first words: the greeting, or that questions are on their way. */
function Opening({ view, visit }: { view: View; visit: Visit }) {
  const { words, questions } = view
  if (questions === 'none' || view.conversation)
    return (
      <div class="said theirs">
        <Words text={openingWords(view)} />
      </div>
    )
  if (questions === 'loading') return <p class="day">{words.loading}</p>
  return (
    <p class="day">
      {words.questionsFailed}{' '}
      <button type="button" class="link" onClick={visit.ask}>
        {words.retry}
      </button>
    </p>
  )
}

/** The last message of which at least the beginning can be seen. */
function lastVisibleSeq(list: Element): number {
  const end = list.getBoundingClientRect().bottom
  const numbered = [...list.querySelectorAll<HTMLElement>('[data-seq]')].reverse()
  const seen = numbered.find((bubble) => bubble.getBoundingClientRect().top < end - 16)
  return Number(seen?.dataset.seq ?? 0)
}
