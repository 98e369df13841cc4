import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect, useState } from 'react'

/** Fewer lines are simply drawn: the browser finds, prints and selects all of them. */
const drawnAtOnce = 60

export interface RowWindow {
  /** Whether only a part is drawn. */
  isOn: boolean
  /** The lines to draw: from this one … */
  from: number
  /** … to before this one. */
  to: number
  /** How tall these lines are together, drawn or not, in pixels. */
  heightOf(from: number, to: number): number
  /** For the `ref` of a drawn line, which says its number as `data-index`. */
  measure: ((element: HTMLElement | null) => void) | undefined
}

/** Which lines of a long list are to be drawn, as the page it stands in scrolls. Lines may be of any height. */
export function useRowWindow(count: number, rowHeightPx: number, list: RefObject<HTMLElement | null>): RowWindow {
  const isOn = count > drawnAtOnce
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const [marginPx, setMarginPx] = useState(0)
  useLayoutEffect(() => {
    if (!list.current || !isOn) return
    const found = scrollerAround(list.current)
    setScroller(found)
    setMarginPx(topOf(list.current) - topOf(found) + found.scrollTop)
  }, [list, isOn])

  const virtualizer = useVirtualizer({
    count: isOn ? count : 0,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeightPx,
    scrollMargin: marginPx,
    overscan: 6,
    initialRect: { width: 0, height: window.innerHeight },
  })
  if (!isOn) return { isOn, from: 0, to: count, heightOf: () => 0, measure: undefined }

  const drawn = virtualizer.getVirtualItems()
  const places = virtualizer.measurementsCache
  return {
    isOn,
    from: drawn[0]?.index ?? 0,
    to: (drawn.at(-1)?.index ?? -1) + 1,
    heightOf: (from, to) => (from < to ? (places[to - 1]?.end ?? 0) - (places[from]?.start ?? 0) : 0),
    measure: virtualizer.measureElement,
  }
}

const topOf = (element: HTMLElement) => element.getBoundingClientRect().top

/** What scrolls it up and down. A box that only scrolls sideways says `auto` for both ways too; it is the list's own. */
function scrollerAround(list: HTMLElement): HTMLElement {
  for (let element = list.parentElement; element; element = element.parentElement)
    if (/auto|scroll/.test(getComputedStyle(element).overflowY)) return element
  return document.documentElement
}
