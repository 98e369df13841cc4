import * as z from 'zod'
import { JournalEntryId, type OrganisationId, UserId } from '#contract/ids.ts'
import { type JournalAct, type JournalChanges, journalActNames, journalFields } from '#contract/journal-acts.ts'
import type { Transaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { Origin } from '../callers.ts'
import { type Deed, recordDeed } from '../journal/index.ts'
import { findUserByEmail, listMemberships } from './store.ts'

/** What a person did with their account, or what was tried on it. */
export interface PersonalDeed {
  /** Who it is about; an address as typed where nobody has signed in yet. */
  person: { userId: UserId } | { email: string }
  act: Extract<JournalAct, `accounts.${string}` | `sign-${string}` | `sessions.${string}`>
  origin: Origin
  before?: JournalChanges
  after?: JournalChanges
}

export const personalDeedJob = 'accounts.record-deed'

const Changes = z.partialRecord(
  z.enum(journalFields),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
)
const Told = z.object({
  person: z.union([z.object({ userId: UserId }), z.object({ email: z.string() })]),
  act: z.enum(journalActNames).exclude(['refused']),
  origin: z.object({
    address: z.string().nullable(),
    userAgent: z.string().nullable(),
    apiKey: z.string().nullable(),
  }),
  before: Changes.optional(),
  after: Changes.optional(),
  id: JournalEntryId,
  at: z.coerce.date(),
})

/**
 * Tells the journal of every organisation a person belongs to, inside the transaction of the act. By a job: an account lies in
 * no organisation, and each journal in a transaction of its own. It is written at the same cost whether or not there is such a person.
 */
export const tellJournal = (
  tx: Transaction,
  deed: PersonalDeed,
  { jobs, clock, ids }: Pick<Platform, 'jobs' | 'clock' | 'ids'>,
): Promise<void> =>
  jobs.enqueue(tx, personalDeedJob, { ...deed, id: ids.journalEntry(), at: clock.now().toISOString() })

/** The job. Done twice, it writes once: the entry has its name from the beginning. */
export async function recordPersonalDeed(
  payload: unknown,
  needs: Pick<Platform, 'database' | 'events' | 'clock' | 'ids'>,
): Promise<void> {
  const { person, id, at, origin, ...deed } = Told.parse(payload)
  const { userId, organisationIds } = await needs.database.directory(async (tx) => {
    const found = 'userId' in person ? person.userId : (await findUserByEmail(tx, person.email))?.id
    return { userId: found, organisationIds: found ? await listMemberships(tx, found) : [] }
  })
  if (!userId) return
  for (const organisationId of organisationIds)
    await recordIn(organisationId, { userId, origin, deed, happening: { id, at } }, needs)
}

async function recordIn(
  organisationId: OrganisationId,
  told: { userId: UserId; origin: Origin; deed: Omit<Deed, 'target'>; happening: { id: JournalEntryId; at: Date } },
  needs: Pick<Platform, 'database' | 'events' | 'clock' | 'ids'>,
): Promise<void> {
  const { userId, origin, deed, happening } = told
  await needs.database.transaction(organisationId, async (tx) => {
    // Read from the agents' table though that room comes later: what a person is called here.
    const agent = await tx.db
      .selectFrom('agents')
      .select(['id', 'name'])
      .where('organisation_id', '=', organisationId)
      .where('user_id', '=', userId)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    if (!agent) return
    const by = deed.act === 'sign-in.refused' ? { stranger: origin } : { agentId: agent.id, name: agent.name, origin }
    recordDeed(tx, by, { ...deed, target: { kind: 'agent', ...agent } }, needs, happening)
  })
}
