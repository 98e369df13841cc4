import { dayOf, type WallTime, wallClock } from '#contract/wall-clock.ts'
import type { Platform } from '#server/platform/platform.ts'
import { type CastKey, cast, shops } from '../cast.ts'

/** Of their shop; who has both is at home in Nantes. */
export const zoneOf = (key: CastKey): string => shops[cast[key].shop ?? 'nantes'].zone

/** The midnight before now, by the clock on their wall. */
export const today = (key: CastKey, { clock }: Pick<Platform, 'clock'>): WallTime =>
  dayOf(wallClock(zoneOf(key), clock.now().getTime()))
