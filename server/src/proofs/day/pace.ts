/** How time goes: from an instant of the machine's clock on, the day goes so many times as fast, and waits where it is to wait. */
export interface Pace {
  machineMs: number
  dayMs: number
  speed: number
  /** Here it stands still until it is sent on: however slow the machine is, no part of the day runs into the next. */
  waitsAtMs: number
}

export const timeAt = ({ machineMs, dayMs, speed, waitsAtMs }: Pace, nowMs = Date.now()): Date =>
  new Date(Math.min(waitsAtMs, dayMs + (nowMs - machineMs) * speed))
