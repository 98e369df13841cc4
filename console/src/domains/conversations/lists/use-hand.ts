import { type FocusEvent, type PointerEvent, type UIEvent, useState } from 'react'

// Less than this is no scrolling: a finger trembles.
const scrolledFromPx = 24

/** Whether somebody is at work in a list: pointing into it, scrolled down, or walking through it with the keyboard. */
export function useHand() {
  const [isPointing, setPointing] = useState(false)
  const [isScrolled, setScrolled] = useState(false)
  const [hasFocus, setFocus] = useState(false)
  return {
    isUnderHand: isPointing || isScrolled || hasFocus,
    handlers: {
      onPointerEnter: (event: PointerEvent) => setPointing(event.pointerType === 'mouse'),
      onPointerLeave: () => setPointing(false),
      onScroll: (event: UIEvent) => setScrolled(event.currentTarget.scrollTop > scrolledFromPx),
      onFocus: (event: FocusEvent) => setFocus(event.target.matches(':focus-visible')),
      onBlur: () => setFocus(false),
    },
  }
}
