import { insertObjection, replaceChange } from '../../domains/accounts/emails/store.ts'
import { replaceSignUp } from '../../domains/set-up/sign-ups/store.ts'
import { hashToken, newToken } from '../../platform/secrets.ts'
import type { Cast } from '../cast.ts'
import { castPassword } from '../comptoir.ts'
import { signInBeside, signUp } from '../staff.ts'
import { newClientMessageId } from '../visitor.ts'
import { passerBy } from '../wish.ts'
import { anotherPassword, type Specimens } from './stage.ts'

/** Of people: the first visit, signing in, passwords, addresses, organisations of strangers. */
export const accountSpecimens = {
  'GET /set-up': async () => ({ route: 'GET /set-up', by: passerBy }),
  'POST /set-up': async () => ({
    route: 'POST /set-up',
    by: passerBy,
    body: {
      organisationName: 'Maison Neuve',
      subAccountName: 'Paris',
      channelName: 'Site',
      site: 'neuve.example',
      administrator: { firstName: 'Zoé', lastName: 'Neuve', email: 'zoe@neuve.example', password: anotherPassword },
      locale: 'fr',
    },
  }),
  'POST /session': async ({ cast: { ben } }) => ({
    route: 'POST /session',
    by: passerBy,
    body: { email: ben.email, password: castPassword, remember: true },
  }),
  'GET /session': async ({ cast: { ben } }) => ({ route: 'GET /session', by: ben }),
  'DELETE /session': async ({ cast: { comptoir, ben } }) => ({
    route: 'DELETE /session',
    by: await signInBeside(comptoir, ben.userId),
  }),
  'GET /sessions': async ({ cast: { ben } }) => ({ route: 'GET /sessions', by: ben }),
  'DELETE /sessions/others': async ({ cast: { comptoir } }) => {
    const person = await signUp(comptoir, 'Paul Partout')
    await signInBeside(comptoir, person.userId)
    return { route: 'DELETE /sessions/others', by: person }
  },
  'PUT /profile': async ({ cast: { comptoir } }) => ({
    route: 'PUT /profile',
    by: await signUp(comptoir, 'Nora Nom'),
    body: { firstName: 'Nora', lastName: 'Nomade', locale: 'en' },
  }),
  'PUT /password': async ({ cast: { comptoir } }) => ({
    route: 'PUT /password',
    by: await signUp(comptoir, 'Chloé Change'),
    body: { current: castPassword, next: anotherPassword },
  }),
  'POST /password-resets': async ({ cast: { comptoir } }) => ({
    route: 'POST /password-resets',
    by: passerBy,
    body: { email: (await signUp(comptoir, 'Odile Oubli')).email, locale: 'fr' },
  }),
  'POST /password-resets/redemption': async ({ cast }) => ({
    route: 'POST /password-resets/redemption',
    by: passerBy,
    body: { token: await resetLink(cast), password: anotherPassword },
  }),
  'POST /email-changes': async ({ cast: { comptoir } }) => ({
    route: 'POST /email-changes',
    by: await signUp(comptoir, 'Elsa Adresse'),
    body: { email: `elsa.${newClientMessageId()}@maison.example`, password: castPassword },
  }),
  'POST /email-changes/resending': async ({ cast }) => ({
    route: 'POST /email-changes/resending',
    by: (await emailChange(cast)).person,
  }),
  'DELETE /email-changes': async ({ cast }) => ({
    route: 'DELETE /email-changes',
    by: (await emailChange(cast)).person,
  }),
  'POST /email-changes/view': async ({ cast }) => ({
    route: 'POST /email-changes/view',
    by: passerBy,
    body: { token: (await emailChange(cast)).token },
  }),
  'POST /email-changes/confirmation': async ({ cast }) => ({
    route: 'POST /email-changes/confirmation',
    by: passerBy,
    body: { token: (await emailChange(cast)).token, password: null },
  }),
  'POST /email-changes/objection': async ({ cast }) => ({
    route: 'POST /email-changes/objection',
    by: passerBy,
    body: { token: await emailObjection(cast), password: anotherPassword },
  }),
  'POST /sign-ups': async () => ({
    route: 'POST /sign-ups',
    by: passerBy,
    body: {
      firstName: 'Sacha',
      lastName: 'Neuf',
      organisationName: 'Atelier Neuf',
      email: `sacha.${newClientMessageId()}@neuf.example`,
      locale: 'fr',
    },
  }),
  'POST /sign-ups/view': async ({ cast }) => ({
    route: 'POST /sign-ups/view',
    by: passerBy,
    body: { token: await signUpLink(cast) },
  }),
  'POST /sign-ups/completion': async ({ cast }) => ({
    route: 'POST /sign-ups/completion',
    by: passerBy,
    body: { token: await signUpLink(cast), password: anotherPassword },
  }),
  'POST /organisations': async ({ cast: { comptoir } }) => ({
    route: 'POST /organisations',
    by: await signUp(comptoir, 'Max Maison'),
    body: { name: 'Atelier de Max' },
  }),
} satisfies Specimens

/** Somebody with an open change of address, and the token of its letter. */
async function emailChange({ comptoir }: Cast) {
  const person = await signUp(comptoir, 'Elsa Adresse')
  const token = newToken()
  const now = comptoir.platform.clock.now()
  await comptoir.platform.database.directory((tx) =>
    replaceChange(
      tx,
      {
        userId: person.userId,
        email: `elsa.${newClientMessageId()}@maison.example`,
        askedIn: null,
        createdAt: now,
        expiresAt: new Date(now.getTime() + 60_000),
      },
      hashToken(token),
    ),
  )
  return { person, token }
}

/** What the old mailbox of somebody was given, whose address has changed. */
async function emailObjection({ comptoir }: Cast): Promise<string> {
  const { userId } = await signUp(comptoir, 'Odette Objection')
  const token = newToken()
  const now = comptoir.platform.clock.now()
  await comptoir.platform.database.directory((tx) =>
    insertObjection(
      tx,
      {
        userId,
        email: `odette.${newClientMessageId()}@maison.example`,
        createdAt: now,
        expiresAt: new Date(now.getTime() + 60_000),
      },
      hashToken(token),
    ),
  )
  return token
}

/** An open link to an organisation of one's own. */
async function signUpLink({ comptoir }: Cast): Promise<string> {
  const token = newToken()
  const now = comptoir.platform.clock.now()
  await comptoir.platform.database.directory((tx) =>
    replaceSignUp(
      tx,
      {
        email: `sacha.${newClientMessageId()}@neuf.example`,
        firstName: 'Sacha',
        lastName: 'Neuf',
        organisationName: 'Atelier Neuf',
        locale: 'fr',
        createdAt: now,
        expiresAt: new Date(now.getTime() + 60_000),
      },
      hashToken(token),
    ),
  )
  return token
}

/** An open link to a new password, as its owner has it in a letter. */
async function resetLink({ comptoir }: Cast): Promise<string> {
  const { userId } = await signUp(comptoir, 'Rose Reset')
  const token = newToken()
  const now = comptoir.platform.clock.now()
  await comptoir.platform.database.directory(({ db }) =>
    db
      .insertInto('password_resets')
      .values({
        token_hash: hashToken(token),
        user_id: userId,
        created_at: now,
        expires_at: new Date(now.getTime() + 60_000),
      })
      .execute(),
  )
  return token
}
