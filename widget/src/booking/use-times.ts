import { useEffect, useState } from 'preact/hooks'
import { type DayNumber, timesByDay, windowOf } from './days.ts'
import type { LookForTimes } from './doors.ts'

export type Times = 'looking' | 'failed' | ReadonlyMap<DayNumber, readonly string[]>

/** The free times of some weeks, by day; `onFound` hears of them first. When the network is back they are looked for again. */
export function useTimes(today: Date, look: number, load: LookForTimes, onFound: (times: Times & object) => void) {
  const [times, setTimes] = useState<Times>('looking')
  const [tries, setTries] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked for is said by the weeks, and by asking again
  useEffect(() => {
    const leaving = new AbortController()
    setTimes('looking')
    load(windowOf(today, look), leaving.signal).then(
      (found) => {
        const days = timesByDay(today, found)
        setTimes(days)
        onFound(days)
      },
      () => {
        if (!leaving.signal.aborted) setTimes('failed')
      },
    )
    return () => leaving.abort()
  }, [look, tries])

  const hasFailed = times === 'failed'
  useEffect(() => {
    if (!hasFailed) return
    const tryAgain = () => setTries((before) => before + 1)
    addEventListener('online', tryAgain)
    return () => removeEventListener('online', tryAgain)
  }, [hasFailed])

  return { times, tryAgain: () => setTries(tries + 1) }
}
