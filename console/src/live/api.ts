import { createApi } from '#client/api.ts'
import { Refused } from '#client/refused.ts'
import type { FormRefusal } from '../ui/fields/use-form.ts'
import { currentLocale } from '../ui/words.tsx'
import { makeCell, type Readable } from './cell.ts'
import { watchFaults } from './watch-faults.ts'

const failing = makeCell(false)
/** Whether the server is there and answers that something is wrong with it. */
export const serverFails: Readable<boolean> = failing

/** The server, as the signed-in person. */
export const api = createApi({
  origin: '',
  locale: currentLocale,
  credentials: 'include',
  fetch: watchFaults((...asked) => fetch(...asked), failing),
})

/**
 * Waits for a call and hands its refusal to a form; null when it went through. Fields are named by the last part of their
 * path (`administrator.email` → `email`). Whatever else goes wrong is thrown on.
 */
export async function refusalOf(work: Promise<unknown>): Promise<FormRefusal | null> {
  try {
    await work
    return null
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { message: error.message, field: error.field?.split('.').at(-1) }
  }
}
