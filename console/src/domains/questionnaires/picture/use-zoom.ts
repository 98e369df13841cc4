import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

const least = 0.25
const most = 1.5
const step = 1.2
/** Smaller than this a picture is no longer read, but looked at. */
const readable = 0.85
const margin = 24

export interface Zoom {
  value: number
  more(): void
  fewer(): void
  actual(): void
  /** All of it in sight, as far as it can be read at all. */
  fit(): void
}

/**
 * How large the picture is drawn in its scrolling box; what is in the middle (or under the wheel) stays there. It
 * begins with as much of the width as can be read, `firstX` in the middle.
 */
export function useZoom(
  box: RefObject<HTMLElement | null>,
  size: { width: number; height: number },
  firstX: number,
): Zoom {
  const [value, setValue] = useState(1)
  const kept = useRef<{ x: number; y: number; atX: number; atY: number } | null>(null)

  const to = (next: number, at?: { x: number; y: number }) => {
    const element = box.current
    const bounded = Math.min(most, Math.max(least, next))
    if (!element || bounded === value) return
    const { x, y } = at ?? { x: element.clientWidth / 2, y: element.clientHeight / 2 }
    kept.current = { x, y, atX: (element.scrollLeft + x) / value, atY: (element.scrollTop + y) / value }
    setValue(bounded)
  }
  useLayoutEffect(() => {
    if (!box.current || !kept.current) return
    const { x, y, atX, atY } = kept.current
    box.current.scrollTo(atX * value - x, atY * value - y)
    kept.current = null
  }, [box, value])
  // After the effect above, which would take what is kept before it is drawn.
  const first = useRef({ width: size.width, x: firstX })
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    kept.current = { x: element.clientWidth / 2, y: 0, atX: first.current.x, atY: 0 }
    setValue(Math.max(readable, Math.min(1, element.clientWidth / first.current.width)))
    if (element.clientWidth >= first.current.width) return
    element.scrollTo(first.current.x - element.clientWidth / 2, 0)
  }, [box])

  const latest = useRef(to)
  useEffect(() => {
    latest.current = to
  })
  useEffect(() => {
    const element = box.current
    if (!element) return
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      // The browser would zoom the whole page: React's own listener could not forbid it.
      event.preventDefault()
      const bounds = element.getBoundingClientRect()
      latest.current(Math.exp(-event.deltaY / 300) * valueRef.current, {
        x: event.clientX - bounds.left,
        y: event.clientY - bounds.top,
      })
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [box])
  const valueRef = useRef(value)
  useEffect(() => {
    valueRef.current = value
  }, [value])

  return {
    value,
    more: () => to(value * step),
    fewer: () => to(value / step),
    actual: () => to(1),
    fit: () => {
      const element = box.current
      if (!element) return
      to(Math.min(1, (element.clientWidth - margin) / size.width, (element.clientHeight - margin) / size.height))
    },
  }
}
