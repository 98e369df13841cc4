import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react'

export interface RowsInSight {
  from: number
  /** Not drawn any more. */
  to: number
}

/** Drawn beyond the edges, so that nothing is missing while one scrolls; also the step in which the edges move. */
const spareRows = 8

interface Geometry {
  /** How far the first row's top lies above the top of what is in sight, in pixels; negative: below it. */
  passedPx: number
  heightPx: number
  rowHeightPx: number
  count: number
}

/** Which rows of a list of equal rows are to be drawn. */
export function rowsInSight({ passedPx, heightPx, rowHeightPx, count }: Geometry): RowsInSight {
  const step = (row: number) => Math.min(count, Math.max(0, row * spareRows))
  const from = step(Math.floor(passedPx / rowHeightPx / spareRows - 1))
  const to = step(Math.ceil((passedPx + heightPx) / rowHeightPx / spareRows + 1))
  return { from, to }
}

/** The same, as somebody scrolls. Several lists may stand in one scroller, whatever else stands between them. */
export function useRowsInSight(
  scroller: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  { rowHeightPx, count }: Pick<Geometry, 'rowHeightPx' | 'count'>,
): RowsInSight {
  const [shown, setShown] = useState<RowsInSight>({ from: 0, to: 0 })
  const look = useCallback(() => {
    if (!scroller.current || !list.current) return
    const { scrollTop, clientHeight } = scroller.current
    const passedPx = scrollTop - list.current.offsetTop
    const next = rowsInSight({ passedPx, heightPx: clientHeight, rowHeightPx, count })
    setShown((now) => (now.from === next.from && now.to === next.to ? now : next))
  }, [scroller, list, rowHeightPx, count])

  // After each drawing: whatever stands above may have grown or been folded away.
  useLayoutEffect(look)
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller, look])
  return shown
}
