import type { UserId } from '#contract/ids.ts'
import type { Platform } from '#server/platform/platform.ts'
import { settingsChanged } from '../settings-changed.ts'
import { colleagueChanged } from './events.ts'
import { findByUser, membershipsOf, setNameAndSignIn } from './store.ts'

type Needs = Pick<Platform, 'database' | 'events' | 'clock'>

/** A person changed their name: every organisation they belong to shows the new one. */
export async function followProfile(
  user: { userId: UserId; name: string },
  { database, events, clock }: Needs,
): Promise<void> {
  for (const organisationId of await membershipsOf(database, user.userId)) {
    await database.transaction(organisationId, async (tx) => {
      await setNameAndSignIn(tx, user.userId, { name: user.name })
      const agent = await findByUser(tx, user.userId)
      if (!agent) return
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
