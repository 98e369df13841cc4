import type { EditAgent } from '#contract/agents.ts'
import type { AgentId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import { requestEmailChange } from '../accounts/index.ts'
import type { Actor } from '../callers.ts'
import { changesBetween, recordDeed } from '../journal/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import { agentInWords } from './access-in-words.ts'
import { type Agent, isFullAdministrator } from './agent.ts'
import type { OnMayLess } from './change-activity.ts'
import { accessChanged, colleagueChanged } from './events.ts'
import { authoriseNewRights, hasSameAccess } from './grant-access.ts'
import { refuseLastAdministrator } from './last-administrator.ts'
import { asTarget, lockPerson } from './lock-person.ts'
import { personScope } from './present.ts'
import type { OnRenamed } from './reactions.ts'
import { readAccess, refuseForeignPlace } from './read-access.ts'
import { saveAgent } from './store.ts'

type Needs = Pick<Platform, 'database' | 'events' | 'clock' | 'ids' | 'jobs' | 'publicUrl'> & {
  onMayLess: OnMayLess
  onRenamed: OnRenamed
}

/**
 * Saves the whole form of an agent. What they held before and keep need not be the editor's to give; what is new must be. Open
 * pages and sockets of theirs see what they may now within a second, and conversations they can no longer answer go back to
 * pending. Another e-mail address changes nothing until its owner has followed the link that is sent to it.
 *
 * @refuses request.not-found | access.refused | agents.above-you | agents.yourself | agents.changed-meanwhile
 *   | agents.last-administrator | agents.email-of-several, and what `readAccess` refuses
 */
export async function editAgent(
  by: Actor,
  { agentId, ...wish }: { agentId: AgentId } & EditAgent,
  needs: Needs,
): Promise<Agent> {
  return needs.database.transaction(by.organisationId, async (tx) => {
    const { actor, agent } = await lockPerson(tx, by, { agentId, act: 'agents.edit' })
    if (agent.version !== wish.version) throw refusal('agents.changed-meanwhile')
    refuseForeignPlace(actor, wish)
    const access = await readAccess(tx, wish, agent)
    authoriseNewRights(actor, agent, access)
    if (agent.active !== wish.active) authorise(actor, 'agents.activate', personScope(agent))
    if (!isFullAdministrator(access) || !wish.active) await refuseLastAdministrator(tx, agent)

    const { firstName, lastName, description, active } = wish
    const who = { firstName, lastName, shownName: wish.shownName || null, description, active }
    const before = await agentInWords(tx, agent)
    const saved = await saveAgent(tx, { ...agent, ...access, ...who })
    const after = await agentInWords(tx, saved)
    const email = await askForEmail(tx, actor, { agent, email: wish.email }, needs)
    await tell(tx, agent, saved, needs)

    const changes = changesBetween(before, { ...after, ...(email !== null && { email }) })
    if (Object.keys(changes.after).length > 0)
      recordDeed(tx, actor, { act: 'agents.edited', target: asTarget(saved), ...changes }, needs)
    return saved
  })
}

/** The address that was asked for; null: it stays. */
async function askForEmail(
  tx: OrganisationTransaction,
  actor: Actor,
  { agent, email }: { agent: Agent; email: string },
  needs: Needs,
): Promise<string | null> {
  if (email === agent.email) return null
  const { organisationId, name } = actor
  await requestEmailChange(tx, { userId: agent.userId, email, askedBy: { organisationId, name } }, needs)
  return email
}

/** Their sockets end before they could hear of what follows. */
async function tell(tx: OrganisationTransaction, was: Agent, now: Agent, needs: Needs): Promise<void> {
  const { events, clock } = needs
  if (!hasSameAccess(was, now) || was.active !== now.active) {
    events.append(tx, accessChanged(now.id))
    await needs.onMayLess(tx, now)
  }
  if (was.name !== now.name || was.shownName !== now.shownName || was.firstName !== now.firstName)
    await needs.onRenamed(tx, now)
  events.append(tx, colleagueChanged(now, clock.now(), was))
  events.append(tx, settingsChanged('agents'))
}
