import assert from 'node:assert/strict'
import type { Act } from '#server/testing/naive/act.ts'
import { hasThemAll, permissionsOf } from '#server/testing/naive/rules.ts'
import { type Access, type Agent, type House, type Person, present, type World } from '#server/testing/naive/world.ts'

/** What everybody holds where, before an act. */
export type Powers = Map<object, Set<string>>

export function powersIn(world: World): Powers {
  const powers: Powers = new Map()
  for (const house of world.houses) {
    for (const agent of present(house)) powers.set(agent, powersOf(house, agent))
    for (const invitation of house.invitations)
      if (invitation.state === 'pending') powers.set(invitation, powersOf(house, invitation))
  }
  return powers
}

/** Acts that give nothing of the actor's: what was given before is taken up, a whole sub-account moves, something is new. */
const givesNothing: readonly Act['act'][] = ['accept', 'archive-sub-account', 'make-sub-account', 'make-questionnaire']

/** Whatever anybody came to hold by an act, or is promised by an invitation, is what the actor held before it. */
export function refuseRise(before: Powers, world: World, person: Person | null, chosen: Act): void {
  if (!('house' in chosen) || givesNothing.includes(chosen.act)) return
  const { house } = chosen
  const actor = house.agents.find((agent) => agent.person === person && before.has(agent))
  const held = (actor && before.get(actor)) ?? new Set()
  for (const [whose, now] of powersIn(world)) {
    const had = before.get(whose) ?? new Set()
    for (const power of now)
      assert.ok(had.has(power) || held.has(power), `${chosen.act} gave what was not held: ${power}`)
  }
}

function powersOf(house: House, holder: Access | Agent): Set<string> {
  const places = hasThemAll(holder) ? house.subAccounts.map(({ id }) => id) : [holder.subAccountId ?? '']
  const powers = new Set<string>(hasThemAll(holder) ? ['everything'] : [])
  for (const place of places) {
    powers.add(`is in ${place}`)
    for (const permission of permissionsOf(holder)) powers.add(`${permission} in ${place}`)
  }
  for (const module of holder.modules) powers.add(module)
  for (const reach of widths.slice(0, widthOf(holder))) powers.add(`reads as far as ${reach}`)
  const advised =
    holder.role === 'agent'
      ? holder.questionnaireIds
      : house.questionnaires.filter((one) => places.includes(one.subAccountId)).map(({ id }) => id)
  for (const id of advised) powers.add(`advises ${id}`)
  return powers
}

const widths = ['own', 'sub-account', 'all']

const widthOf = (holder: Access): number => {
  if (hasThemAll(holder)) return 3
  return holder.role === 'manager' ? 2 : widths.indexOf(holder.reach) + 1
}
