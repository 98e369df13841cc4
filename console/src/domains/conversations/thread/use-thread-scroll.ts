import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

// Nearer to the end than this counts as being there; nearer to the top fetches what is older.
const endSlackPx = 48
const topReachPx = 240

interface Drawn {
  /** The first message drawn; 0: none. */
  firstSeq: number
  /** Own messages on their way: sending one's own words leads to the end. */
  outgoingCount: number
  /** What is drawn ends before the conversation does: its end is no place to stay at. */
  isApart: boolean
  /** Of what is fetched beyond what is drawn. */
  progress: 'idle' | 'loading' | 'failed'
  onTopNear: () => void
  onBottomNear: () => void
}

/**
 * Where one stands in a conversation: at the end one stays there, whatever comes; anywhere else nothing moves, also when
 * older messages are put above. Begins at the line of new messages when it would be out of sight.
 */
export function useThreadScroll({ firstSeq, outgoingCount, isApart, progress, onTopNear, onBottomNear }: Drawn) {
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const newLine = useRef<HTMLDivElement>(null)
  const [isAtEnd, setAtEnd] = useState(true)
  const place = useRef({ isBegun: false, isAtEnd: true, top: 0, height: 0, firstSeq, outgoingCount })

  const remember = useCallback(() => {
    const element = scroller.current
    if (!element) return
    const { scrollTop: top, scrollHeight: height, clientHeight } = element
    const isNowAtEnd = !isApart && height - top - clientHeight < endSlackPx
    place.current = { ...place.current, isAtEnd: isNowAtEnd, top, height }
    setAtEnd(isNowAtEnd)
  }, [isApart])

  const toEnd = useCallback(() => {
    const element = scroller.current
    if (element) element.scrollTop = element.scrollHeight
    remember()
  }, [remember])

  const toMessage = useCallback(
    (seq: number) => {
      scroller.current?.querySelector(`[data-seq="${seq}"]`)?.scrollIntoView({ block: 'center' })
      remember()
    },
    [remember],
  )

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const before = place.current
    const isOlderAbove = before.firstSeq > 0 && firstSeq < before.firstSeq
    if (!before.isBegun) begin(element, newLine.current)
    else if (outgoingCount > before.outgoingCount) element.scrollTop = element.scrollHeight
    else if (isOlderAbove) element.scrollTop = before.top + element.scrollHeight - before.height
    else if (before.isAtEnd) element.scrollTop = element.scrollHeight
    place.current = { ...place.current, isBegun: true, firstSeq, outgoingCount }
    remember()
  }, [firstSeq, outgoingCount, remember])

  // The composer grows, a phone's keyboard opens, words arrive: whoever was at the end stays there.
  useEffect(() => {
    if (!scroller.current || !content.current) return
    const observer = new ResizeObserver(() => {
      if (place.current.isAtEnd) toEnd()
      else remember()
    })
    observer.observe(scroller.current)
    observer.observe(content.current)
    return () => observer.disconnect()
  }, [toEnd, remember])

  const onScroll = () => {
    const { isAtEnd: wasAtEnd, top: before } = place.current
    // Told of a move of our own only after more was drawn: nobody has left the end, and the observer leads there.
    if (!wasAtEnd || scroller.current?.scrollTop !== before) remember()
    lookBeyond()
  }

  function lookBeyond() {
    const { top, height } = place.current
    if (top < topReachPx) onTopNear()
    if (isApart && height - top - (scroller.current?.clientHeight ?? 0) < topReachPx) onBottomNear()
  }

  // Whoever came to an edge while something else was fetched stands there still, and nothing moves to say so.
  const wasLoading = useRef(false)
  useEffect(() => {
    if (wasLoading.current && progress === 'idle') lookBeyond()
    wasLoading.current = progress === 'loading'
  })
  return { scroller, content, newLine, isAtEnd, toEnd, toMessage, onScroll }
}

function begin(element: HTMLElement, newLine: HTMLElement | null) {
  element.scrollTop = element.scrollHeight
  if (newLine && newLine.offsetTop < element.scrollTop) element.scrollTop = newLine.offsetTop - 12
}
