import type { AgentId } from '#contract/ids.ts'
import { roleModels } from '#contract/vocabulary.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { settingsChanged } from '../settings-changed.ts'
import type { Agent } from './agent.ts'
import { colleagueChanged } from './events.ts'
import { findAgent, insertAgent, setNews } from './store.ts'

/** Who comes, and what they may see and do from the start. */
export type Joining = Pick<
  Agent,
  'userId' | 'firstName' | 'lastName' | 'email' | 'role' | 'subAccountId' | 'languages'
> & {
  /** May talk to visitors from the start. */
  active: boolean
  /** Nobody asked them: their consoles tell them. */
  isNews?: boolean
} & Partial<
    Pick<
      Agent,
      | 'shownName'
      | 'description'
      | 'customRoleId'
      | 'modules'
      | 'reach'
      | 'conversationLimit'
      | 'questionnaireIds'
      | 'lastSignInAt'
    >
  >

/** Makes a user an agent, inside the transaction of whatever brought them (set-up, an accepted invitation, somebody who added them). */
export async function joinOrganisation(
  tx: OrganisationTransaction,
  { isNews = false, ...joining }: Joining,
  { events, clock, ids }: Pick<Platform, 'events' | 'clock' | 'ids'>,
): Promise<AgentId> {
  const now = clock.now()
  const id = ids.agent()
  await insertAgent(tx, {
    shownName: null,
    description: '',
    photoId: null,
    customRoleId: null,
    permissions: roleModels[joining.role].permissions,
    modules: [...roleModels[joining.role].modules],
    reach: 'own',
    conversationLimit: null,
    questionnaireIds: [],
    lastSignInAt: now,
    ...joining,
    id,
    name: '',
    availability: 'available',
    presentUntil: null,
    consolesClosedAt: null,
    lastSeenAt: null,
    version: 1,
    createdAt: now,
    removedAt: null,
    removedBy: null,
  })
  if (isNews) await setNews(tx, id, true)
  const agent = await findAgent(tx, id)
  if (!agent) throw new Error('an agent that was just made is there')
  events.append(tx, colleagueChanged(agent, now))
  events.append(tx, settingsChanged('agents'))
  return id
}
