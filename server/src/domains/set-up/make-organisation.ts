import type { UserId } from '#contract/ids.ts'
import type { PlanKey } from '#contract/plans.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { joinOrganisation } from '../agents/index.ts'
import { type Plans, startSubscription } from '../billing/index.ts'
import type { Origin } from '../callers.ts'
import { makeChannel } from '../channels/index.ts'
import { recordDeed } from '../journal/index.ts'
import { insertOrganisation } from '../organisations/index.ts'
import { insertSubAccount } from '../sub-accounts/index.ts'

/** What an organisation begins with. */
export interface Beginning {
  name: string
  plan: PlanKey
  subAccountName: string
  channelName: string
  /** Hosts the widget may run on. */
  sites: string[]
  /** Has an account, made in this transaction or before. */
  administrator: { userId: UserId; firstName: string; lastName: string; email: string }
  origin: Origin
}

/** Makes an organisation with its sub-account, channel and administrator, in the transaction of its id: nothing of it exists before. */
export async function makeOrganisation(
  tx: OrganisationTransaction,
  beginning: Beginning,
  needs: Pick<Platform, 'events' | 'clock' | 'ids'> & { plans: Plans },
): Promise<void> {
  const { ids, clock } = needs
  const { name, administrator, origin } = beginning
  const now = clock.now()
  await insertOrganisation(tx, { name, now })
  await startSubscription(tx, beginning.plan, needs)
  const subAccountId = ids.subAccount()
  await insertSubAccount(tx, { id: subAccountId, name: beginning.subAccountName, now })
  await makeChannel(tx, { subAccountId, name: beginning.channelName, sites: beginning.sites }, needs)
  const agentId = await joinOrganisation(
    tx,
    { ...administrator, role: 'administrator', subAccountId: null, languages: ['fr', 'en'], active: true },
    needs,
  )
  const by = { agentId, name: `${administrator.firstName} ${administrator.lastName}`.trim(), origin }
  const target = { kind: 'organisation', id: tx.organisationId, name } as const
  recordDeed(tx, by, { act: 'organisation.made', target, after: { name } }, needs)
}
