/**
 * How long to wait before trying again, in milliseconds: full jitter (any time up to the ceiling), so that thousands who
 * lost the server in one moment do not come back in one moment. The ceiling doubles with each failure.
 */
export function backoffMs(failures: number, { baseMs, capMs }: Backoff, random: () => number): number {
  return random() * Math.min(capMs, baseMs * 2 ** Math.min(failures, 30))
}

export interface Backoff {
  /** The ceiling before the first retry. */
  baseMs: number
  capMs: number
}
