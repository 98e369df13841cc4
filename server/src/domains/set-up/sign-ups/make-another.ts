import type { OrganisationId } from '#contract/ids.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { beginningWords } from '#words/beginnings.ts'
import { holdUser } from '../../accounts/index.ts'
import type { Plans } from '../../billing/index.ts'
import type { SignedInUser } from '../../callers.ts'
import { makeOrganisation } from '../make-organisation.ts'
import { refuseClosed, type SignUpSetting } from './sign-up.ts'

/** Makes another organisation for somebody who is signed in, on the free plan. @refuses sign-up.closed | accounts.email-unproven */
export async function makeAnother(
  caller: SignedInUser,
  name: string,
  needs: Pick<Platform, 'database' | 'events' | 'clock' | 'ids'> & { plans: Plans } & SignUpSetting,
): Promise<OrganisationId> {
  await refuseClosed(needs)
  const organisationId = needs.ids.organisation()
  await needs.database.transaction(organisationId, async (tx) => {
    const user = await holdUser(tx, caller.userId)
    if (!user) throw refusal('accounts.sign-in-required')
    if (user.emailProvenAt === null) throw refusal('accounts.email-unproven')
    const { subAccount, channel } = beginningWords(user.locale)
    const { firstName, lastName, email } = user
    await makeOrganisation(
      tx,
      {
        name,
        plan: 'free',
        subAccountName: subAccount,
        channelName: channel,
        sites: [],
        administrator: { userId: user.id, firstName, lastName, email },
        origin: caller.origin,
      },
      needs,
    )
  })
  return organisationId
}
