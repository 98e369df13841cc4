import * as z from 'zod'
import { LetterId, OrganisationId } from './ids.ts'
import { letterStates } from './invitations.ts'
import { defineRoutes } from './route.ts'
import { Instant } from './text.ts'

/** A letter of the outbox, newest first. */
export const LetterForAgent = z.object({
  id: LetterId,
  to: z.string(),
  subject: z.string(),
  state: z.enum(letterStates),
  createdAt: Instant,
  sentAt: Instant.nullable(),
  attempts: z.int(),
  nextAttemptAt: Instant.nullable(),
  /** The mail server's last words, when it refused. */
  lastError: z.string().nullable(),
})
export type LetterForAgent = z.infer<typeof LetterForAgent>

const inOrganisation = z.object({ organisationId: OrganisationId })
const ofLetter = inOrganisation.extend({ letterId: LetterId })

export const letterRoutes = defineRoutes({
  'GET /organisations/:organisationId/letters': {
    summary: 'The outbox: letters of this organisation',
    who: 'agent',
    key: 'organisation:read',
    params: inOrganisation,
    reply: z.object({ letters: z.array(LetterForAgent), smtp: z.boolean() }),
    refuses: ['access.refused'],
  },
  'GET /organisations/:organisationId/letters/:letterId': {
    summary: 'One letter with its words. Links that let somebody in are gone once it was sent.',
    who: 'agent',
    key: 'never',
    params: ofLetter,
    reply: LetterForAgent.extend({ text: z.string() }),
    refuses: ['access.refused'],
  },
  'POST /organisations/:organisationId/letters/:letterId/delivery': {
    summary: 'Try to send a waiting or failed letter now',
    who: 'agent',
    key: 'organisation:write',
    params: ofLetter,
    reply: LetterForAgent,
    refuses: ['access.refused', 'letters.not-waiting'],
  },
})
