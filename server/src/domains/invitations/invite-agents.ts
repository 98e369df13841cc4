import type { AgentId } from '#contract/ids.ts'
import type { InvitationResult, InviteAgents } from '#contract/invitations.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import { existsByEmail, hasEverySubAccount, holdActor } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { writeLetters } from '../letters/index.ts'
import { lockOrganisation } from '../organisations/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import { listSubAccounts } from '../sub-accounts/index.ts'
import { endOfLife, type Invitation, isExpired, judgeAddresses, readAddress } from './invitation.ts'
import { destinationIn, invitationLetter, newLink } from './letter.ts'
import { endInvitation } from './revoke-invitation.ts'
import { insertInvitation, listPending, replaceLink } from './store.ts'

type Needs = Pick<Platform, 'database' | 'events' | 'clock' | 'ids' | 'jobs' | 'publicUrl'>

/**
 * Invites people to become agents, all with the same access. Each address gets its own result, in the order typed; whether it
 * has an account elsewhere on this server is not even asked, so that nobody learns it here.
 *
 * Invitations, their links and their letters are written in one transaction; the letters leave after it. The organisation's row
 * is locked: two people who invite the same address at once make one invitation (and the last seat, once seats are counted,
 * goes to one of two).
 *
 * @refuses access.refused | agents.above-you | sub-accounts.required | sub-accounts.not-allowed | request.not-found
 */
export async function inviteAgents(actor: Actor, wish: InviteAgents, needs: Needs): Promise<InvitationResult[]> {
  const { database, clock, events } = needs
  return database.transaction(actor.organisationId, async (tx) => {
    await lockOrganisation(tx)
    const inviter = await holdActor(tx, actor)
    authorise(inviter, 'invitations.create', { agentId: null, role: wish.role, subAccountId: wish.subAccountId })
    await refuseWrongSubAccount(tx, wish)

    const results = judgeAddresses(wish.emails.map(readAddress), await knownIn(tx, wish.emails, needs))
    const fresh = results
      .filter(({ result }) => result === 'invited')
      .map(({ email }) => ({
        ...newInvitation(email, wish, inviter.agentId, { id: needs.ids.invitation(), now: clock.now() }),
        ...newLink(needs.publicUrl),
      }))
    const destination = await destinationIn(tx)
    const letterIds = await writeLetters(
      tx,
      fresh.map((one) =>
        invitationLetter(one, { inviter: inviter.name, destination, link: one.link, locale: wish.locale }),
      ),
      needs,
    )
    for (const [index, { link: _, tokenHash, ...invitation }] of fresh.entries()) {
      await insertInvitation(tx, { ...invitation, letterId: letterIds[index] ?? null })
      await replaceLink(tx, invitation.id, tokenHash)
    }
    if (fresh.length > 0) await events.append(tx, settingsChanged('invitations'))

    const links = new Map(fresh.map(({ email, link }) => [email, link]))
    return results.map((one) => ({ ...one, link: one.result === 'invited' ? (links.get(one.email) ?? null) : null }))
  })
}

const newInvitation = (
  email: string,
  wish: InviteAgents,
  inviterId: AgentId,
  { id, now }: { id: Invitation['id']; now: Date },
): Invitation => ({
  id,
  email,
  role: wish.role,
  subAccountId: wish.subAccountId,
  languages: [...new Set(wish.languages)],
  activeOnArrival: wish.activeOnArrival,
  inviterId,
  letterId: null,
  state: 'pending',
  createdAt: now,
  expiresAt: endOfLife(now),
})

async function refuseWrongSubAccount(tx: OrganisationTransaction, { role, subAccountId }: InviteAgents): Promise<void> {
  const field = 'subAccountId'
  if (hasEverySubAccount(role)) {
    if (subAccountId !== null) throw refusal('sub-accounts.not-allowed', { field })
    return
  }
  if (subAccountId === null) throw refusal('sub-accounts.required', { field })
  if (!(await listSubAccounts(tx)).some(({ id }) => id === subAccountId)) throw refusal('request.not-found', { field })
}

/** Which of the addresses belong to agents, and which hold an open invitation. An expired one makes way for the new. */
async function knownIn(
  tx: OrganisationTransaction,
  typed: readonly string[],
  needs: Needs,
): Promise<{ members: Set<string>; invited: Set<string> }> {
  const members = new Set<string>()
  const invited = new Set<string>()
  const pending = new Map((await listPending(tx)).map((invitation) => [invitation.email, invitation]))
  for (const email of new Set(typed.map((one) => readAddress(one).email))) {
    if (email === null) continue
    if (await existsByEmail(tx, email)) members.add(email)
    const earlier = pending.get(email)
    if (!earlier) continue
    if (isExpired(earlier, needs.clock.now())) await endInvitation(tx, earlier, 'revoked', needs)
    else invited.add(email)
  }
  return { members, invited }
}
