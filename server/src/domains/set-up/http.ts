import type { Platform } from '#server/platform/platform.ts'
import { keepSignedIn, signedIn, startSession } from '../accounts/index.ts'
import type { Plans } from '../billing/index.ts'
import type { HandlersOf } from '../callers.ts'
import { isSetUpNeeded, setUpOrganisation } from './set-up-organisation.ts'

export const setUpHandlers = (needs: Platform & { plans: Plans }): HandlersOf<'GET /set-up' | 'POST /set-up'> => ({
  'GET /set-up': async () => ({ needed: await isSetUpNeeded(needs) }),

  'POST /set-up': async ({ body, knock, answer }) => {
    const { userId } = await setUpOrganisation(body, needs)
    const started = await needs.database.directory((tx) => startSession(tx, { userId, remember: true, knock }, needs))
    keepSignedIn(answer, started)
    return signedIn(userId, needs)
  },
})
