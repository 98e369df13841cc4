import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import type { OrganisationId } from '#contract/ids.ts'
import { routeWaiting } from '#server/domains/routing/route-waiting.ts'
import type { Comptoir } from '#server/testing/comptoir.ts'
import { takeOffer, wrongOffers } from '#server/testing/naive/routing-acts.ts'
import type { Happening, House } from '#server/testing/naive/world.ts'

/** How long something may look wrong: somebody opened or closed their console in between. The patience is for a loaded machine. */
const mostMs = 20_000

/**
 * What waits in a house is brought to whoever is next, as a step of the history of its own. To whom is read from the rows, and held
 * against what the naive world says of who that may be.
 */
export async function bring({ platform }: Pick<Comptoir, 'platform'>, house: House): Promise<Happening[]> {
  // The id of an organisation that was just made.
  const id = house.id as OrganisationId
  const happenings: Happening[] = []
  for (const deadline = performance.now() + mostMs; ; await pause(50)) {
    await routeWaiting(id, platform)
    const { offers, there } = await readOffers({ platform }, id)
    for (const { conversationId, offeredTo, version } of offers) {
      const conversation = house.conversations.find((one) => one.id === conversationId)
      assert.ok(conversation, 'what is there was begun by somebody')
      const offer = house.agents.find((one) => one.id === offeredTo) ?? null
      assert.ok(
        version === conversation.version ? offer === conversation.offer : conversation.state === 'pending',
        `${conversationId} changed by itself from ${conversation.version} to ${version}`,
      )
      while (conversation.version < version)
        happenings.push(takeOffer(house, conversation, conversation.version + 1 === version ? offer : null))
    }
    const wrong = wrongOffers(house, (agent) => there.has(agent.id))
    if (wrong.length === 0) return happenings
    if (performance.now() > deadline) assert.deepEqual(wrong, [])
  }
}

const readOffers = ({ platform }: Pick<Comptoir, 'platform'>, id: OrganisationId) =>
  platform.database.snapshot(id, async ({ db }) => {
    const offers = await db
      .selectFrom('conversations')
      .select(['id as conversationId', 'offered_to as offeredTo', 'version'])
      .where('organisation_id', '=', id)
      .execute()
    const there = await db
      .selectFrom('agents')
      .select('id')
      .where('organisation_id', '=', id)
      .where('present_until', '>', platform.clock.now())
      .execute()
    return { offers, there: new Set<string>(there.map((one) => one.id)) }
  })
