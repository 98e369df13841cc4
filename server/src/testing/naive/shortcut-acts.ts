import { type Act, no, type Outcome, yes } from './act.ts'
import { allows, allowsWhole, has, knows, opens } from './rules.ts'
import type { Agent, Happening, House, Shortcut } from './world.ts'

const missing = no('404 request.not-found')
const refused = no('403 access.refused')

type Owner = Pick<Shortcut, 'owner' | 'subAccountId'>

/** [S9] One's own, the house's, and those of the sub-accounts one knows; who is not let talk keeps their own. */
export function seesShortcut(agent: Agent, { owner, subAccountId }: Owner): boolean {
  if (!opens(agent, 'shortcuts')) return false
  if (owner) return owner === agent
  if (!agent.active && agent.role === 'agent') return false
  return subAccountId === null || knows(agent, subAccountId)
}

export function mayChangeShortcut(agent: Agent, { owner, subAccountId }: Owner): boolean {
  if (owner) return owner === agent
  if (subAccountId === null) return allowsWhole(agent, 'shortcuts.change')
  return allows(agent, 'shortcuts.change') && has(agent, subAccountId)
}

/** Why the list does not open; null: it does. */
const whyShut = (agent: Agent): Outcome | null => {
  if (opens(agent, 'shortcuts')) return null
  return agent.active ? refused : no('403 access.inactive')
}

function whyNotTheirs(agent: Agent, owner: Owner): Outcome | null {
  if (!seesShortcut(agent, owner)) return missing
  return mayChangeShortcut(agent, owner) ? null : refused
}

const told = (house: House, { owner, subAccountId }: Owner): Happening => ({
  ...{ what: 'settings', house, list: 'shortcuts' },
  owner: { owner, subAccountId },
})

const hasOneOf = (house: House, { owner, subAccountId }: Owner, key: string, itself?: Shortcut): boolean =>
  house.shortcuts.some(
    (one) =>
      one !== itself && !one.removed && one.owner === owner && one.subAccountId === subAccountId && one.key === key,
  )

const isShut = (house: House, subAccountId: string | null): boolean =>
  subAccountId !== null && !house.subAccounts.some(({ id, archived }) => id === subAccountId && !archived)

export function makeShortcut(agent: Agent, act: Extract<Act, { act: 'make-shortcut' }>): Outcome {
  const { house, scope, subAccountId, key, text } = act
  if (scope === 'sub-account' && subAccountId === null) return no('422 sub-accounts.required')
  if (scope !== 'sub-account' && subAccountId !== null) return no('422 sub-accounts.not-allowed')
  const owner = { owner: scope === 'own' ? agent : null, subAccountId }
  const why = whyShut(agent) ?? whyNotTheirs(agent, owner)
  if (why) return why
  if (isShut(house, subAccountId)) return missing
  if (text.includes('{{nobody}}')) return no('422 shortcuts.variable-unknown')
  if (hasOneOf(house, owner, key)) return no('409 shortcuts.key-taken')
  const made: Shortcut = { id: '', ...owner, key, text, version: 1, used: 0, removed: false }
  house.shortcuts.push(made)
  return yes([told(house, owner)], ({ id }) => {
    made.id = id
  })
}

export function changeShortcut(agent: Agent, act: Extract<Act, { act: 'change-shortcut' }>): Outcome {
  const { house, key, text } = act
  const shortcut = whoseShortcut(agent, act)
  if ('verdict' in shortcut) return shortcut
  if (shortcut.removed) return missing
  if (shortcut.version !== act.version) return no('409 shortcuts.changed-meanwhile')
  if (text.includes('{{nobody}}')) return no('422 shortcuts.variable-unknown')
  if (hasOneOf(house, shortcut, key, shortcut)) return no('409 shortcuts.key-taken')
  if (shortcut.key === key && shortcut.text === text) return yes()
  Object.assign(shortcut, { key, text, version: shortcut.version + 1 })
  return yes([told(house, shortcut)])
}

/** Removed, its key is free again; for a while it can be brought back. */
export function keepShortcut(
  agent: Agent,
  act: Extract<Act, { act: 'remove-shortcut' | 'restore-shortcut' }>,
): Outcome {
  const { house } = act
  const shortcut = whoseShortcut(agent, act)
  if ('verdict' in shortcut) return shortcut
  const removed = act.act === 'remove-shortcut'
  if (shortcut.removed === removed) return yes()
  if (!removed && isShut(house, shortcut.subAccountId)) return missing
  if (!removed && hasOneOf(house, shortcut, shortcut.key)) return no('409 shortcuts.key-taken')
  Object.assign(shortcut, { removed, version: shortcut.version + 1 })
  return yes([told(house, shortcut)])
}

/** Counted for whoever could have seen it; it changes nothing else. */
export function countUse(agent: Agent, act: Extract<Act, { act: 'use-shortcut' }>): Outcome {
  const why = whyShut(agent)
  if (why) return why
  const shortcut = act.house.shortcuts.find(({ id, removed }) => id === act.shortcutId && !removed)
  if (!shortcut || !seesShortcut(agent, shortcut)) return missing
  shortcut.used += 1
  return yes()
}

function whoseShortcut(agent: Agent, { house, shortcutId }: { house: House; shortcutId: string }): Shortcut | Outcome {
  const shut = whyShut(agent)
  if (shut) return shut
  const shortcut = house.shortcuts.find(({ id }) => id === shortcutId)
  if (!shortcut) return missing
  return whyNotTheirs(agent, shortcut) ?? shortcut
}

/** In use, of a sub-account. */
export const shortcutsOf = (house: House, subAccountId: string): Shortcut[] =>
  house.shortcuts.filter((one) => one.subAccountId === subAccountId && !one.removed)

/** To the heir of their sub-account; a key that it has already gets a number behind it. */
export function moveShortcuts(house: House, from: string, to: string): void {
  for (const shortcut of shortcutsOf(house, from).toSorted((one, other) => (one.key < other.key ? -1 : 1))) {
    let key = shortcut.key
    for (let number = 2; hasOneOf(house, { owner: null, subAccountId: to }, key); number++)
      key = `${shortcut.key}-${number}`
    Object.assign(shortcut, { subAccountId: to, key, version: shortcut.version + 1 })
  }
  for (const shortcut of house.shortcuts) if (shortcut.subAccountId === from) shortcut.subAccountId = to
}
