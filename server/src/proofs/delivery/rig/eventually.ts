import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'

const usualPatienceMs = 20_000

/** Waits for a condition; the patience is for a loaded machine, and no test passes because it ran out. */
export async function eventually(
  holds: () => boolean | Promise<boolean>,
  what: string,
  withinMs = usualPatienceMs,
): Promise<void> {
  const deadline = performance.now() + withinMs
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`never came: ${what}`)
    await pause(5)
  }
}

/** Waits until two views are the same; when they never are, says how they differ. The first may be taken of what is in the second. */
export async function eventuallyEqual<T>(
  actual: (expected: T) => T,
  expected: () => T | Promise<T>,
  what: string,
  withinMs = usualPatienceMs,
): Promise<void> {
  const deadline = performance.now() + withinMs
  for (;;) {
    const other = await expected()
    const one = actual(other)
    if (isDeepStrictEqual(one, other)) return
    if (performance.now() > deadline) assert.deepEqual(one, other, what)
    await pause(20)
  }
}
