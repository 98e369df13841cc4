import { uuid7 } from '#server/platform/ids.ts'
import type { Act } from '#server/testing/naive/act.ts'
import type { Agent, Conversation, House, World } from '#server/testing/naive/world.ts'
import type { Dice } from './dice.ts'

/** What somebody might try in a house. */
export type Chooser = (world: World, house: House, dice: Dice) => Act

/** Of this house mostly, else of the other, else nobody's. `wished`: those of this house that are most worth trying. */
export function idOf(
  world: World,
  house: House,
  dice: Dice,
  of: (house: House) => { id: string }[],
  wished: { id: string }[] = [],
): string {
  if (wished.length > 0 && dice.chance(0.8)) return dice.pick(wished).id
  const own = of(house).map(({ id }) => id)
  const all = world.houses.flatMap(of).map(({ id }) => id)
  if (own.length > 0 && dice.chance(0.85)) return dice.pick(own)
  return all.length > 0 && dice.chance(0.8) ? dice.pick(all) : uuid7()
}

export const conversationId = (
  world: World,
  house: House,
  dice: Dice,
  isWished: (conversation: Conversation) => boolean = () => false,
): string => idOf(world, house, dice, ({ conversations }) => conversations, house.conversations.filter(isWished))

export const agentId = (
  world: World,
  house: House,
  dice: Dice,
  isWished: (agent: Agent) => boolean = () => false,
): string => idOf(world, house, dice, ({ agents }) => agents, house.agents.filter(isWished))

export const subAccountId = (world: World, house: House, dice: Dice): string =>
  idOf(
    world,
    house,
    dice,
    ({ subAccounts }) => subAccounts,
    house.subAccounts.filter(({ archived }) => !archived),
  )

/** The version that was read: the present one mostly. */
export const versionOf = (thing: { version: number } | undefined, dice: Dice): number =>
  thing && dice.chance(0.8) ? thing.version : dice.int(3)
