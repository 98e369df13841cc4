import { pathOf } from './icon.tsx'
import type { View } from './view.ts'

/** Keeps the round button true: its icon, its count, and what a screen reader says. */
export function keepLauncher(button: HTMLButtonElement): (view: View) => void {
  const path = button.querySelector('path')
  const badge = document.createElement('span')
  badge.className = 'badge'
  button.append(badge)
  return ({ open, unread, words }) => {
    path?.setAttribute('d', pathOf(open ? 'down' : 'chat'))
    badge.textContent = open || unread === 0 ? '' : unread > 9 ? '9+' : `${unread}`
    button.ariaExpanded = `${open}`
    button.ariaLabel = open ? words.close : unread > 0 ? words.openUnread(unread) : words.open
  }
}
