import type { AgentId } from '#contract/ids.ts'
import type { InvitationResult, InviteAgents } from '#contract/invitations.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { authorise } from '../access/index.ts'
import { holdProvenUser } from '../accounts/index.ts'
import {
  accessInWords,
  existsByEmail,
  type Granted,
  holdActor,
  readAccess,
  refuseForeignPlace,
} from '../agents/index.ts'
import { type SeatNeeds, seatsLeft } from '../billing/index.ts'
import type { Actor } from '../callers.ts'
import { recordDeed } from '../journal/index.ts'
import { writeLetters } from '../letters/index.ts'
import { lockOrganisation } from '../organisations/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import { addAccount, type Joiner } from './add-account.ts'
import { asTarget, endOfLife, type Invitation, isExpired, judgeAddresses, readAddress } from './invitation.ts'
import { destinationIn, invitationLetter, newLinks } from './letter.ts'
import { endInvitation } from './revoke-invitation.ts'
import { insertInvitation, listPending, replaceLinks } from './store.ts'

type Needs = Pick<Platform, 'database' | 'events' | 'clock' | 'ids' | 'jobs' | 'mailer' | 'publicUrl'> & SeatNeeds

/**
 * Invites people to become agents, all with the same access. Each address gets its own result, in the order typed. Somebody whose
 * account is proven belongs here at once, without a letter: their consoles tell them.
 *
 * Invitations, their links and their letters are written in one transaction; the letters leave after it. The organisation's row
 * is locked: two people who invite the same address at once make one invitation, and the last seat goes to one of two.
 *
 * @refuses access.refused | agents.above-you | sub-accounts.required | sub-accounts.not-allowed | request.not-found
 *   | roles.unknown | questionnaires.unknown
 */
export async function inviteAgents(actor: Actor, wish: InviteAgents, needs: Needs): Promise<InvitationResult[]> {
  const { database, clock, events } = needs
  return database.transaction(actor.organisationId, async (tx) => {
    await lockOrganisation(tx)
    const inviter = await holdActor(tx, actor)
    authorise(inviter, 'agents.list', null)
    refuseForeignPlace(inviter, wish)
    const granted = await readAccess(tx, wish)
    authorise(inviter, 'agents.grant', { agentId: null, ...granted })

    const known = await knownIn(tx, wish.emails, inviter, needs)
    const results = judgeAddresses(wish.emails.map(readAddress), { ...known, seatsLeft: await seatsLeft(tx, needs) })
    const fresh = results
      .filter(({ result }) => result === 'invited')
      .map(({ email }) => ({
        ...newInvitation(email, { ...wish, ...granted }, inviter.agentId, {
          id: needs.ids.invitation(),
          now: clock.now(),
        }),
        links: newLinks(needs),
      }))
    const destination = await destinationIn(tx)
    const letterIds = await writeLetters(
      tx,
      fresh.map((one) =>
        invitationLetter(one, { inviter: inviter.name, destination, link: one.links.mailed.link, locale: wish.locale }),
      ),
      needs,
    )
    const after = { ...(await accessInWords(tx, granted)), activeOnArrival: wish.activeOnArrival }
    for (const [index, { links, ...invitation }] of fresh.entries()) {
      await insertInvitation(tx, { ...invitation, letterId: letterIds[index] ?? null })
      await replaceLinks(tx, invitation.id, links)
      recordDeed(tx, inviter, { act: 'invitations.created', target: asTarget(invitation), after }, needs)
    }
    for (const { email, result } of results) {
      const account = result === 'added' ? known.proven.get(email) : undefined
      if (account) await addAccount(tx, account, { ...granted, active: wish.activeOnArrival, by: inviter }, needs)
    }
    if (fresh.length > 0) await events.append(tx, settingsChanged('invitations'))

    const shown = new Map(fresh.map(({ email, links }) => [email, links.shown.link]))
    return results.map((one) => ({ ...one, link: one.result === 'invited' ? (shown.get(one.email) ?? null) : null }))
  })
}

const newInvitation = (
  email: string,
  wish: Granted & Pick<InviteAgents, 'activeOnArrival'>,
  inviterId: AgentId,
  { id, now }: { id: Invitation['id']; now: Date },
): Invitation => ({
  id,
  email,
  role: wish.role,
  customRoleId: wish.customRoleId,
  permissions: wish.permissions,
  subAccountId: wish.subAccountId,
  languages: wish.languages,
  reach: wish.reach,
  modules: wish.modules,
  conversationLimit: wish.conversationLimit,
  questionnaireIds: wish.questionnaireIds,
  activeOnArrival: wish.activeOnArrival,
  inviterId,
  letterId: null,
  state: 'pending',
  createdAt: now,
  expiresAt: endOfLife(now),
})

/**
 * Which of the addresses belong to agents, which hold an open invitation, and which have a proven account: held until the commit, so
 * that neither their address nor their account changes meanwhile. An expired invitation makes way for the new.
 */
async function knownIn(
  tx: OrganisationTransaction,
  typed: readonly string[],
  inviter: Actor,
  needs: Needs,
): Promise<{ members: Set<string>; invited: Set<string>; proven: Map<string, Joiner> }> {
  const members = new Set<string>()
  const invited = new Set<string>()
  const proven = new Map<string, Joiner>()
  const pending = new Map((await listPending(tx)).map((invitation) => [invitation.email, invitation]))
  for (const email of new Set(typed.map((one) => readAddress(one).email))) {
    if (email === null) continue
    if (await existsByEmail(tx, email)) members.add(email)
    const account = await holdProvenUser(tx, email)
    if (account) proven.set(email, account)
    const earlier = pending.get(email)
    if (!earlier) continue
    if (isExpired(earlier, needs.clock.now()))
      await endInvitation(tx, earlier, { by: inviter, state: 'revoked' }, needs)
    else invited.add(email)
  }
  return { members, invited, proven }
}
