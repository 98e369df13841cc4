import type { ConversationId, InvitationId, LetterId } from '#contract/ids.ts'
import type { BodyOf } from '#contract/routes.ts'
import { type Cast, newPasser, type Passer } from './cast.ts'
import type { TestSubAccount } from './comptoir.ts'
import type { Engaged } from './staff.ts'
import { newClientMessageId } from './visitor.ts'
import { grant } from './wish.ts'

/** A visitor and what they began. */
export interface Talk {
  visitor: Passer
  conversationId: ConversationId
  organisationId: Engaged['organisationId']
}

export type State = 'pending' | 'open' | 'closed'

/** An open invitation, its secret and its letter. */
export interface OpenInvitation {
  id: InvitationId
  email: string
  token: string
  letterId: LetterId
}

/** Scenes made through the doors, each with people and things of its own. */
export function createScene({ comptoir, origin }: Cast) {
  let people = 0
  const { database } = comptoir.platform

  const say = (visitor: Passer, text = 'Bonjour, avez-vous du thé vert ?') =>
    grant(origin, {
      route: 'PUT /widget/:channelKey/messages/:clientMessageId',
      by: visitor,
      params: { channelKey: visitor.channelKey, clientMessageId: newClientMessageId() },
      body: { text, locale: 'fr', page: { url: 'https://shop.example/thes', title: 'Nos thés' } },
    })

  return {
    say,

    /** A conversation of a new visitor; unless it waits, `by` whom it was taken and closed. */
    async talk(subAccount: TestSubAccount, by: Engaged, state: State = 'pending'): Promise<Talk> {
      const visitor = newPasser(subAccount)
      const { conversation } = await say(visitor)
      const params = { organisationId: by.organisationId, conversationId: conversation.id }
      if (state !== 'pending')
        await grant(origin, {
          route: 'POST /organisations/:organisationId/conversations/:conversationId/assignment',
          by,
          params,
        })
      if (state === 'closed')
        await grant(origin, {
          route: 'POST /organisations/:organisationId/conversations/:conversationId/closure',
          by,
          params,
        })
      return { visitor, conversationId: conversation.id, organisationId: by.organisationId }
    },

    /** Invites one person. */
    async invite(by: Engaged, as: Partial<BodyOf<'POST /organisations/:organisationId/invitations'>> = {}) {
      const email = as.emails?.[0] ?? `nina.${++people}@maison.example`
      const { results } = await grant(origin, {
        route: 'POST /organisations/:organisationId/invitations',
        by,
        params: { organisationId: by.organisationId },
        body: {
          emails: [email],
          role: 'agent',
          subAccountId: null,
          languages: ['fr'],
          activeOnArrival: true,
          locale: 'fr',
          ...as,
        },
      })
      const token = new URL(results[0]?.link ?? '').hash.slice(1)
      const row = await database.transaction(by.organisationId, ({ db }) =>
        db
          .selectFrom('invitations')
          .select(['id', 'letter_id'])
          .where('organisation_id', '=', by.organisationId)
          .where('email', '=', email)
          .where('state', '=', 'pending')
          .executeTakeFirstOrThrow(),
      )
      if (row.letter_id === null) throw new Error('an invitation without a letter')
      return { id: row.id, email, token, letterId: row.letter_id } satisfies OpenInvitation
    },
  }
}
export type Scene = ReturnType<typeof createScene>
