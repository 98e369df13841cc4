import type { Platform } from '#server/platform/platform.ts'
import { keepSignedIn, signedIn, startSession } from '../accounts/index.ts'
import type { Plans } from '../billing/index.ts'
import { type HandlersOf, originOf } from '../callers.ts'
import { isSetUpNeeded, setUpOrganisation } from './set-up-organisation.ts'
import { completeSignUp } from './sign-ups/complete-sign-up.ts'
import { makeAnother } from './sign-ups/make-another.ts'
import { requestSignUp } from './sign-ups/request-sign-up.ts'
import { isSignUpOpen, type SignUpSetting } from './sign-ups/sign-up.ts'
import { viewSignUp } from './sign-ups/view-sign-up.ts'

type Doors =
  | 'GET /set-up'
  | 'POST /set-up'
  | 'POST /sign-ups'
  | 'POST /sign-ups/view'
  | 'POST /sign-ups/completion'
  | 'POST /organisations'

export const setUpHandlers = (needs: Platform & { plans: Plans } & SignUpSetting): HandlersOf<Doors> => ({
  'GET /set-up': async () => ({
    needed: await isSetUpNeeded(needs),
    signUp: (await isSignUpOpen(needs)) ? 'open' : 'closed',
  }),

  'POST /set-up': async ({ body, knock, answer }) => {
    const { userId } = await setUpOrganisation({ ...body, origin: originOf(knock) }, needs)
    const started = await needs.database.directory((tx) => startSession(tx, { userId, remember: true, knock }, needs))
    keepSignedIn(answer, started)
    return signedIn(userId, needs)
  },

  'POST /sign-ups': async ({ body }) => {
    await requestSignUp(body, needs)
    return { done: true }
  },

  'POST /sign-ups/view': ({ body }) => viewSignUp(body.token, needs),

  'POST /sign-ups/completion': async ({ body, knock, answer }) => {
    const started = await completeSignUp(body, knock, needs)
    keepSignedIn(answer, started)
    return signedIn(started.session.userId, needs)
  },

  'POST /organisations': async ({ caller, body }) => {
    const organisationId = await makeAnother(caller, body.name, needs)
    return { ...(await signedIn(caller.userId, needs)), organisationId }
  },
})
