import type { InviteAgents } from '#contract/invitations.ts'
import type { Locale } from '#contract/vocabulary.ts'
import { nameInTwo } from '../domains/accounts/user.ts'
import { openComptoir } from './comptoir.ts'
import { fakeClock } from './fake-clock.ts'
import { linkIn, startMailServer } from './mail-server.ts'
import type { CastAgent, Person } from './person.ts'

/** What somebody invited chooses as their password. */
export const newcomersPassword = 'deux renards sous la pluie'

/** An invitation whose letter has arrived. */
export interface Invited {
  email: string
  token: string
  id: string
}

/** Who acts, and in which organisation; Ada in hers unless said otherwise. */
interface Acting {
  by?: Person
  organisationId?: string
}

/**
 * A Comptoir with a mail server and a clock to move, where Ada of the Boutique Lumière invites people to Lyon. One for a file of
 * tests: `await openInviting()`, then `close` when they are over.
 */
export async function openInviting() {
  const clock = fakeClock()
  const post = await startMailServer()
  const comptoir = await openComptoir({ clock, smtpUrl: post.url, trustProxy: true })
  const lumiere = await comptoir.makeOrganisation('Boutique Lumière')
  const lyon = await lumiere.makeSubAccount('Lyon')
  const ada = await lumiere.hire('Ada', { role: 'administrator' })
  const params = { organisationId: lumiere.id }

  let people = 0
  const newEmail = () => `person.${++people}@shop.example`
  let places = 0
  /** A place of its own for each knock: knocking is limited by place. */
  const newPlace = () => ({ 'x-forwarded-for': `198.51.${100 + Math.floor(++places / 250)}.${places % 250}` })
  const stranger = (headers: Record<string, string> = {}) => comptoir.stranger({ ...newPlace(), ...headers })

  /** The bare wish; one result an address. */
  const ask = async (person: Person, wish: Partial<InviteAgents> = {}, organisationId = lumiere.id) =>
    (
      await person.call('POST /organisations/:organisationId/invitations', {
        params: { organisationId },
        body: {
          emails: [newEmail()],
          role: 'agent',
          subAccountId: lyon.id,
          languages: ['fr', 'en'],
          activeOnArrival: true,
          locale: 'fr',
          ...wish,
        },
      })
    ).results

  return {
    clock,
    post,
    comptoir,
    lumiere,
    lyon,
    ada,
    newEmail,
    newPlace,
    stranger,
    ask,

    /** Invites one person and takes the link from their letter. */
    async invite(wish: Partial<InviteAgents> = {}, by: CastAgent = ada): Promise<Invited> {
      const email = (wish.emails?.[0] ?? newEmail()).toLowerCase()
      await ask(by, { emails: [email], ...wish }, by.organisationId)
      const token = linkIn(await post.letterTo(email)).hash.slice(1)
      const { invitations } = await by.call('GET /organisations/:organisationId/invitations', {
        params: { organisationId: by.organisationId },
      })
      return { email, token, id: invitations.find((one) => one.email === email)?.id ?? '' }
    },

    view: (token: string, person: Person = stranger()) =>
      person.call('POST /invitation-links/view', { body: { token } }),

    /** As somebody new with that name; null: with the account one has. */
    accept: (token: string, person: Person = stranger(), name: string | null = 'Chloé') =>
      person.call('POST /invitation-links/acceptance', {
        body: {
          token,
          account: name === null ? null : { ...nameInTwo(name), password: newcomersPassword, locale: 'fr' },
        },
      }),

    resend: (
      id: string,
      {
        by = ada,
        letter = true,
        locale = 'fr',
        organisationId = lumiere.id,
      }: Acting & { letter?: boolean; locale?: Locale } = {},
    ) =>
      by.call('POST /organisations/:organisationId/invitations/:invitationId/resending', {
        params: { organisationId, invitationId: id },
        body: { letter, locale },
      }),

    revoke: (id: string, { by = ada, organisationId = lumiere.id }: Acting = {}) =>
      by.call('DELETE /organisations/:organisationId/invitations/:invitationId', {
        params: { organisationId, invitationId: id },
      }),

    pending: async (person: Person = ada) =>
      (await person.call('GET /organisations/:organisationId/invitations', { params })).invitations,

    agents: async () => (await ada.call('GET /organisations/:organisationId/agents', { params })).agents,

    async close() {
      await comptoir.stop()
      await post.close()
    },
  }
}

export const tokenIn = (link: string): string => new URL(link).hash.slice(1)
