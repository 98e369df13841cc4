import type { Act } from '#server/testing/naive/act.ts'
import type { House, World } from '#server/testing/naive/world.ts'
import type { Dice } from './dice.ts'
import { type Chooser, idOf, subAccountId, versionOf } from './pick-ids.ts'

const keys = ['bonjour', 'merci', 'délais']
const texts = ['Bonjour {{visitor.name}} !', 'Merci à vous.', 'Merci à vous.', 'Bonjour {{nobody}}']

export function shortcut(world: World, house: House, dice: Dice): Act {
  const scope = dice.pick(['own', 'own', 'sub-account', 'sub-account', 'organisation'] as const)
  const place = (scope === 'sub-account') === dice.chance(0.95) ? subAccountId(world, house, dice) : null
  const [key, text] = [dice.pick(keys), dice.pick(texts)]
  const shortcutId = idOf(world, house, dice, ({ shortcuts }) => shortcuts, house.shortcuts)
  const known = house.shortcuts.find(({ id }) => id === shortcutId)
  const make: Act = { act: 'make-shortcut', house, scope, subAccountId: place, key, text }
  if (!known && dice.chance(0.8)) return make
  return dice.pick<Act>([
    make,
    { act: 'change-shortcut', house, shortcutId, key, text, version: versionOf(known, dice) },
    { act: 'change-shortcut', house, shortcutId, key, text, version: versionOf(known, dice) },
    { act: known?.removed ? 'restore-shortcut' : 'remove-shortcut', house, shortcutId },
    { act: dice.pick(['remove-shortcut', 'restore-shortcut']), house, shortcutId },
    { act: 'use-shortcut', house, shortcutId },
  ])
}

/** The key of one there is, once more of the same owner. */
export const sameKey: Chooser = (world, house, dice) => {
  const [known] = house.shortcuts.filter(({ removed }) => !removed).slice(-1 - dice.int(3))
  if (!known) return shortcut(world, house, dice)
  const { owner, subAccountId, key } = known
  const scope = owner ? 'own' : subAccountId === null ? 'organisation' : 'sub-account'
  return { act: 'make-shortcut', house, scope, subAccountId, key, text: 'Encore merci.' }
}

const notifications: Chooser = (_world, house, dice) => ({
  ...{ act: 'change-notifications', house, mentionSounds: dice.chance(0.5) },
})

function browser(world: World, house: House, dice: Dice): Act {
  const isKnown = dice.chance(0.85)
  const endpoint = `https://${isKnown ? knownService : 'push.elsewhere.example'}/${house.id}/${dice.int(4)}`
  const browsersOf = ({ agents }: House) => agents.flatMap(({ browsers }) => browsers)
  const subscriptionId = idOf(world, house, dice, browsersOf, browsersOf(house))
  return dice.pick<Act>([
    { act: 'subscribe', house, endpoint, isKnown },
    { act: 'unsubscribe', house, subscriptionId },
  ])
}

/** The push service that this server knows; nothing is ever pushed. */
export const knownService = 'push.maison.example'

/** What is somebody's own, and shortcuts of others beside it. */
export const aboutOneself: Chooser[] = [shortcut, shortcut, shortcut, notifications, browser, browser]
