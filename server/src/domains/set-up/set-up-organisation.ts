import type { SetUp } from '#contract/accounts.ts'
import { Site } from '#contract/channels.ts'
import type { OrganisationId, UserId } from '#contract/ids.ts'
import type { Database } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { choosePassword, createUser } from '../accounts/index.ts'
import type { Plans } from '../billing/index.ts'
import { nowhere, type Origin } from '../callers.ts'
import { makeOrganisation } from './make-organisation.ts'

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
  { origin = nowhere, ...wish }: SetUp & { origin?: Origin },
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
    const opened = await tx.db
      .updateTable('installation')
      .set({ set_up_at: clock.now() })
      .where('set_up_at', 'is', null)
      .executeTakeFirst()
    if (opened.numUpdatedRows === 0n) throw refusal('set-up.done')

    const { firstName, lastName, email } = administrator
    const userId = await createUser(
      tx,
      { email, firstName, lastName, locale, passwordHash, emailIsProven: true },
      needs,
    )
    // Only accepted invitations make users besides this, and there has been no organisation to invite.
    if (!userId) throw new Error('an account exists before the set-up')
    await makeOrganisation(
      tx,
      {
        name: wish.organisationName,
        // Whoever sets the server up runs it.
        plan: 'ultimate',
        subAccountName: wish.subAccountName,
        channelName: wish.channelName,
        sites,
        administrator: { userId, firstName, lastName, email },
        origin,
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
