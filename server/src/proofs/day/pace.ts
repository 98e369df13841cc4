/** How time goes: from an instant of the machine's clock on, the day goes so many times as fast. */
export interface Pace {
  machineMs: number
  dayMs: number
  speed: number
}

export const timeAt = (pace: Pace, machineMs = Date.now()): Date =>
  new Date(pace.dayMs + (machineMs - pace.machineMs) * pace.speed)
