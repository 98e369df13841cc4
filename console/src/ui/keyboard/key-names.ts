/** One press: a key with what is held down. `mod` is ⌘ on Apple's keyboards, Ctrl elsewhere. */
export interface Press {
  key: string
  mod: boolean
  shift: boolean
  alt: boolean
}

/** Reads `mod+k`, `?`, `shift+enter`, or several presses one after the other: `g c`. */
export function parseKeys(keys: string): Press[] {
  return keys.split(' ').map((press) => {
    const parts = press.toLowerCase().split('+')
    return {
      key: parts.at(-1) ?? '',
      mod: parts.includes('mod'),
      shift: parts.includes('shift'),
      alt: parts.includes('alt'),
    }
  })
}

/** Whether something was pressed with Ctrl, ⌘ or Alt: nothing anybody types as text. */
export const isChord = (press: Press) => press.mod || press.alt

export function isPressed(
  press: Press,
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
): boolean {
  if (event.key.toLowerCase() !== press.key || event.altKey !== press.alt) return false
  if ((event.ctrlKey || event.metaKey) !== press.mod) return false
  // Where `?` or `/` sit behind Shift depends on the keyboard: only letters and named keys ask for Shift exactly.
  const isSign = press.key.length === 1 && !/[a-z0-9]/.test(press.key)
  return isSign || event.shiftKey === press.shift
}

const isApple = () => /mac|iphone|ipad/i.test(navigator.platform)

interface KeyWords {
  escape: string
  shift: string
  space: string
  control: string
}

/** How keys are written for a reader: `Ctrl K`, `⌘ K`, `Maj ⏎`. */
export function nameKeys(press: Press, names: KeyWords): string {
  const signs: Record<string, string> = {
    escape: names.escape,
    enter: '⏎',
    ' ': names.space,
    space: names.space,
    arrowup: '↑',
    arrowdown: '↓',
    arrowleft: '←',
    arrowright: '→',
  }
  const held = [
    press.mod && (isApple() ? '⌘' : names.control),
    press.alt && (isApple() ? '⌥' : 'Alt'),
    press.shift && names.shift,
  ]
  return [...held.filter(Boolean), signs[press.key] ?? press.key.toUpperCase()].join(' ')
}
