/** A rest that somebody may end early. */
export interface Pause {
  /** Rests so long; without a length, until woken. */
  for(ms?: number): Promise<void>
  wake(): void
}

export function createPause(): Pause {
  let end = () => {}
  return {
    for: (ms) =>
      new Promise((resolve) => {
        const timer = ms === undefined ? undefined : setTimeout(resolve, ms)
        end = () => {
          clearTimeout(timer)
          resolve()
        }
      }),
    wake: () => end(),
  }
}
