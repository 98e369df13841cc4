import type { UserId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { holdUser } from '../accounts/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import type { Agent } from './agent.ts'
import { colleagueChanged, membershipsChanged } from './events.ts'
import { findByUser, membershipsOf, setNameAndSignIn } from './store.ts'

type Needs = Pick<Platform, 'database' | 'events' | 'clock'>

/** What later rooms do, in the same transaction, when an agent reads otherwise: what they answer shows the new name. */
export type OnRenamed = (tx: OrganisationTransaction, agent: Agent) => Promise<void>

/** A person changed their name or address: every organisation they belong to shows what they are called now. */
export async function followProfile(
  userId: UserId,
  { database, events, clock, onRenamed }: Needs & { onRenamed: OnRenamed },
): Promise<void> {
  for (const organisationId of await membershipsOf(database, userId)) {
    await database.transaction(organisationId, async (tx) => {
      // Read here and held: of two changes at once both jobs write the later.
      const user = await holdUser(tx, userId)
      if (!user) return
      const { firstName, lastName, email } = user
      await setNameAndSignIn(tx, userId, { firstName, lastName, email })
      const agent = await findByUser(tx, userId)
      if (!agent) return
      await onRenamed(tx, agent)
      events.append(tx, colleagueChanged(agent, clock.now()))
      events.append(tx, settingsChanged('agents'))
    })
  }
}

/** A person came to belong somewhere, or no longer does: their consoles of every organisation learn of it. */
export async function followMemberships(userId: UserId, { database, events }: Needs): Promise<void> {
  for (const organisationId of await membershipsOf(database, userId))
    await database.transaction(organisationId, async (tx) => {
      const agent = await findByUser(tx, userId)
      if (agent) events.append(tx, membershipsChanged(agent.id))
    })
}

/** A person signed in: what their rows say of when they last did, and whether they count as dormant. */
export async function followSignIn(userId: UserId, { database, clock }: Needs): Promise<void> {
  for (const organisationId of await membershipsOf(database, userId))
    await database.transaction(organisationId, (tx) => setNameAndSignIn(tx, userId, { lastSignInAt: clock.now() }))
}
