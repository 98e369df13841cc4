import type { Holding, HoldingKind, RemoveAgent } from '#contract/agents.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import { may } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import type { Agent } from './agent.ts'
import { personScope } from './present.ts'
import { listAgents, lockAgent } from './store.ts'

/** A kind of thing that may be in somebody's hands when they are removed, reported by the room that knows it. */
export interface HoldingRoom {
  kind: HoldingKind
  /** Nobody can be removed while they hold one. */
  blocks: boolean
  count(tx: OrganisationTransaction, agent: Agent): Promise<number>
  /** Of what blocks: the next of them, as far as the reader may see them. */
  list?(tx: OrganisationTransaction, agent: Agent, reader: Actor): Promise<Holding['listed']>
  /** Who of these could take all of it over now. */
  heirs(tx: OrganisationTransaction, agent: Agent, colleagues: readonly Agent[]): Promise<Agent[]>
  /**
   * In the transaction of the removal, once the agent can take no more: all of it goes to the heir, or, without one, back to
   * where anybody finds it. The heir's row is held alone. False: they may not take it, and the removal fails.
   */
  handOver(tx: OrganisationTransaction, agent: Agent, heir: Agent | null): Promise<boolean>
}

/** What somebody has in hand, and who of those the reader sees could take it over. Kinds they hold nothing of are left out. */
export async function readHoldings(
  tx: OrganisationTransaction,
  agent: Agent,
  { reader, rooms }: { reader: Actor; rooms: readonly HoldingRoom[] },
): Promise<Holding[]> {
  const colleagues = (await listAgents(tx)).filter(
    (one) => one.id !== agent.id && may(reader, 'agents.read', personScope(one)),
  )
  const holdings: Holding[] = []
  for (const { kind, blocks, ...room } of rooms) {
    const count = await room.count(tx, agent)
    if (count === 0) continue
    const heirs = blocks ? [] : await room.heirs(tx, agent, colleagues)
    const listed = (await room.list?.(tx, agent, reader)) ?? []
    holdings.push({ kind, count, blocks, heirs: heirs.map(({ id, name }) => ({ id, name })), listed })
  }
  return holdings
}

/**
 * Empties somebody's hands as they are removed.
 *
 * @refuses agents.holds-too-much, with details.kinds and details.holdings | request.not-found | agents.heir-refused
 * @returns the heirs who took something over
 */
export async function passOn(
  tx: OrganisationTransaction,
  agent: Agent,
  { by, heirs, rooms }: { by: Actor; heirs: RemoveAgent['heirs']; rooms: readonly HoldingRoom[] },
): Promise<Agent[]> {
  const holdings = await readHoldings(tx, agent, { reader: by, rooms: rooms.filter(({ blocks }) => blocks) })
  const kinds = holdings.map(({ kind }) => kind)
  if (kinds.length > 0) throw refusal('agents.holds-too-much', { details: { kinds, holdings } })
  const took: Agent[] = []
  for (const room of rooms) {
    const named = heirs.findIndex(({ kind }) => kind === room.kind)
    const field = `heirs.${named}.agentId`
    const heir = await holdHeir(tx, agent, { by, heirId: heirs[named]?.agentId, field })
    if (!(await room.handOver(tx, agent, heir)))
      throw refusal('agents.heir-refused', { field, details: { kind: room.kind } })
    if (heir) took.push(heir)
  }
  return took
}

/** An heir whom the remover does not see is not there; nobody inherits from themselves. */
async function holdHeir(
  tx: OrganisationTransaction,
  agent: Agent,
  { by, heirId, field }: { by: Actor; heirId: Agent['id'] | undefined; field: string },
): Promise<Agent | null> {
  if (heirId === undefined) return null
  const heir = heirId === agent.id ? undefined : await lockAgent(tx, heirId)
  if (!heir || !may(by, 'agents.read', personScope(heir))) throw refusal('request.not-found', { field })
  return heir
}
