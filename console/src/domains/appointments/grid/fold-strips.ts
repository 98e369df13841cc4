import type { AgentId } from '#contract/ids.ts'
import type { Band } from './bands.ts'
import { inColumns, type Place } from './columns.ts'

/** Somebody is not there, or busy elsewhere. */
export interface StripOfDay {
  key: string
  /** Null: several people. */
  agentId: AgentId | null
  label: string
  isBusy: boolean
  band: Band
}

export type PlacedStrip = StripOfDay & { place: Place }

// A day has room for its appointments too.
const columnsMost = 4

/** Each beside those it meets; where they are too many to stand side by side, the rest is one that says how many. */
export function foldStrips(strips: readonly StripOfDay[], labelOf: (count: number) => string): PlacedStrip[] {
  const places = inColumns(strips.map(({ band }) => band))
  const placed = strips.map((strip, number) => ({
    ...strip,
    place: places[number] ?? { column: 0, columns: 1, width: 1 },
  }))
  if (placed.every(({ place }) => place.columns <= columnsMost)) return placed
  const last = columnsMost - 1
  const rest = placed.filter(({ place }) => place.column >= last)
  const fold = {
    key: 'rest',
    agentId: null,
    label: labelOf(rest.length),
    isBusy: false,
    band: { from: Math.min(...rest.map(({ band }) => band.from)), to: Math.max(...rest.map(({ band }) => band.to)) },
    place: { column: last, columns: columnsMost, width: 1 },
  }
  return [...placed.filter(({ place }) => place.column < last), fold].map((strip) => ({
    ...strip,
    place: { ...strip.place, columns: Math.min(strip.place.columns, columnsMost) },
  }))
}
