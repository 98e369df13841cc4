import type { Holding } from '#contract/agents.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { endApiKeysOf, endSessionsOf, erase } from '../accounts/index.ts'
import type { Actor } from '../callers.ts'
import { recordDeed } from '../journal/index.ts'
import { lockOrganisation } from '../organisations/index.ts'
import { agentInWords } from './access-in-words.ts'
import { isFullAdministrator } from './agent.ts'
import { type EndingNeeds, endMembership } from './end-membership.ts'
import { type HoldingRoom, readHoldings } from './holdings.ts'
import { refuseLastAdministrator } from './last-administrator.ts'
import { asTarget } from './lock-person.ts'
import { belongsElsewhere, countActiveAdministrators, findAgent, lockAgent } from './store.ts'

/** What leaving would mean for oneself. */
export interface Leaving {
  holdings: Holding[]
  account: 'stays' | 'goes'
  /** Why one cannot; null: nothing. */
  locked: 'last-administrator' | null
}

/** What leaving would mean now. @refuses request.not-found */
export async function viewLeaving(
  reader: Actor,
  { database, holdingRooms }: Pick<Platform, 'database'> & { holdingRooms: readonly HoldingRoom[] },
): Promise<Leaving> {
  return database.transaction(reader.organisationId, async (tx) => {
    const agent = await findAgent(tx, reader.agentId)
    if (!agent) throw refusal('request.not-found')
    const isLast = isFullAdministrator(agent) && agent.active && (await countActiveAdministrators(tx)) <= 1
    const account = (await belongsElsewhere(tx, agent.userId)) ? 'stays' : 'goes'
    return {
      // All of it goes to the queue: choosing heirs is for those who run people.
      holdings: (await readHoldings(tx, agent, { reader, rooms: holdingRooms })).map((one) => ({ ...one, heirs: [] })),
      account,
      locked: isLast ? 'last-administrator' : null,
    }
  })
}

/**
 * Leaves an organisation oneself. Whoever belongs nowhere else leaves their account with it: every session ends with the commit, and
 * the account is erased at once, for nobody else ended it who could want it back.
 *
 * @refuses request.not-found | agents.last-administrator | agents.holds-too-much
 */
export async function leaveOrganisation(
  by: Actor,
  needs: Pick<Platform, 'database' | 'ids' | 'signals'> & EndingNeeds,
): Promise<Leaving['account']> {
  return needs.database.transaction(by.organisationId, async (tx) => {
    await lockOrganisation(tx)
    const agent = await lockAgent(tx, by.agentId)
    if (!agent) throw refusal('request.not-found')
    await refuseLastAdministrator(tx, agent)
    const account = (await belongsElsewhere(tx, agent.userId)) ? 'stays' : 'goes'

    const before = await agentInWords(tx, agent)
    await endMembership(tx, agent, { ...needs, by, heirs: [] })
    recordDeed(tx, by, { act: 'agents.left', target: asTarget(agent), before }, needs)
    if (account === 'stays') return account
    await endSessionsOf(tx, { userId: agent.userId }, needs)
    await endApiKeysOf(tx, agent.userId, needs)
    await erase(tx, agent.userId, needs)
    return account
  })
}
