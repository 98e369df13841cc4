import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { QuestionnaireId, RoleId, SubAccountId } from '#contract/ids.ts'
import {
  type Module,
  modules,
  type Permission,
  permissions,
  reaches,
  roleModels,
  roles,
  wholePermissions,
} from '#contract/vocabulary.ts'
import { decide, may } from '#server/domains/access/index.ts'
import type { Actor } from '#server/domains/callers.ts'
import { anActor } from '#server/testing/an-actor.ts'
import { createDice, type Dice } from './worlds/dice.ts'

/** How many histories (`HISTORIES=1000000` on demand), and which: the seed of one that failed shows that one again. */
const histories = Number(process.env.HISTORIES ?? 10_000)
const firstSeed = Number(process.env.HISTORIES_SEED ?? Date.now() % 1_000_000_000)

const places = ['lyon', 'lille'] as SubAccountId[]
const questionnaires = ['returns', 'sizes'] as QuestionnaireId[]

/** A role of the organisation's own. */
interface OwnRole {
  id: RoleId
  model: Actor['role']
  permissions: Permission[]
  modules: Module[]
}

interface House {
  people: Actor[]
  roles: OwnRole[]
}

test(`[A1] in ${histories} random histories of grants nobody comes to hold more than whoever granted it held`, (context) => {
  const counted = { granted: 0, refused: 0, aboveYou: 0 }
  for (let seed = firstSeed; seed < firstSeed + histories; seed++)
    try {
      liveThrough(createDice(seed), counted)
    } catch (error) {
      throw new Error(`HISTORIES_SEED=${seed} HISTORIES=1 shows this history again. ${String(error)}`, { cause: error })
    }
  context.diagnostic(`seeds ${firstSeed}–${firstSeed + histories - 1}: ${JSON.stringify(counted)}`)
  const all = counted.granted + counted.refused
  assert.ok(counted.granted > all / 20 && counted.aboveYou > all / 20, 'control: some of both')
})

test('[C7] a leader who gives a wider reach than theirs is refused, the same within theirs is not', () => {
  const leads = { permissions: ['people.change'] as const, subAccountId: places[0] ?? null, modules }
  const grant = {
    agentId: null,
    role: 'agent',
    subAccountId: places[0] ?? null,
    modules: [],
    questionnaireIds: [],
  } as const
  const own = anActor({ role: 'agent', ...leads, reach: 'own' })
  assert.equal(may(own, 'agents.grant', { ...grant, reach: 'own' }), true)
  assert.equal(may(own, 'agents.grant', { ...grant, reach: 'sub-account' }), false)
  assert.equal(may(own, 'agents.grant', { ...grant, reach: 'own', questionnaireIds: questionnaires }), false)
  assert.equal(may(own, 'agents.grant', { ...grant, subAccountId: places[1] ?? null, reach: 'own' }), false)
})

test('[S12] nobody whose role was made from the administrator’s activates themselves; the administrator may', () => {
  const one = anActor({ role: 'administrator', active: false })
  const self = { agentId: one.agentId, role: 'administrator', subAccountId: null } as const
  assert.equal(may(one, 'agents.activate', self), true)
  const copy = { ...one, customRoleId: 'deputy' as RoleId }
  assert.deepEqual(decide(copy, 'agents.activate', self), { allowed: false, reason: 'agents.yourself' })
})

function liveThrough(dice: Dice, counted: Record<'granted' | 'refused' | 'aboveYou', number>): void {
  const house = aHouse(dice)
  const atFirst = house.people.flatMap((person) => [...powersOf(person)])
  for (let step = 0; step < 12; step++) {
    const actor = dice.pick(dice.chance(0.8) ? leadersOf(house) : house.people)
    const said = dice.chance(0.15) ? changeRole(house, actor, dice) : grantSomething(house, actor, dice)
    if (said === 'granted') counted.granted += 1
    else counted.refused += 1
    if (said === 'agents.above-you') counted.aboveYou += 1
  }
  const first = new Set(atFirst)
  for (const person of house.people)
    for (const power of powersOf(person)) assert.ok(first.has(power), `${power} came from nowhere`)
}

const leadersOf = ({ people }: House): Actor[] => {
  const leaders = people.filter(({ permissions: held }) => held.includes('people.change'))
  return leaders.length > 0 ? leaders : people
}

/** People of every role, few of whom hold everything: else all there is would be held from the start. */
function aHouse(dice: Dice): House {
  const house: House = { people: [], roles: [] }
  for (let index = 0; index < 3; index++) house.roles.push(anOwnRole(dice, index))
  const count = 3 + dice.int(3)
  for (let index = 0; index < count; index++) {
    const held = dice.chance(0.2) ? null : dice.pick(house.roles)
    const role = held?.model ?? dice.pick(dice.chance(0.1) ? roles : roles.slice(1))
    house.people.push(aPerson(house, dice, role, held?.id ?? null))
  }
  return house
}

const anOwnRole = (dice: Dice, index: number): OwnRole => {
  const model = dice.pick(roles)
  const allowed = permissions.filter(
    (permission) => roleModels[model].scope === 'organisation' || !wholePermissions.includes(permission),
  )
  // Most of them lead: whoever does not grants nothing.
  const drawn = dice.some(allowed)
  return {
    id: `role ${index}` as RoleId,
    model,
    permissions: drawn.includes('people.change') || dice.chance(0.3) ? drawn : [...drawn, 'people.change'],
    modules: dice.some(modules),
  }
}

