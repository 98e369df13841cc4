import type { Act } from '#server/testing/naive/act.ts'
import type { House, World } from '#server/testing/naive/world.ts'
import type { Dice } from './dice.ts'
import { anOwnRole, offerSeconds } from './make-world.ts'
import { type Chooser, idOf, subAccountId as subAccountIdOf, versionOf } from './pick-ids.ts'

const rename: Chooser = (_world, house, dice) => ({ act: 'rename', house, name: `Maison ${dice.int(9)}` })

/** What a house is made of. */
export const aboutPlaces: Chooser[] = [
  ...[subAccount, subAccount, role, role, role, rename],
  ...[questionnaire, questionnaire, questionnaire, draft, draft, draft, draft],
  ...[changeChannel, changeChannel, changeChannel, channel, channel, channel],
]

export function changeChannel(world: World, house: House, dice: Dice): Act {
  const channelId = idOf(world, house, dice, ({ channels }) => channels)
  const known = house.channels.find(({ id }) => id === channelId)
  const ofHere = house.questionnaires.filter((one) => one.subAccountId === known?.subAccountId && !one.archived)
  const questionnaireId = dice.chance(0.25)
    ? null
    : idOf(world, house, dice, ({ questionnaires }) => questionnaires, ofHere)
  const chosen = dice.chance(0.3) ? {} : { questionnaireId }
  const languages = dice.pick([['fr', 'en'], ['fr', 'en'], ['fr'], ['en']])
  const how = { name: `Boutique ${dice.int(9)}`, languages, asksRating: dice.chance(0.8), ...chosen }
  return { act: 'change-channel', house, channelId, version: versionOf(known, dice), ...how }
}

export function channel(world: World, house: House, dice: Dice): Act {
  const channelId = idOf(world, house, dice, ({ channels }) => channels)
  const known = house.channels.find(({ id }) => id === channelId)
  const [subAccountId, version] = [subAccountIdOf(world, house, dice), versionOf(known, dice)]
  const mode = dice.pick(['by-hand', 'round-robin', 'least-busy'] as const)
  return dice.pick<Act>([
    { act: 'make-channel', house, name: `Comptoir ${dice.int(9)}`, subAccountId },
    { act: 'move-channel', house, channelId, subAccountId, version },
    { act: 'move-channel', house, channelId, subAccountId, version },
    { act: 'channel-state', house, channelId, how: dice.pick(['pause', 'archive']) },
    { act: 'channel-state', house, channelId, how: dice.pick(['run', 'run', 'restore']) },
    { act: 'change-routing', house, channelId, mode, offerSeconds, version: versionOf(known?.routing, dice) },
  ])
}

function subAccount(world: World, house: House, dice: Dice): Act {
  const subAccountId = subAccountIdOf(world, house, dice)
  const name = dice.pick(['Lyon', 'Lille', 'Nice', 'Brest', 'Metz', 'Dijon'])
  const version = house.subAccounts.find(({ id }) => id === subAccountId)?.version ?? 1
  const heirId = dice.chance(0.2) ? null : subAccountIdOf(world, house, dice)
  return dice.pick<Act>([
    { act: 'make-sub-account', house, name },
    { act: 'make-sub-account', house, name },
    { act: 'rename-sub-account', house, subAccountId, name, version: dice.chance(0.8) ? version : version + 1 },
    { act: 'archive-sub-account', house, subAccountId, heirId },
    { act: 'archive-sub-account', house, subAccountId, heirId },
    { act: 'restore-sub-account', house, subAccountId },
  ])
}

function role(world: World, house: House, dice: Dice): Act {
  const roleId = idOf(world, house, dice, ({ roles }) => roles)
  const known = house.roles.find(({ id }) => id === roleId)
  const model = known?.model ?? dice.pick(['administrator', 'moderator', 'manager', 'agent'])
  const drawn = anOwnRole('', dice.chance(0.1) ? 'administrator' : model, dice)
  const { name, permissions, modules } = drawn
  const version = known && dice.chance(0.85) ? known.version : 1 + dice.int(2)
  return dice.pick<Act>([
    { act: 'make-role', house, name, model, permissions, modules },
    { act: 'change-role', house, roleId, name, permissions, modules, version },
    { act: 'change-role', house, roleId, name, permissions, modules, version },
    { act: 'remove-role', house, roleId },
  ])
}

function questionnaire(world: World, house: House, dice: Dice): Act {
  const questionnaireId = idOf(world, house, dice, ({ questionnaires }) => questionnaires)
  const version = versionOf(
    house.questionnaires.find(({ id }) => id === questionnaireId),
    dice,
  )
  const subAccountId = subAccountIdOf(world, house, dice)
  const name = dice.pick(['Retours', 'Devis', 'Livraison'])
  return dice.pick<Act>([
    { act: 'make-questionnaire', house, name, subAccountId },
    { act: 'make-questionnaire', house, name, subAccountId },
    { act: 'rename-questionnaire', house, questionnaireId, name, version },
    { act: 'archive-questionnaire', house, questionnaireId },
    { act: 'offer-questionnaire', house, questionnaireId },
  ])
}

function draft(world: World, house: House, dice: Dice): Act {
  // Of one that a channel begins with: what is published there is asked.
  const inUse = house.questionnaires.filter(({ id }) => house.channels.some((one) => one.questionnaireId === id))
  const questionnaireId = idOf(world, house, dice, ({ questionnaires }) => questionnaires, inUse)
  const known = house.questionnaires.find(({ id }) => id === questionnaireId)
  const of = { house, questionnaireId, version: versionOf(known?.draft, dice) }
  const write: Act = { act: 'save-draft', ...of, flow: dice.pick(['asks', 'asks', 'empty', 'broken']) }
  if (known?.draft.flow === 'asks' && dice.chance(0.6)) return { act: 'publish-draft', ...of }
  return dice.pick<Act>([write, write, { act: 'publish-draft', ...of }, { act: 'restore-version', ...of, number: 1 }])
}
