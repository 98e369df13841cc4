import { useEffect, useRef, useSyncExternalStore } from 'react'
import { keepOneOf } from '../kept.ts'
import { isChord, type Press, parseKeys } from './key-names.ts'
import { advance, type Begun } from './key-sequence.ts'

export interface Hotkey {
  keys: string
  /** What the key sheet says it does; without a label the shortcut is not listed. */
  label?: string
  group?: string
  /** Also while somebody types; only chords such as Ctrl K may ask for it. */
  inFields?: boolean
}

interface Registered extends Hotkey {
  presses: Press[]
  act(event: KeyboardEvent): void
}

/** Whether shortcuts of a single character work; WCAG 2.1.4 lets everybody turn them off. */
export const singleKeys = keepOneOf('comptoir.single-keys', ['on', 'off'])

const sequenceTimeoutMs = 1_000
const registered = new Set<Registered>()
const listeners = new Set<() => void>()
let listed: readonly Hotkey[] = []
let pressedSoFar: Begun<Registered>[] = []
let lastPressAt = 0

/**
 * Makes keys do something while the caller is on screen: `useHotkey('mod+k', open, { label: words.search })`. Of several
 * with the same keys the one registered last acts. Inside dialogs and menus only chords that ask for `inFields` work.
 */
export function useHotkey(
  keys: string,
  act: (event: KeyboardEvent) => void,
  { isOff = false, ...rest }: Omit<Hotkey, 'keys'> & { isOff?: boolean } = {},
) {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  const { label, group, inFields = false } = rest
  useEffect(() => {
    if (isOff) return
    return register({ keys, label, group, inFields, presses: parseKeys(keys), act: (event) => latest.current(event) })
  }, [keys, label, group, inFields, isOff])
}

/** The shortcuts that work on this page and have a label, for the key sheet. */
export const useHotkeys = (): readonly Hotkey[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => listed,
  )

function register(hotkey: Registered): () => void {
  if (registered.size === 0) document.addEventListener('keydown', onKeyDown)
  registered.add(hotkey)
  changed()
  return () => {
    registered.delete(hotkey)
    if (registered.size === 0) document.removeEventListener('keydown', onKeyDown)
    changed()
  }
}

function changed() {
  listed = [...registered].filter(({ label }) => label !== undefined)
  for (const listener of listeners) listener()
}

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing || ['Control', 'Shift', 'Alt', 'Meta'].includes(event.key)) return
  const able = [...registered].reverse().filter((hotkey) => mayAct(hotkey, event.target))
  const isLate = event.timeStamp - lastPressAt > sequenceTimeoutMs
  lastPressAt = event.timeStamp

  const { complete, begun } = advance(isLate ? [] : pressedSoFar, able, event)
  pressedSoFar = begun
  if (!complete) return
  event.preventDefault()
  complete.act(event)
}

function mayAct({ presses, inFields = false }: Registered, target: EventTarget | null): boolean {
  const isChorded = presses.every(isChord)
  if (!isChorded && singleKeys.read() === 'off') return false
  if (!(target instanceof Element)) return true
  const isTyping = target.closest('input, textarea, select, [contenteditable="true"]') !== null
  const isElsewhere = target.closest('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]') !== null
  return isTyping || isElsewhere ? isChorded && inFields : true
}