const aPerson = (house: House, dice: Dice, role: Actor['role'], customRoleId: RoleId | null): Actor => {
  const drawn = anActor({ role, customRoleId, active: dice.chance(0.8), ...drawRest(dice, role) })
  return { ...drawn, ...whatRoleImplies(house, drawn) }
}

const drawRest = (dice: Dice, role: Actor['role']) => ({
  subAccountId: roleModels[role].scope === 'organisation' ? null : dice.pick(places),
  modules: dice.some(modules),
  reach: dice.pick(reaches),
  questionnaireIds: dice.some(questionnaires),
})

/** As the forms read it: what a role implies is so, whatever was asked for. */
function whatRoleImplies(
  house: House,
  wish: Pick<Actor, 'role' | 'customRoleId' | 'modules' | 'reach' | 'questionnaireIds'>,
) {
  const own = house.roles.find(({ id }) => id === wish.customRoleId)
  const model = roleModels[wish.role]
  return {
    permissions: own?.permissions ?? model.permissions,
    modules: model.choosesModules ? wish.modules : (own?.modules ?? model.modules),
    reach: model.choosesModules ? wish.reach : ('own' as const),
    questionnaireIds: model.choosesModules ? wish.questionnaireIds : [],
  }
}

/** To somebody who is there, or to somebody new: with everything they are to hold. */
function grantSomething(house: House, actor: Actor, dice: Dice): string {
  const target = dice.chance(0.7) ? dice.pick(house.people) : null
  const wish = dice.chance(0.5) ? likelyWish(actor, dice) : anyWish(house, dice)
  const granted = { ...wish, ...whatRoleImplies(house, wish) }

  if (target) {
    const edit = decide(actor, 'agents.edit', target)
    if (!edit.allowed) return edit.reason
    for (const power of permissionsOf(target))
      assert.ok(permissionsOf(actor).has(power), `acted on somebody above: ${power}`)
  }
  const grant = decide(actor, 'agents.grant', { agentId: target?.agentId ?? null, ...granted })
  if (!grant.allowed) return grant.reason

  const changed = { ...(target ?? anActor({ role: granted.role })), ...granted }
  const held = powersOf(actor)
  for (const power of powersOf(changed)) assert.ok(held.has(power), `given without being held: ${power}`)
  house.people = target ? house.people.map((one) => (one === target ? changed : one)) : [...house.people, changed]
  return 'granted'
}

const anyWish = (house: House, dice: Dice) => {
  const own = dice.chance(0.5) ? dice.pick(house.roles) : null
  const role = own?.model ?? dice.pick(roles)
  return { role, customRoleId: own?.id ?? null, ...drawRest(dice, role) }
}

/** What whoever leads would give, give or take: else nearly everything were refused. */
const likelyWish = (actor: Actor, dice: Dice) => ({
  role: 'agent' as const,
  customRoleId: null,
  subAccountId: actor.subAccountId ?? dice.pick(places),
  modules: dice.some(actor.modules),
  reach: dice.pick(reaches),
  questionnaireIds: dice.some(questionnaires),
})

/** Everybody who holds it holds at once what it allows now. */
function changeRole(house: House, actor: Actor, dice: Dice): string {
  const role = dice.pick(house.roles)
  const next = { ...anOwnRole(dice, 0), id: role.id, model: role.model }
  if (roleModels[role.model].scope === 'sub-account')
    next.permissions = next.permissions.filter((permission) => !wholePermissions.includes(permission))
  for (const state of [role, next]) {
    const verdict = decide(actor, 'roles.change', state)
    if (!verdict.allowed) return verdict.reason
  }
  house.roles = house.roles.map((one) => (one === role ? next : one))
  const held = powersOf(actor)
  house.people = house.people.map((person) => {
    if (person.customRoleId !== role.id) return person
    const before = powersOf(person)
    const changed = { ...person, ...whatRoleImplies(house, person) }
    for (const power of powersOf(changed))
      assert.ok(before.has(power) || held.has(power), `given by a role without being held: ${power}`)
    return changed
  })
  return 'granted'
}

const placesOf = ({ subAccountId }: Actor): SubAccountId[] => (subAccountId === null ? places : [subAccountId])

/** What a person may do where, in the words of product.md: a right in a place, one of the organisation as a whole. */
function permissionsOf(person: Actor): Set<string> {
  const powers = new Set<string>()
  for (const permission of person.permissions) {
    if (!wholePermissions.includes(permission))
      for (const place of placesOf(person)) powers.add(`${permission} ${place}`)
    if (person.subAccountId === null || !wholePermissions.includes(permission)) powers.add(permission)
  }
  return powers
}

/** The same, with the modules they open and the conversations they read. */
function powersOf(person: Actor): Set<string> {
  const powers = permissionsOf(person)
  for (const module of person.modules) for (const place of placesOf(person)) powers.add(`${module} ${place}`)
  for (const place of readsAllOf(person)) powers.add(`every conversation of ${place}`)
  if (person.role !== 'agent') for (const one of questionnaires) powers.add(`advises ${one}`)
  else for (const one of person.questionnaireIds) powers.add(`advises ${one}`)
  return powers
}

function readsAllOf(person: Actor): SubAccountId[] {
  if (person.role === 'administrator' || person.role === 'moderator') return places
  if (person.role === 'agent' && person.reach === 'all') return places
  if (person.role === 'manager' || person.reach === 'sub-account') return placesOf(person)
  return []
}
