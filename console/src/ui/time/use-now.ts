import { useSyncExternalStore } from 'react'

const clocks = new Map<number, { listeners: Set<() => void>; timer: ReturnType<typeof setInterval> }>()

/** The present, moving on by steps: one clock per step for the whole page, and none while nobody looks at it. */
export function useNow(stepMs: number): Date {
  const now = useSyncExternalStore(
    (listener) => follow(stepMs, listener),
    () => Math.floor(Date.now() / stepMs) * stepMs,
  )
  return new Date(now)
}

function follow(stepMs: number, listener: () => void): () => void {
  const clock = clocks.get(stepMs) ?? start(stepMs)
  clock.listeners.add(listener)
  return () => {
    clock.listeners.delete(listener)
    if (clock.listeners.size > 0) return
    clearInterval(clock.timer)
    clocks.delete(stepMs)
  }
}

function start(stepMs: number) {
  const listeners = new Set<() => void>()
  const timer = setInterval(() => {
    for (const listener of listeners) listener()
  }, stepMs)
  const clock = { listeners, timer }
  clocks.set(stepMs, clock)
  return clock
}
