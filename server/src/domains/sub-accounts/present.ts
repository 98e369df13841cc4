import type { SubAccountForAgent } from '#contract/sub-accounts.ts'
import type { KeptCount, SubAccount } from './sub-account.ts'

/** A row of Settings → Sub-accounts. */
export function forAgent(subAccount: SubAccount, counts: readonly KeptCount[]): SubAccountForAgent {
  const own = counts.filter(({ subAccountId }) => subAccountId === subAccount.id)
  const sumOf = (kind: KeptCount['kind']) =>
    own.filter((one) => one.kind === kind).reduce((sum, { count }) => sum + count, 0)
  return {
    id: subAccount.id,
    name: subAccount.name,
    version: subAccount.version,
    archivedAt: subAccount.archivedAt?.toISOString() ?? null,
    holds: {
      people: sumOf('people'),
      invitations: sumOf('invitations'),
      channels: sumOf('channels'),
      questionnaires: sumOf('questionnaires'),
      shortcuts: sumOf('shortcuts'),
      reasons: sumOf('reasons'),
      openConversations: sumOf('openConversations'),
      closedConversations: sumOf('closedConversations'),
    },
    isEmpty: own.every(({ count }) => count === 0),
  }
}
