import type { Platform } from '#server/platform/platform.ts'
import { type HandlersOf, originOf } from '../callers.ts'
import { changeProfile } from './change-profile.ts'
import { cancelEmailChange, changeOwnEmail, resendEmailChange } from './emails/change-own-email.ts'
import { confirmEmailChange, viewEmailChange } from './emails/confirm-email-change.ts'
import { objectToEmailChange } from './emails/object-to-email-change.ts'
import { createGuesses } from './guesses.ts'
import { tellJournal } from './journal.ts'
import { rememberBrowser } from './known-browser.ts'
import { changePassword } from './passwords/change-password.ts'
import { redeemReset } from './passwords/redeem-reset.ts'
import { requestReset } from './passwords/write-reset-letter.ts'
import { forOwner } from './present.ts'
import { sessionCookie } from './sessions/cookie.ts'
import { endSession, endSessionsOf } from './sessions/end-sessions.ts'
import { keepSignedIn } from './sessions/start-session.ts'
import { listSessions } from './sessions/store.ts'
import { signIn } from './sign-in.ts'
import { signedIn } from './signed-in.ts'

type Doors =
  | 'POST /session'
  | 'GET /session'
  | 'DELETE /session'
  | 'GET /sessions'
  | 'DELETE /sessions/others'
  | 'PUT /profile'
  | 'PUT /password'
  | 'POST /password-resets'
  | 'POST /password-resets/redemption'
  | 'POST /email-changes'
  | 'POST /email-changes/resending'
  | 'DELETE /email-changes'
  | 'POST /email-changes/view'
  | 'POST /email-changes/confirmation'
  | 'POST /email-changes/objection'

export function accountHandlers(platform: Platform): HandlersOf<Doors> {
  const needs = { ...platform, guesses: createGuesses() }
  const { database, clock } = needs

  return {
    'POST /session': async ({ body, knock, answer }) => {
      const started = await signIn(body, knock, needs)
      keepSignedIn(answer, started)
      return signedIn(started.session.userId, needs)
    },

    'GET /session': ({ caller }) => signedIn(caller.userId, needs),

    'DELETE /session': async ({ caller, answer }) => {
      const { session } = caller
      if (session)
        await database.directory(async (tx) => {
          const { sessionId, userId, origin } = session
          await endSession(tx, { id: sessionId, userId }, needs)
          await tellJournal(tx, { act: 'sign-out', person: { userId }, origin }, needs)
        })
      answer.clearCookie(sessionCookie)
      return { done: true }
    },

    'GET /sessions': async ({ caller }) => {
      const sessions = await database.directory((tx) => listSessions(tx, caller.userId, clock.now()))
      return { sessions: sessions.map((session) => forOwner(session, caller.sessionId)) }
    },

    'DELETE /sessions/others': async ({ caller }) => {
      await database.directory(async (tx) => {
        const { userId, sessionId, origin } = caller
        const browsers = await endSessionsOf(tx, { userId, but: sessionId }, needs)
        if (browsers > 0)
          await tellJournal(tx, { act: 'sessions.ended', person: { userId }, origin, after: { browsers } }, needs)
      })
      return { done: true }
    },

    'PUT /profile': async ({ caller, body }) => {
      await changeProfile(caller, body, needs)
      return signedIn(caller.userId, needs)
    },

    'PUT /password': async ({ caller, body, answer }) => {
      rememberBrowser(answer, await changePassword(caller, body, needs))
      return { done: true }
    },

    'POST /password-resets': async ({ body }) => {
      await requestReset(body, needs)
      return { done: true }
    },

    'POST /password-resets/redemption': async ({ body, knock, answer }) => {
      rememberBrowser(answer, await redeemReset({ ...body, origin: originOf(knock) }, needs))
      return { done: true }
    },

    'POST /email-changes': async ({ caller, body }) => {
      await changeOwnEmail(caller, body, needs)
      return signedIn(caller.userId, needs)
    },

    'POST /email-changes/resending': async ({ caller }) => {
      await resendEmailChange(caller, needs)
      return signedIn(caller.userId, needs)
    },

    'DELETE /email-changes': async ({ caller }) => {
      await cancelEmailChange(caller, needs)
      return signedIn(caller.userId, needs)
    },

    'POST /email-changes/view': ({ body }) => viewEmailChange(body.token, needs),

    'POST /email-changes/confirmation': async ({ caller, body, knock, answer }) => {
      const { email, browser } = await confirmEmailChange({ ...body, origin: originOf(knock) }, caller, needs)
      if (browser) rememberBrowser(answer, browser)
      return { email }
    },

    'POST /email-changes/objection': async ({ body, knock, answer }) => {
      const { email, browser } = await objectToEmailChange({ ...body, origin: originOf(knock) }, needs)
      rememberBrowser(answer, browser)
      return { email }
    },
  }
}
