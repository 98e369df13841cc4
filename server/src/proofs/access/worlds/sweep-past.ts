import assert from 'node:assert/strict'
import { heardByAgent, toldOfThePast } from '#server/testing/naive/hears.ts'
import { knows, mayRead } from '#server/testing/naive/rules.ts'
import * as shows from '#server/testing/naive/shows.ts'
import type { Agent, Conversation, House } from '#server/testing/naive/world.ts'
import { linesOf } from './ears.ts'
import type { Ask, Stage } from './stage.ts'
import { ofHouse } from './wishes.ts'

/** A poll from the beginning of the history tells of it what the rights of now allow. */
export async function comparePast(
  { comptoir, twin, past }: Stage,
  house: House,
  agent: Agent,
  ask: Ask,
): Promise<void> {
  const began = twin.began.get(house)
  const streams = shows.subAccounts(house, agent).map(({ id }) => `sub-account:${id}` as const)
  if (streams.length === 0) return
  const { epoch } = comptoir.platform.events
  const cursors = streams.map((stream) => ({ stream, epoch, since: began?.get(stream) ?? 0 }))
  const answer = await ask({
    route: `POST ${ofHouse}/poll`,
    params: { organisationId: house.id },
    body: { cursors, waitMs: 0 },
  })
  const expected = past.flatMap((happening) => {
    if (happening.house !== house) return []
    if (happening.what === 'called') {
      const isFollowed = streams.includes(`sub-account:${happening.receiver.subAccountId}`)
      const line = isFollowed ? heardByAgent(agent, happening) : null
      return line === null ? [] : [line]
    }
    if (happening.what !== 'conversation') return []
    const isHere = streams.includes(`sub-account:${happening.after.subAccountId}`)
    const wasHere = happening.before && streams.includes(`sub-account:${happening.before.subAccountId}`)
    // What went where they follow nothing is told where it left.
    if (!isHere && (!wasHere || knows(agent, happening.after.subAccountId))) return []
    if (!isHere) return happening.before && mayRead(agent, happening.before) ? [leftLine(happening.after)] : []
    const line = toldOfThePast(agent, happening, asOfNow(house, happening.after))
    return line === null ? [] : [line]
  })
  assert.deepEqual(
    linesOf(Object(answer.body).frames).sort(),
    expected.sort(),
    `the past as ${agent.person.name}, ${agent.role}`,
  )
}

const leftLine = ({ id, version }: Conversation): string => `left ${id} ${version}`

const asOfNow = (house: House, then: Conversation): Conversation =>
  house.conversations.find(({ id }) => id === then.id) ?? then
