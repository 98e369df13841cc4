/** The present, as something that can be handed in. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
