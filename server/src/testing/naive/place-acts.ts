import { type Act, no, type Outcome, yes } from './act.ts'
import { change } from './conversation-acts.ts'
import { moveReasons, reasonsOf } from './reason-acts.ts'
import { allows, allowsWhole } from './rules.ts'
import { moveShortcuts, shortcutsOf } from './shortcut-acts.ts'
import type { Agent, Happening, House, SubAccount } from './world.ts'

const missing = no('404 request.not-found')
const refused = no('403 access.refused')

/** [S9] The organisation's settings are for those with full access. */
export function rename(agent: Agent, { house, name }: Extract<Act, { act: 'rename' }>): Outcome {
  if (!allows(agent, 'organisation.change')) return refused
  if (house.name === name) return yes()
  house.name = name
  return yes([{ what: 'settings', house, list: 'organisation' }])
}

const subAccountsChanged = (house: House): Happening => ({ what: 'settings', house, list: 'sub-accounts' })

/** [C1, C3] */
export function makeSubAccount(agent: Agent, { house, name }: Extract<Act, { act: 'make-sub-account' }>): Outcome {
  if (!allowsWhole(agent, 'sub-accounts.change')) return refused
  if (house.subAccounts.some((other) => other.name === name)) return no('409 sub-accounts.name-taken')
  const made: SubAccount = { id: '', name, version: 1, archived: false }
  house.subAccounts.push(made)
  return yes([subAccountsChanged(house)], ({ id }) => {
    made.id = id
  })
}

/** [C2, C3] */
export function renameSubAccount(agent: Agent, act: Extract<Act, { act: 'rename-sub-account' }>): Outcome {
  const { house, name, version } = act
  const renamed = whoseSubAccount(agent, house, act.subAccountId)
  if ('verdict' in renamed) return renamed
  if (renamed.version !== version) return no('409 sub-accounts.changed-meanwhile')
  if (house.subAccounts.some((other) => other !== renamed && other.name === name))
    return no('409 sub-accounts.name-taken')
  if (renamed.name === name) return yes()
  Object.assign(renamed, { name, version: version + 1 })
  return yes([subAccountsChanged(house)])
}

/** [C3] What is in it goes to another one, all at once and never lost. */
export function archiveSubAccount(agent: Agent, act: Extract<Act, { act: 'archive-sub-account' }>): Outcome {
  const { house, heirId } = act
  const archived = whoseSubAccount(agent, house, act.subAccountId)
  if ('verdict' in archived) return archived
  if (archived.archived) return yes()
  if (house.subAccounts.every((one) => one === archived || one.archived)) return no('409 sub-accounts.last')
  const heir = house.subAccounts.find(({ id }) => id === heirId)
  if (heirId !== null && !heir) return missing
  if (heir && (heir === archived || heir.archived)) return no('422 sub-accounts.heir-refused')
  if (!heir && !isEmpty(house, archived.id)) return no('422 sub-accounts.heir-required')
  archived.archived = true
  return yes([...(heir ? moved(house, archived.id, heir.id) : []), subAccountsChanged(house)])
}

export function isEmpty(house: House, subAccountId: string): boolean {
  const isHere = (one: { subAccountId: string | null }) => one.subAccountId === subAccountId
  const open = house.invitations.filter(({ state }) => state === 'pending')
  if (shortcutsOf(house, subAccountId).length > 0 || reasonsOf(house, subAccountId).length > 0) return false
  return ![...house.agents, ...open, ...house.channels, ...house.questionnaires, ...house.conversations].some(isHere)
}

function moved(house: House, from: string, to: string): Happening[] {
  const happenings: Happening[] = []
  const isHere = (one: { subAccountId: string | null }) => one.subAccountId === from
  for (const one of house.invitations.filter(isHere)) if (one.state === 'pending') one.subAccountId = to
  for (const person of house.agents.filter(isHere)) {
    Object.assign(person, { subAccountId: to, version: person.version + 1 })
    if (person.removed) continue
    happenings.push({ what: 'access', house, agent: person }, { what: 'colleague', house, agent: person, before: from })
  }
  for (const thing of [...house.questionnaires, ...house.channels].filter(isHere))
    Object.assign(thing, { subAccountId: to, version: thing.version + 1 })
  for (const conversation of house.conversations.filter(isHere))
    if (conversation.state === 'closed') conversation.subAccountId = to
    else happenings.push(change(house, conversation, { subAccountId: to }))
  moveShortcuts(house, from, to)
  happenings.push(...moveReasons(house, from, to))
  for (const list of [
    'agents',
    'invitations',
    'channels',
    'questionnaires',
    'shortcuts',
    'appointment-reasons',
  ] as const)
    happenings.push({ what: 'settings', house, list })
  return happenings
}

export function restoreSubAccount(agent: Agent, act: Extract<Act, { act: 'restore-sub-account' }>): Outcome {
  const restored = whoseSubAccount(agent, act.house, act.subAccountId)
  if ('verdict' in restored) return restored
  if (!restored.archived) return yes()
  restored.archived = false
  return yes([subAccountsChanged(act.house)])
}

function whoseSubAccount(agent: Agent, house: House, subAccountId: string): SubAccount | Outcome {
  if (!allowsWhole(agent, 'sub-accounts.change')) return refused
  return house.subAccounts.find(({ id }) => id === subAccountId) ?? missing
}
