import { uuid7 } from '#server/platform/ids.ts'
import { newToken } from '#server/platform/secrets.ts'
import { everyModule } from '#server/testing/naive/access.ts'
import type { AccessWish, Act } from '#server/testing/naive/act.ts'
import { isLastAdministrator } from '#server/testing/naive/rules.ts'
import type { Agent, House, World } from '#server/testing/naive/world.ts'
import type { Dice } from './dice.ts'
import { agentId, type Chooser, idOf } from './pick-ids.ts'

const activity: Chooser = (world, house, dice) => ({
  ...{ act: 'activity', house, active: dice.chance(0.5) },
  agentId: agentId(world, house, dice, (agent) => dice.chance(0.3) && isLastAdministrator(house, agent)),
})

const restore: Chooser = (world, house, dice) => ({
  ...{ act: 'restore', house },
  agentId: agentId(world, house, dice, ({ removed }) => removed),
})

const invitationId = (world: World, house: House, dice: Dice) =>
  idOf(
    world,
    house,
    dice,
    ({ invitations }) => invitations,
    house.invitations.filter(({ state }) => state === 'pending'),
  )

const deliver: Chooser = (world, house, dice) => {
  const ofHouse = ({ invitations, transcripts, appointmentLetters }: House) =>
    [...invitations, ...transcripts, ...appointmentLetters].flatMap(({ letterId }) =>
      letterId === null ? [] : [{ id: letterId }],
    )
  return { act: 'deliver', house, letterId: idOf(world, house, dice, ofHouse) }
}

const accept: Chooser = (world, _house, dice) => {
  const tokens = world.houses.flatMap(({ invitations }) => invitations.map(({ token }) => token))
  return { act: 'accept', token: tokens.length > 0 && dice.chance(0.8) ? dice.pick(tokens) : newToken() }
}

/** People: who comes, goes, and what they may. */
export const aboutPeople: Chooser[] = [
  ...[activity, remove, remove, restore, restore, edit, edit, edit],
  (_world, house) => ({ act: 'leave', house }),
  (_world, house, dice) => ({ act: 'availability', house, availability: dice.pick(['available', 'away']) }),
  ...[invite, invite, deliver, accept],
  (world, house, dice) => ({
    ...{ act: 'resend', house, invitationId: invitationId(world, house, dice), letter: dice.chance(0.7) },
  }),
  (world, house, dice) => ({ act: 'revoke', house, invitationId: invitationId(world, house, dice) }),
  (_world, _house, dice) => (dice.chance(0.5) ? { act: 'sign-out' } : { act: 'accept', token: newToken() }),
]

function invite(world: World, house: House, dice: Dice): Act {
  const access = aWish(world, house, dice)
  // Accounts belong to the whole server, which other worlds share: each world has newcomers of its own.
  const newcomer = `someone.${dice.int(3)}.${world.houses[0]?.id}@elsewhere.example`
  const email = dice.chance(0.7) ? dice.pick(world.people).email : newcomer
  const active = dice.chance(0.8)
  if (dice.chance(0.9)) return { act: 'invite', house, email, access, active }
  return { act: 'add', house, email, name: 'Nina Neuve', access, active }
}

/** Access that would fit, give or take. */
function aWish(world: World, house: House, dice: Dice): AccessWish {
  const ownRole = dice.chance(0.25) && house.roles.length > 0 ? dice.pick(house.roles) : null
  const model = dice.pick(['administrator', 'moderator', 'manager', 'agent', 'agent', 'agent'] as const)
  const role = ownRole && dice.chance(0.9) ? ownRole.model : model
  const isOfAll = role === 'administrator' || role === 'moderator'
  const subAccountId = idOf(world, house, dice, ({ subAccounts }) => subAccounts)
  const advised = house.questionnaires.filter((one) => dice.chance(0.1) || one.subAccountId === subAccountId)
  return {
    role,
    customRoleId: ownRole ? ownRole.id : dice.chance(0.03) ? uuid7() : null,
    subAccountId: isOfAll === dice.chance(0.95) ? null : subAccountId,
    ...(dice.chance(0.6) && { modules: dice.some(everyModule) }),
    reach: dice.pick(['own', 'own', 'sub-account', 'all']),
    languages: dice.pick([['fr'], ['fr', 'en'], ['en']]),
    conversationLimit: dice.pick([null, null, 1, 2]),
    questionnaireIds: dice.some(advised).map(({ id }) => id),
  }
}

export function edit(world: World, house: House, dice: Dice): Act {
  const id = agentId(world, house, dice)
  const target = house.agents.find((one) => one.id === id)
  const version = target && dice.chance(0.75) ? target.version : dice.int(2)
  const access = target && dice.chance(0.7) ? nearlyAs(target, house, dice) : aWish(world, house, dice)
  return { act: 'edit', house, agentId: id, access, version, active: target?.active !== dice.chance(0.15) }
}

/** What somebody has, with one thing changed. */
function nearlyAs(target: Agent, house: House, dice: Dice): AccessWish {
  const kept: AccessWish = {
    ...{ role: target.role, customRoleId: target.ownRole?.id ?? null, subAccountId: target.subAccountId },
    ...{ modules: target.modules, reach: target.reach, languages: target.languages },
    ...{ conversationLimit: target.limit, questionnaireIds: target.questionnaireIds },
  }
  const ofHere = house.questionnaires.filter(({ subAccountId }) => subAccountId === target.subAccountId)
  const changes: Partial<AccessWish>[] = [
    {},
    { modules: dice.some(everyModule) },
    { reach: dice.pick(['own', 'sub-account', 'all']) },
    { languages: dice.pick([['fr'], ['en']]) },
    { conversationLimit: dice.pick([null, 1, 2]) },
    { questionnaireIds: dice.some(ofHere).map(({ id }) => id) },
    ...(target.subAccountId === null ? [] : [{ subAccountId: dice.pick(house.subAccounts).id, questionnaireIds: [] }]),
  ]
  return { ...kept, ...dice.pick(changes) }
}

function remove(world: World, house: House, dice: Dice): Act {
  const heirId = dice.chance(0.5) ? null : agentId(world, house, dice)
  return { act: 'remove', house, agentId: agentId(world, house, dice), heirId }
}
