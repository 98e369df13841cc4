import type { ReceiverForAgent, TransferCandidates } from '#contract/transfers.ts'

/** Something a conversation can be handed to, as the list shows it. */
export type Target =
  | { key: string; kind: 'agent'; name: string; agent: ReceiverForAgent }
  | { key: string; kind: 'sub-account'; name: string; subAccount: TransferCandidates['subAccounts'][number] }
  | { key: string; kind: 'queue'; name: string; takers: number }

/** Who can receive it stands first: those at work before those away or gone, the less busy before the busier; then who cannot. */
export function targetsOf({ agents, subAccounts, queue }: TransferCandidates, queueName: string): Target[] {
  return [
    ...agents
      .toSorted(byReadiness)
      .map((agent) => ({ key: agent.id, kind: 'agent' as const, name: agent.name, agent })),
    ...subAccounts.map((subAccount) => ({
      key: subAccount.id,
      kind: 'sub-account' as const,
      name: subAccount.name,
      subAccount,
    })),
    ...(queue ? [{ key: 'queue', kind: 'queue' as const, name: queueName, takers: queue.takers }] : []),
  ]
}

const byReadiness = (one: ReceiverForAgent, other: ReceiverForAgent): number =>
  placeOf(one) - placeOf(other) || one.open - other.open || one.name.localeCompare(other.name)

function placeOf({ refusal, availability }: ReceiverForAgent): number {
  if (refusal !== null) return 3
  return availability === 'available' ? 0 : availability === 'away' ? 1 : 2
}

/** What the door is asked for. */
export const asWish = (target: Target) => ({
  agentId: target.kind === 'agent' ? target.agent.id : null,
  subAccountId: target.kind === 'sub-account' ? target.subAccount.id : null,
})
