import { type PointerEvent, type RefObject, useRef, useState } from 'react'

/** Drags a scrolling box by its ground with a mouse; fingers scroll it as they scroll anything. */
export function usePan(box: RefObject<HTMLElement | null>) {
  const last = useRef<{ x: number; y: number } | null>(null)
  const [isPanning, setPanning] = useState(false)
  const end = () => {
    last.current = null
    setPanning(false)
  }
  return {
    isPanning,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        const isGround = !(event.target instanceof Element && event.target.closest('button, [data-step]'))
        if (event.pointerType !== 'mouse' || event.button > 1 || (event.button === 0 && !isGround)) return
        // The wheel's own button would begin a scrolling of its own.
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        last.current = { x: event.clientX, y: event.clientY }
        setPanning(true)
      },
      onPointerMove({ clientX, clientY }: PointerEvent) {
        if (!last.current) return
        box.current?.scrollBy(last.current.x - clientX, last.current.y - clientY)
        last.current = { x: clientX, y: clientY }
      },
      onPointerUp: end,
      onPointerCancel: end,
    },
  }
}
