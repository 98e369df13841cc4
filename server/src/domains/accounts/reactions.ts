import * as z from 'zod'
import { UserId } from '#contract/ids.ts'
import type { Transaction } from '#server/platform/database/database.ts'
import type { Jobs } from '#server/platform/jobs/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import { eraseAccount, erasureJob } from './erase-account.ts'
import { personalDeedJob, recordPersonalDeed } from './journal.ts'
import { accountLetterJob, deliverAccountLetter } from './letters/deliver-account-letter.ts'
import { ResetWish, resetJob, writeResetLetter } from './passwords/write-reset-letter.ts'

const profileChanged = 'accounts.profile-changed'
const userSignedIn = 'accounts.signed-in'

const ProfileChanged = z.object({ userId: UserId })
const membershipsChanged = 'accounts.memberships-changed'
const UserSignedIn = z.object({ userId: UserId })

type JobsOnly = Pick<Platform, 'jobs'>

/** Organisations keep copies of name and address. A job, since each copy lies in another organisation's transaction. */
export const tellProfileChanged = (tx: Transaction, userId: UserId, { jobs }: JobsOnly): Promise<void> =>
  jobs.enqueue(tx, profileChanged, { userId })

export const tellSignedIn = (tx: Transaction, userId: UserId, { jobs }: JobsOnly): Promise<void> =>
  jobs.enqueue(tx, userSignedIn, { userId })

/** What a later room does after a person changed their name or address. One room may; again after a failure. Registered before jobs start. */
export const onProfileChanged = (jobs: Jobs, act: (userId: UserId) => Promise<void>): void =>
  jobs.work(profileChanged, (payload) => act(ProfileChanged.parse(payload).userId))

/** What a later room does after a person signed in. One room may; again after a failure. Registered before jobs start. */
export const onSignedIn = (jobs: Jobs, act: (userId: UserId) => Promise<void>): void =>
  jobs.work(userSignedIn, (payload) => act(UserSignedIn.parse(payload).userId))

/** A person came to belong somewhere, or no longer does: their consoles elsewhere are to learn of it. In that transaction. */
export const tellMembershipsChanged = (tx: Transaction, userId: UserId, { jobs }: JobsOnly): Promise<void> =>
  jobs.enqueue(tx, membershipsChanged, { userId })

/** What a later room does then. One room may; again after a failure. Registered before jobs start. */
export const onMembershipsChanged = (jobs: Jobs, act: (userId: UserId) => Promise<void>): void =>
  jobs.work(membershipsChanged, (payload) => act(UserSignedIn.parse(payload).userId))

/** This room's own. Registered before jobs start. */
export function accountReactions(needs: Platform): void {
  needs.jobs.work(erasureJob, (payload) => eraseAccount(UserSignedIn.parse(payload).userId, needs))
  needs.jobs.work(resetJob, (payload) => writeResetLetter(ResetWish.parse(payload), needs))
  needs.jobs.work(personalDeedJob, (payload) => recordPersonalDeed(payload, needs))
  needs.jobs.work(accountLetterJob, (payload) => deliverAccountLetter(payload, needs))
}
