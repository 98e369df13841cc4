import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { StepId } from '#contract/flow/flow.ts'
import type { Way } from '../flow/exits.ts'
import type { Point } from './rounded-path.ts'

/** A way being drawn by hand. */
export interface Connecting {
  way: Way
  from: Point
  to: Point
  /** The step it would lead to; null: none is under the hand. */
  target: StepId | null
}

const beginsAfterPx = 5

interface ConnectingNeeds {
  /** A place on the screen in the picture. */
  pointAt: (clientX: number, clientY: number) => Point
  onConnect: (way: Way, target: StepId) => void
  /** Let go over nothing. */
  onLetGo: (way: Way, clientX: number, clientY: number) => void
}

/** Draws from a way out to a step. Escape gives it up; a press that does not move stays a press. */
export function useConnecting({ pointAt, onConnect, onLetGo }: ConnectingNeeds) {
  const [connecting, setConnecting] = useState<Connecting | null>(null)
  const pressed = useRef<{ way: Way; x: number; y: number } | null>(null)
  const hasMoved = useRef(false)

  const isDrawing = connecting !== null
  useEffect(() => {
    if (!isDrawing) return
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      pressed.current = null
      setConnecting(null)
    }
    window.addEventListener('keydown', giveUp, true)
    return () => window.removeEventListener('keydown', giveUp, true)
  }, [isDrawing])

  const handlersOf = (way: Way) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return
      pressed.current = { way, x: event.clientX, y: event.clientY }
      hasMoved.current = false
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove({ clientX, clientY }: PointerEvent<HTMLElement>) {
      const begun = pressed.current
      if (!begun) return
      if (!hasMoved.current && Math.hypot(clientX - begun.x, clientY - begun.y) < beginsAfterPx) return
      hasMoved.current = true
      setConnecting({
        way: begun.way,
        from: pointAt(begun.x, begun.y),
        to: pointAt(clientX, clientY),
        target: stepAt(clientX, clientY, begun.way.stepId),
      })
    },
    onPointerUp({ clientX, clientY }: PointerEvent<HTMLElement>) {
      const begun = pressed.current
      pressed.current = null
      setConnecting(null)
      if (!begun || !hasMoved.current) return
      const target = stepAt(clientX, clientY, begun.way.stepId)
      if (target !== null) onConnect(begun.way, target)
      else if (!isOverStep(clientX, clientY)) onLetGo(begun.way, clientX, clientY)
    },
    onPointerCancel() {
      pressed.current = null
      setConnecting(null)
    },
  })

  /** Whether the press that just ended was a drawing: its click is then none. */
  return { connecting, handlersOf, wasDrawn: () => hasMoved.current }
}

const stepUnder = (x: number, y: number) =>
  document.elementsFromPoint(x, y).flatMap((element) => element.closest<HTMLElement>('[data-node]') ?? [])[0]

const isOverStep = (x: number, y: number) => stepUnder(x, y) !== undefined

function stepAt(x: number, y: number, except: StepId): StepId | null {
  const id = stepUnder(x, y)?.dataset.node
  return id === undefined || id === except ? null : id
}
