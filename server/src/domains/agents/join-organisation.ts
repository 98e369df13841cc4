import type { AgentId, OrganisationId, SubAccountId, UserId } from '#contract/ids.ts'
import type { Role } from '#contract/vocabulary.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { settingsChanged } from '../settings-changed.ts'
import { type Agent, modulesOf } from './agent.ts'
import { colleagueChanged } from './events.ts'
import { insertAgent } from './store.ts'

export interface Joining {
  organisationId: OrganisationId
  userId: UserId
  name: string
  email: string
  role: Role
  subAccountId: SubAccountId | null
  languages: string[]
  /** May talk to visitors from the start. */
  active: boolean
}

/** Makes a user an agent, inside the transaction of whatever brought them (set-up, an accepted invitation). */
export async function joinOrganisation(
  tx: OrganisationTransaction,
  joining: Joining,
  { events, clock, ids }: Pick<Platform, 'events' | 'clock' | 'ids'>,
): Promise<AgentId> {
  const now = clock.now()
  const agent: Agent = {
    id: ids.agent(),
    userId: joining.userId,
    name: joining.name,
    email: joining.email,
    role: joining.role,
    subAccountId: joining.subAccountId,
    active: joining.active,
    availability: 'available',
    presentUntil: null,
    languages: joining.languages,
    reach: 'own',
    modules: modulesOf(joining.role),
    lastSignInAt: now,
    createdAt: now,
    removedAt: null,
  }
  await insertAgent(tx, agent)
  events.append(tx, colleagueChanged(agent, now))
  events.append(tx, settingsChanged('agents'))
  return agent.id
}
