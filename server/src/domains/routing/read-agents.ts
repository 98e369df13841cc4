import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { countOffersTo, readTakers } from '../conversations/index.ts'
import { readTurns } from './store.ts'

/** Everybody, with what they have open and are offered, and when it was last their turn. */
export async function readAgents(tx: OrganisationTransaction, now: Date) {
  const takers = await readTakers(tx, now)
  const offers = await countOffersTo(
    tx,
    takers.map(({ agent }) => agent.id),
  )
  const turns = await readTurns(tx)
  return takers.map((taker) => ({
    ...taker,
    id: taker.agent.id,
    offered: offers.get(taker.agent.id) ?? 0,
    lastTurnAt: turns.get(taker.agent.id) ?? null,
  }))
}
