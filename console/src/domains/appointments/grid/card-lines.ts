/** What of an appointment stands in its card; below the title whatever is left of the room. */
export interface CardLines {
  titleLines: 1 | 2 | 3
  shows: { when: boolean; name: boolean; flag: boolean }
  /** Without air above and below, its lines just fit. */
  isTight: boolean
}

// As the grid and its text are set.
const [hourPx, linePx, airPx, tightAirPx] = [64, 15, 8, 2]

/** Who receives and when before who comes, and what became of it last; the title is never so long that any of it is cut off. */
export function cardLines(minutes: number, { hasFlag }: { hasFlag: boolean }): CardLines {
  const heightPx = (minutes / 60) * hourPx
  const room = Math.max(1, Math.floor((heightPx - tightAirPx) / linePx))
  const lines = Math.min(room, hasFlag ? 4 : 3)
  const spare = Math.floor((heightPx - airPx) / linePx) - lines
  return {
    titleLines: spare >= 2 ? 3 : spare === 1 ? 2 : 1,
    shows: { when: lines >= 2, name: lines >= 3, flag: lines === 4 },
    isTight: lines * linePx + airPx > heightPx,
  }
}
