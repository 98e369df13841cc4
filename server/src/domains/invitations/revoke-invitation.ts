import type { AgentId, InvitationId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise, may } from '../access/index.ts'
import { holdActor } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { type Doer, recordDeed } from '../journal/index.ts'
import { cancelLetter } from '../letters/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import { asTarget, type Invitation } from './invitation.ts'
import { scopeOf } from './policy.ts'
import { listPending, lockPending, lockPendingOf, setEnded } from './store.ts'

type Needs = Pick<Platform, 'events' | 'clock' | 'ids'>

/** Revokes an invitation: its link is dead with the commit. @refuses request.not-found | access.refused */
export async function revokeInvitation(
  by: Actor,
  id: InvitationId,
  needs: Needs & Pick<Platform, 'database'>,
): Promise<void> {
  await needs.database.transaction(by.organisationId, async (tx) => {
    const actor = await holdActor(tx, by)
    authorise(actor, 'agents.list', null)
    const invitation = await lockPending(tx, id)
    if (!invitation) throw refusal('request.not-found')
    authorise(actor, 'invitations.change', scopeOf(invitation))
    await endInvitation(tx, invitation, { by: actor, state: 'revoked' }, needs)
    await needs.events.append(tx, settingsChanged('invitations'))
  })
}

/** When an agent is removed, in the same transaction: the invitations that rest on their right end with it. */
export async function revokeInvitationsOf(
  tx: OrganisationTransaction,
  inviterId: AgentId,
  needs: Needs,
): Promise<void> {
  const theirs = await lockPendingOf(tx, inviterId)
  for (const invitation of theirs) await endInvitation(tx, invitation, { by: 'system', state: 'revoked' }, needs)
  if (theirs.length > 0) await needs.events.append(tx, settingsChanged('invitations'))
}

/** When somebody is added whom this address stands for, in the same transaction: what the adder may revoke makes way. */
export async function revokeInvitationTo(
  tx: OrganisationTransaction,
  email: string,
  { by, ...needs }: Needs & { by: Actor },
): Promise<void> {
  const open = (await listPending(tx)).find((invitation) => invitation.email === email)
  if (!open || !may(by, 'invitations.change', scopeOf(open))) return
  const invitation = await lockPending(tx, open.id)
  if (!invitation) return
  await endInvitation(tx, invitation, { by, state: 'revoked' }, needs)
  needs.events.append(tx, settingsChanged('invitations'))
}

/** The link dies, and the letter loses its purpose. Whose doing it was stands in the journal. */
export async function endInvitation(
  tx: OrganisationTransaction,
  invitation: Invitation,
  { by, state }: { by: Doer; state: 'accepted' | 'revoked' },
  needs: Needs,
): Promise<void> {
  await setEnded(tx, invitation.id, { state, now: needs.clock.now() })
  if (invitation.letterId !== null) await cancelLetter(tx, invitation.letterId, needs)
  recordDeed(tx, by, { act: `invitations.${state}`, target: asTarget(invitation) }, needs)
}
