import type { Platform } from '#server/platform/platform.ts'
import { authorise, may } from '../access/index.ts'
import { keepSignedIn, signedIn } from '../accounts/index.ts'
import type { SeatNeeds } from '../billing/index.ts'
import type { HandlersOf } from '../callers.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { inviteAgents } from './invite-agents.ts'
import { scopeOf } from './policy.ts'
import { forAgent } from './present.ts'
import { resendInvitation } from './resend-invitation.ts'
import { revokeInvitation } from './revoke-invitation.ts'
import { listPending } from './store.ts'
import { viewInvitation } from './view-invitation.ts'

type Doors =
  | 'GET /organisations/:organisationId/invitations'
  | 'POST /organisations/:organisationId/invitations'
  | 'POST /organisations/:organisationId/invitations/:invitationId/resending'
  | 'DELETE /organisations/:organisationId/invitations/:invitationId'
  | 'POST /invitation-links/view'
  | 'POST /invitation-links/acceptance'

export function invitationHandlers(needs: Platform & SeatNeeds): HandlersOf<Doors> {
  const { database, clock } = needs

  return {
    'GET /organisations/:organisationId/invitations': async ({ caller }) => {
      authorise(caller, 'agents.list', null)
      return database.transaction(caller.organisationId, async (tx) => {
        const seen = (await listPending(tx)).filter((one) => may(caller, 'invitations.read', scopeOf(one)))
        return { invitations: await forAgent(tx, seen, { reader: caller, now: clock.now() }) }
      })
    },

    'POST /organisations/:organisationId/invitations': async ({ caller, body }) => ({
      results: await inviteAgents(caller, body, needs),
    }),

    'POST /organisations/:organisationId/invitations/:invitationId/resending': async ({ caller, params, body }) => {
      const resent = await resendInvitation(caller, { ...body, invitationId: params.invitationId }, needs)
      const presented = await database.transaction(caller.organisationId, (tx) =>
        forAgent(tx, [resent.invitation], { reader: caller, now: clock.now() }),
      )
      const [invitation] = presented
      if (!invitation) throw new Error('one invitation gives one presentation')
      return { invitation, link: resent.link }
    },

    'DELETE /organisations/:organisationId/invitations/:invitationId': async ({ caller, params }) => {
      await revokeInvitation(caller, params.invitationId, needs)
      return { done: true }
    },

    'POST /invitation-links/view': ({ caller, body }) => viewInvitation(body.token, caller, needs),

    'POST /invitation-links/acceptance': async ({ caller, body, knock, answer }) => {
      const { userId, organisationId, started } = await acceptInvitation(body, { caller, knock }, needs)
      if (started) keepSignedIn(answer, started)
      return { ...(await signedIn(userId, needs)), organisationId }
    },
  }
}
