import type { Transaction } from '../database/database.ts'

/** Work to be done after a commit, kept in the database until it is. */
export interface Jobs {
  /** In the transaction: the job exists if and only if the transaction commits. `startAfter`: not before this instant. */
  enqueue(tx: Transaction, name: string, payload: object, options?: { startAfter?: Date }): Promise<void>
  /** Does jobs of a name as they come; a throw means again later. Registered before `start`. */
  work(name: string, act: (payload: unknown) => Promise<void>): void
  start(): Promise<void>
  /** Lets jobs under way finish. */
  stop(): Promise<void>
}
