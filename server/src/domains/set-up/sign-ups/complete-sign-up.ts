import type { Knock } from '#server/platform/http/door.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { hashToken } from '#server/platform/secrets.ts'
import { beginningWords } from '#words/beginnings.ts'
import { choosePassword, createUser, type StartedSession, startSession } from '../../accounts/index.ts'
import type { Plans } from '../../billing/index.ts'
import { originOf } from '../../callers.ts'
import { makeOrganisation } from '../make-organisation.ts'
import { refuseClosed, type SignUpSetting } from './sign-up.ts'
import { takeSignUp } from './store.ts'
import { followLink } from './view-sign-up.ts'

/**
 * Makes the account and its organisation, on the free plan, by the link of the letter, once: all or nothing. The password is chosen
 * here and not before, so that nobody prepares an account in somebody else's name (decision 0014).
 *
 * @refuses sign-up.closed | accounts.link-unknown | accounts.link-expired | accounts.email-taken
 *   | accounts.password-too-short | accounts.password-too-common
 */
export async function completeSignUp(
  wish: { token: string; password: string },
  knock: Knock,
  needs: Pick<Platform, 'database' | 'events' | 'clock' | 'ids' | 'jobs' | 'signals'> & {
    plans: Plans
  } & SignUpSetting,
): Promise<StartedSession> {
  await refuseClosed(needs)
  const { database, ids } = needs
  const tokenHash = hashToken(wish.token)
  const asked = await database.directory((tx) => followLink(tx, tokenHash, needs))
  const passwordHash = await choosePassword(wish.password, {
    about: [asked.email, asked.firstName, asked.lastName, asked.organisationName],
    field: 'password',
  })

  return database.transaction(ids.organisation(), async (tx) => {
    const { email, firstName, lastName, locale, organisationName } = await followLink(tx, tokenHash, needs)
    if (!(await takeSignUp(tx, tokenHash))) throw refusal('accounts.link-unknown')
    const person = { email, firstName, lastName }
    const userId = await createUser(tx, { ...person, locale, passwordHash, emailIsProven: true }, needs)
    // Somebody invited them a moment ago.
    if (!userId) throw refusal('accounts.email-taken')
    const { subAccount, channel } = beginningWords(locale)
    await makeOrganisation(
      tx,
      {
        name: organisationName,
        plan: 'free',
        subAccountName: subAccount,
        channelName: channel,
        sites: [],
        administrator: { userId, ...person },
        origin: originOf(knock),
      },
      needs,
    )
    return startSession(tx, { userId, remember: true, knock }, needs)
  })
}
