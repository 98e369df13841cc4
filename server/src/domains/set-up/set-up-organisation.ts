import type { SetUp } from '#contract/accounts.ts'
import { Site } from '#contract/channels.ts'
import type { OrganisationId, UserId } from '#contract/ids.ts'
import type { Database } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { choosePassword, createUser } from '../accounts/index.ts'
import { joinOrganisation } from '../agents/index.ts'
import { type Plans, startSubscription } from '../billing/index.ts'
import { makeChannel } from '../channels/index.ts'
import { insertOrganisation } from '../organisations/index.ts'
import { insertSubAccount } from '../sub-accounts/index.ts'

/** Whether the server still waits for its first organisation. */
export async function isSetUpNeeded({ database }: { database: Database }): Promise<boolean> {
  const installation = await database.directory(({ db }) =>
    db.selectFrom('installation').select('set_up_at').executeTakeFirstOrThrow(),
  )
  return installation.set_up_at === null
}

/**
 * Makes the first organisation with its sub-account, channel and administrator, all or nothing. Of two people at once one is
 * the administrator; the door is then shut for ever.
 *
 * @refuses set-up.done | accounts.password-too-short | accounts.password-too-common | request.invalid
 */
export async function setUpOrganisation(
  wish: SetUp,
  needs: Pick<Platform, 'database' | 'events' | 'clock' | 'ids'> & { plans: Plans },
): Promise<{ organisationId: OrganisationId; userId: UserId }> {
  const { database, clock, ids } = needs
  const sites = wish.site === '' ? [] : [readSite(wish.site)]
  if (!(await isSetUpNeeded(needs))) throw refusal('set-up.done')
  const { administrator, locale } = wish
  const passwordHash = await choosePassword(administrator.password, {
    about: [administrator.firstName, administrator.lastName, administrator.email, wish.organisationName],
    field: 'administrator.password',
  })
  const organisationId = ids.organisation()
  return database.transaction(organisationId, async (tx) => {
    const now = clock.now()
    const opened = await tx.db
      .updateTable('installation')
      .set({ set_up_at: now })
      .where('set_up_at', 'is', null)
      .executeTakeFirst()
    if (opened.numUpdatedRows === 0n) throw refusal('set-up.done')

    await insertOrganisation(tx, { name: wish.organisationName, now })
    // Whoever sets the server up runs it.
    await startSubscription(tx, 'ultimate', needs)
    const subAccountId = ids.subAccount()
    await insertSubAccount(tx, { id: subAccountId, name: wish.subAccountName, now })
    await makeChannel(tx, { subAccountId, name: wish.channelName, sites }, needs)
    const { firstName, lastName, email } = administrator
    const userId = await createUser(
      tx,
      { email, firstName, lastName, locale, passwordHash, emailIsProven: true },
      needs,
    )
    // Only accepted invitations make users besides this, and there has been no organisation to invite.
    if (!userId) throw new Error('an account exists before the set-up')
    await joinOrganisation(
      tx,
      {
        userId,
        firstName,
        lastName,
        email,
        role: 'administrator',
        subAccountId: null,
        languages: ['fr', 'en'],
        active: true,
      },
      needs,
    )
    return { organisationId, userId }
  })
}

/** People paste whole addresses: the host is what is meant. */
function readSite(typed: string): string {
  const host = URL.canParse(typed) && /^https?:/i.test(typed) ? new URL(typed).host : typed
  const site = Site.safeParse(host)
  if (!site.success)
    throw refusal('request.invalid', { field: 'site', details: { fields: [{ field: 'site', problem: 'malformed' }] } })
  return site.data
}
