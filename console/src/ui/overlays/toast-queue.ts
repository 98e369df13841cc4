export interface Toast {
  id: number
  text: string
  /** done: it worked · notice: something to know · refusal: it did not work, said at once. */
  kind: 'done' | 'notice' | 'refusal'
  /** A way back, or onward. */
  act?: { label: string; onAct: () => void }
}

export interface Toasts {
  show(toast: Omit<Toast, 'id' | 'kind'> & { kind?: Toast['kind'] }): number
  dismiss(id: number): void
  read(): readonly Toast[]
  subscribe(listener: () => void): () => void
}

// More would cover the page; the oldest gives way.
const shownMost = 3

/** Short messages that pass. One queue for the console; a test makes its own. */
export function makeToasts(): Toasts {
  const listeners = new Set<() => void>()
  let shown: readonly Toast[] = []
  let lastId = 0
  const change = (next: readonly Toast[]) => {
    shown = next
    for (const listener of listeners) listener()
  }
  return {
    show({ kind = 'done', ...rest }) {
      lastId += 1
      change([...shown, { ...rest, kind, id: lastId }].slice(-shownMost))
      return lastId
    },
    dismiss: (id) => change(shown.filter((toast) => toast.id !== id)),
    read: () => shown,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Says something in passing: `toasts.show({ text, act: { label: words.ui.undo, onAct } })`. */
export const toasts = makeToasts()
