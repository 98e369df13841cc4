import { refusal } from '#server/platform/refusal.ts'
import { isTimeTaken } from './store.ts'

/** Each try meets a calendar that is fuller than the one before. */
const tries = 5

/**
 * Work that gives somebody a time, done again when somebody else was given it between the look and the commit: then somebody else may
 * be free, and if nobody is, the work says so. `isTaken` tells it that it lost once.
 *
 * @refuses appointments.slot-taken when it lost each time, and whatever the work refuses
 */
export async function givingTime<T>(work: (isTaken: boolean) => Promise<T>): Promise<T> {
  for (let left = tries; ; left -= 1) {
    try {
      return await work(left < tries)
    } catch (error) {
      if (!isTimeTaken(error)) throw error
      if (left === 1) throw refusal('appointments.slot-taken', { field: 'startsAt', details: { nearest: [], why: [] } })
    }
  }
}
