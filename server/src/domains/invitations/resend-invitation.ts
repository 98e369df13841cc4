import type { InvitationId } from '#contract/ids.ts'
import type { Locale } from '#contract/vocabulary.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import { holdActor } from '../agents/index.ts'
import { type SeatNeeds, takeSeats } from '../billing/index.ts'
import type { Actor } from '../callers.ts'
import { recordDeed } from '../journal/index.ts'
import { cancelLetter, writeLetters } from '../letters/index.ts'
import { lockOrganisation } from '../organisations/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import { asTarget, endOfLife, type Invitation, isExpired } from './invitation.ts'
import { destinationIn, invitationLetter, newLinks } from './letter.ts'
import { scopeOf } from './policy.ts'
import { lockPending, replaceLinks, setResent } from './store.ts'

/**
 * Gives an open or expired invitation a fresh link for seven days; the old link is dead with the commit. By a new letter, or
 * (`letter: false`) only to be copied by hand. From then on it rests on the right of whoever resent it.
 *
 * @refuses request.not-found | access.refused | billing.no-seat-left
 */
export async function resendInvitation(
  actor: Actor,
  wish: { invitationId: InvitationId; letter: boolean; locale: Locale },
  needs: Pick<Platform, 'database' | 'events' | 'clock' | 'ids' | 'jobs' | 'mailer' | 'publicUrl'> & SeatNeeds,
): Promise<{ invitation: Invitation; link: string }> {
  const { database, events, clock } = needs
  return database.transaction(actor.organisationId, async (tx) => {
    // As when inviting: removing an agent waits for this, or this finds them removed.
    await lockOrganisation(tx)
    const inviter = await holdActor(tx, actor)
    authorise(inviter, 'agents.list', null)
    const earlier = await lockPending(tx, wish.invitationId)
    if (!earlier) throw refusal('request.not-found')
    authorise(inviter, 'invitations.change', scopeOf(earlier))

    // An expired one had given its seat back.
    if (isExpired(earlier, clock.now())) await takeSeats(tx, 1, needs)

    if (earlier.letterId !== null) await cancelLetter(tx, earlier.letterId, { events })
    const links = newLinks(needs)
    const { link } = links.shown
    const renewed = { ...earlier, inviterId: inviter.agentId, expiresAt: endOfLife(clock.now()) }
    const destination = await destinationIn(tx)
    const letter = invitationLetter(renewed, {
      inviter: inviter.name,
      destination,
      link: links.mailed.link,
      locale: wish.locale,
    })
    const [letterId = null] = await writeLetters(tx, wish.letter ? [letter] : [], needs)
    const invitation = { ...renewed, letterId }
    await setResent(tx, invitation)
    await replaceLinks(tx, invitation.id, wish.letter ? links : { ...links, mailed: links.shown })
    await events.append(tx, settingsChanged('invitations'))
    recordDeed(
      tx,
      inviter,
      {
        act: 'invitations.resent',
        target: asTarget(invitation),
        before: { expiresAt: earlier.expiresAt.toISOString() },
        after: { expiresAt: invitation.expiresAt.toISOString() },
      },
      needs,
    )
    return { invitation, link }
  })
}
