import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import type { AppointmentForAgent } from '#contract/appointments/appointments.ts'
import { snapped } from '../moving/steps.ts'
import type { Mover } from '../moving/use-moving.ts'
import type { ShownCalendar } from '../shown-calendar.ts'
import { instantAt } from './days.ts'

export type Grab = (event: PointerEvent<HTMLElement>, appointment: AppointmentForAgent) => void

// A hand that presses is never quite still.
const slackPx = 4
// Near its edge the day comes along.
const edgePx = 40
const scrollPx = 14

/**
 * Moves an appointment by mouse or pen: it follows by quarters, and is sent where it is let go; Escape puts it back. A finger scrolls
 * instead: for fingers there is the dialog.
 */
export function useDrag(
  scroller: RefObject<HTMLElement | null>,
  { zone, days }: Pick<ShownCalendar, 'zone' | 'days'>,
  mover: Mover,
): Grab {
  const latest = useRef({ days, mover })
  useEffect(() => {
    latest.current = { days, mover }
  })
  const letGo = useRef<() => void>(undefined)
  useEffect(() => () => letGo.current?.(), [])

  return (pressed, appointment) => {
    if (pressed.button !== 0 || pressed.pointerType === 'touch' || latest.current.mover.moving) return
    const { clientX, clientY } = pressed
    const grabbedPx = clientY - pressed.currentTarget.getBoundingClientRect().top
    let isDragging = false

    const startAt = (event: globalThis.PointerEvent): number | null => {
      const column = columnAt(scroller.current, event.clientX)
      const day = latest.current.days[Number(column?.dataset.day)]
      if (!column || !day) return null
      const around = column.getBoundingClientRect()
      return instantAt(zone, day, snapped(((event.clientY - grabbedPx - around.top) / around.height) * 1_440))
    }
    const onMove = (event: globalThis.PointerEvent) => {
      if (!isDragging && Math.hypot(event.clientX - clientX, event.clientY - clientY) < slackPx) return
      if (!isDragging) {
        isDragging = true
        latest.current.mover.begin(appointment, 'hand')
      }
      scrollAlong(scroller.current, event.clientY)
      const startsAt = startAt(event)
      if (startsAt !== null) latest.current.mover.aim(startsAt)
    }
    const onUp = () => {
      stop()
      if (!isDragging) return
      // The press that ends a move is not one that opens.
      window.addEventListener('click', swallow, { capture: true, once: true })
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }))
      void latest.current.mover.send()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !isDragging) return
      event.preventDefault()
      event.stopPropagation()
      stop()
      latest.current.mover.putBack()
    }
    const onCancel = () => {
      stop()
      if (isDragging) latest.current.mover.putBack()
    }
    const stop = () => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', onCancel)
      window.removeEventListener('keydown', onKey, { capture: true })
      letGo.current = undefined
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', onCancel)
    window.addEventListener('keydown', onKey, { capture: true })
    letGo.current = stop
  }
}

function swallow(event: Event) {
  event.preventDefault()
  event.stopPropagation()
}

/** The column under a place, or the one nearest to it. */
function columnAt(scroller: HTMLElement | null, x: number): HTMLElement | null {
  let nearest: { column: HTMLElement; distance: number } | null = null
  for (const column of scroller?.querySelectorAll<HTMLElement>('[data-day]') ?? []) {
    const { left, right } = column.getBoundingClientRect()
    const distance = Math.max(left - x, x - right, 0)
    if (!nearest || distance < nearest.distance) nearest = { column, distance }
  }
  return nearest?.column ?? null
}

function scrollAlong(scroller: HTMLElement | null, y: number) {
  if (!scroller) return
  const { top, bottom } = scroller.getBoundingClientRect()
  if (y > bottom - edgePx) scroller.scrollBy({ top: scrollPx })
  else if (y < top + edgePx * 2) scroller.scrollBy({ top: -scrollPx })
}
