import { type ReactElement, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Kbd } from '../keyboard/kbd.tsx'

const delayMs = 400
const gapPx = 6
const edgePx = 8

interface TooltipProps {
  text: string
  keys?: string
  isOff?: boolean
  /** One element that can have the focus. */
  children: ReactElement
}

/**
 * A word about its child, on hover and on keyboard focus; Escape takes it away. It is for the eye alone: what it says must be
 * the child's name or description as well. Ours and not React Aria's, whose positioning would double the first load.
 */
export function Tooltip({ text, keys, isOff = false, children }: TooltipProps) {
  const anchor = useRef<HTMLSpanElement>(null)
  const [isShown, setShown] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const hide = () => {
    clearTimeout(timer.current)
    setShown(false)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  if (isOff) return children
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches its child, which is what one acts on
    <span
      ref={anchor}
      className="contents"
      onPointerEnter={(event) => {
        if (event.pointerType === 'mouse') timer.current = setTimeout(() => setShown(true), delayMs)
      }}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={(event) => event.target.matches(':focus-visible') && setShown(true)}
      onBlur={hide}
      onKeyDown={hide}
    >
      {children}
      {isShown && anchor.current?.firstElementChild && (
        <Bubble anchor={anchor.current.firstElementChild} text={text} keys={keys} onHide={hide} />
      )}
    </span>
  )
}

function Bubble({ anchor, text, keys, onHide }: { anchor: Element; text: string; keys?: string; onHide: () => void }) {
  const bubble = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!bubble.current) return
    const around = anchor.getBoundingClientRect()
    const { width, height } = bubble.current.getBoundingClientRect()
    const isRoomAbove = around.top - height - gapPx > edgePx
    const left = Math.min(
      Math.max(around.left + (around.width - width) / 2, edgePx),
      window.innerWidth - width - edgePx,
    )
    const top = isRoomAbove ? around.top - height - gapPx : around.bottom + gapPx
    bubble.current.style.translate = `${Math.round(left)}px ${Math.round(top)}px`
  }, [anchor])
  useEffect(() => {
    // What scrolls away or is covered has no word any more; Escape dismisses without moving anything (WCAG 1.4.13).
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onHide()
    window.addEventListener('scroll', onHide, true)
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('scroll', onHide, true)
      window.removeEventListener('keydown', onKey)
    }
  }, [onHide])

  return createPortal(
    <div
      ref={bubble}
      aria-hidden="true"
      className="pointer-events-none fixed top-0 left-0 z-50 flex max-w-72 items-center gap-2 rounded-s bg-ink px-2 py-1 text-xs text-paper shadow-float"
    >
      {text}
      {keys && <Kbd keys={keys} isOnAccent />}
    </div>,
    document.body,
  )
}
