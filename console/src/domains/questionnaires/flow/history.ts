/** What was done and can be taken back. Changes of one thing in one breath (a word being typed) are one. */
export interface History<T> {
  past: readonly T[]
  present: T
  future: readonly T[]
  /** What the last change was of; null: the next change begins a new one. */
  last: { of: string; at: number } | null
}

const breathMs = 1_000
const depth = 200

export const beginHistory = <T>(present: T): History<T> => ({ past: [], present, future: [], last: null })

/** `of` names what is changed: two changes of the same soon after each other are taken back together. Null: one of its own. */
export function record<T>(history: History<T>, present: T, of: string | null, now: number): History<T> {
  if (present === history.present) return history
  const isSame = of !== null && history.last?.of === of && now - history.last.at < breathMs
  return {
    past: isSame ? history.past : [...history.past, history.present].slice(-depth),
    present,
    future: [],
    last: of === null ? null : { of, at: now },
  }
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1)
  if (before === undefined) return history
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    last: null,
  }
}

export function redo<T>(history: History<T>): History<T> {
  const [after, ...future] = history.future
  if (after === undefined) return history
  return { past: [...history.past, history.present], present: after, future, last: null }
}
