import type { UserId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { settingsChanged } from '../settings-changed.ts'
import type { Agent } from './agent.ts'
import { colleagueChanged } from './events.ts'
import { findByUser, membershipsOf, setNameAndSignIn } from './store.ts'

type Needs = Pick<Platform, 'database' | 'events' | 'clock'>

/** What later rooms do, in the same transaction, when an agent reads otherwise: what they answer shows the new name. */
export type OnRenamed = (tx: OrganisationTransaction, agent: Agent) => Promise<void>

/** A person changed their name: every organisation they belong to shows the new one. */
export async function followProfile(
  { userId, ...name }: { userId: UserId; firstName: string; lastName: string },
  { database, events, clock, onRenamed }: Needs & { onRenamed: OnRenamed },
): Promise<void> {
  for (const organisationId of await membershipsOf(database, userId)) {
    await database.transaction(organisationId, async (tx) => {
      await setNameAndSignIn(tx, userId, name)
      const agent = await findByUser(tx, userId)
      if (!agent) return
      await onRenamed(tx, agent)
      events.append(tx, colleagueChanged(agent, clock.now()))
      events.append(tx, settingsChanged('agents'))
    })
  }
}

/** A person signed in: what their rows say of when they last did, and whether they count as dormant. */
export async function followSignIn(userId: UserId, { database, clock }: Needs): Promise<void> {
  for (const organisationId of await membershipsOf(database, userId))
    await database.transaction(organisationId, (tx) => setNameAndSignIn(tx, userId, { lastSignInAt: clock.now() }))
}
