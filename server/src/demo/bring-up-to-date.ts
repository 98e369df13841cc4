import type { InviteAgents } from '#contract/invitations.ts'
import { changeActivity } from '#server/domains/agents/change-activity.ts'
import { followSignIn } from '#server/domains/agents/reactions.ts'
import { type Plans, plansFrom, shippedPlans } from '#server/domains/billing/index.ts'
import { returnUnanswerable } from '#server/domains/conversations/index.ts'
import { inviteAgents } from '#server/domains/invitations/invite-agents.ts'
import type { Platform } from '#server/platform/platform.ts'
import { cast, castKeys, deactivated, site } from './cast.ts'
import type { Stage } from './play-talk.ts'

const hourMs = 60 * 60 * 1000
const dayMs = 24 * hourMs

type Needs = Platform & { plans: Plans }

/** What is true of people now that the talks are held: who signed in when, who was deactivated, who is invited. */
export async function bringUpToDate(actors: Stage['actors'], needs: Platform): Promise<void> {
  const now = needs.clock.now().getTime()
  const plans = plansFrom(shippedPlans, null)
  const ago = (ms: number): Needs => ({ ...needs, plans, clock: { now: () => new Date(now - ms) } })

  for (const key of castKeys) await followSignIn(actors[key].userId, ago(cast[key].signedInHoursAgo * hourMs))
  const then = ago(deactivated.daysAgo * dayMs)
  await changeActivity(
    actors[deactivated.by],
    { agentId: actors[deactivated.who].agentId, active: false },
    { ...then, onMayLess: returnUnanswerable(then) },
  )
  // Nothing of a demo leaves by mail: with a mail server, the letters of these would.
  if (!needs.mailer) await inviteTwo(actors, ago)
}

/** One invitation that is open, one that has expired. */
async function inviteTwo({ camille, helene }: Stage['actors'], ago: (ms: number) => Needs): Promise<void> {
  const arrival = {
    activeOnArrival: true,
    locale: 'fr',
    customRoleId: null,
    reach: 'own',
    conversationLimit: null,
    questionnaireIds: [],
  } satisfies Partial<InviteAgents>
  await inviteAgents(
    helene,
    { ...arrival, emails: [`octave@${site}`], role: 'moderator', subAccountId: null, languages: ['fr', 'en'] },
    ago(9 * dayMs),
  )
  await inviteAgents(
    camille,
    { ...arrival, emails: [`maelle@${site}`], role: 'agent', subAccountId: camille.subAccountId, languages: ['fr'] },
    ago(26 * hourMs),
  )
}
