import { type Act, no, type Outcome, yes } from './act.ts'
import { change } from './conversation-acts.ts'
import { allows, allowsWhole, has, holds, readsQuestionnaires, writesQuestionnaires } from './rules.ts'
import type { Agent, Happening, House, Questionnaire, SubAccount } from './world.ts'

const missing = no('404 request.not-found')
const refused = no('403 access.refused')

/** [C9] Read by whoever holds the module, of the sub-accounts they have; changed by those who lead there. */
export function changeChannel(agent: Agent, act: Extract<Act, { act: 'change-channel' }>): Outcome {
  if (!holds(agent, 'channels')) return refused
  const { house, questionnaireId } = act
  const channel = house.channels.find(({ id }) => id === act.channelId)
  if (!channel || !has(agent, channel.subAccountId)) return missing
  if (!allows(agent, 'channels.change')) return refused
  if (channel.version !== act.version) return no('409 channels.changed-meanwhile')
  const isKept =
    questionnaireId === undefined || questionnaireId === null || questionnaireId === channel.questionnaireId
  const chosen = house.questionnaires.find(({ id }) => id === questionnaireId)
  if (!isKept && (!chosen || chosen.archived || chosen.subAccountId !== channel.subAccountId))
    return no('422 questionnaires.unknown')
  channel.name = act.name
  if (questionnaireId !== undefined) channel.questionnaireId = questionnaireId
  channel.version += 1
  return yes([{ what: 'settings', house, list: 'channels' }])
}

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
  return ![...[...house.agents, ...open, ...house.channels], ...[...house.questionnaires, ...house.conversations]].some(
    isHere,
  )
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
  for (const list of ['agents', 'invitations', 'channels', 'questionnaires', 'shortcuts'] as const)
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

const questionnairesChanged = (house: House): Happening => ({ what: 'settings', house, list: 'questionnaires' })

export function makeQuestionnaire(agent: Agent, act: Extract<Act, { act: 'make-questionnaire' }>): Outcome {
  const { house, name, subAccountId } = act
  if (!writesQuestionnaires(agent)) return refused
  if (!has(agent, subAccountId)) return missing
  if (!house.subAccounts.some(({ id, archived }) => id === subAccountId && !archived)) return missing
  if (isTaken(house, { name, subAccountId })) return no('409 questionnaires.name-taken')
  const made: Questionnaire = { id: '', name, subAccountId, version: 1, archived: false }
  house.questionnaires.push(made)
  return yes([questionnairesChanged(house)], ({ id }) => {
    made.id = id
  })
}

const isTaken = (house: House, wish: { name: string; subAccountId: string }, itself?: Questionnaire): boolean =>
  house.questionnaires.some(
    (other) => other !== itself && other.subAccountId === wish.subAccountId && other.name === wish.name,
  )

export function renameQuestionnaire(agent: Agent, act: Extract<Act, { act: 'rename-questionnaire' }>): Outcome {
  const { house, name, version } = act
  const renamed = whoseQuestionnaire(agent, house, act.questionnaireId)
  if ('verdict' in renamed) return renamed
  if (renamed.version !== version) return no('409 questionnaires.changed-meanwhile')
  if (isTaken(house, { ...renamed, name }, renamed)) return no('409 questionnaires.name-taken')
  if (renamed.name === name) return yes()
  Object.assign(renamed, { name, version: version + 1 })
  return yes([questionnairesChanged(house)])
}

/** Channels no longer begin with it; its advisors stay, for those who wait with it. */
export function archiveQuestionnaire(
  agent: Agent,
  { house, questionnaireId }: { house: House; questionnaireId: string },
): Outcome {
  const archived = whoseQuestionnaire(agent, house, questionnaireId)
  if ('verdict' in archived) return archived
  if (archived.archived) return yes()
  for (const channel of house.channels)
    if (channel.questionnaireId === questionnaireId)
      Object.assign(channel, { questionnaireId: null, version: channel.version + 1 })
  Object.assign(archived, { archived: true, version: archived.version + 1 })
  return yes([questionnairesChanged(house)])
}

export function offerQuestionnaire(
  agent: Agent,
  { house, questionnaireId }: { house: House; questionnaireId: string },
): Outcome {
  const offered = whoseQuestionnaire(agent, house, questionnaireId)
  if ('verdict' in offered) return offered
  if (!offered.archived) return yes()
  Object.assign(offered, { archived: false, version: offered.version + 1 })
  return yes([questionnairesChanged(house)])
}

function whoseQuestionnaire(agent: Agent, house: House, questionnaireId: string): Questionnaire | Outcome {
  if (!readsQuestionnaires(agent)) return refused
  const one = house.questionnaires.find(({ id }) => id === questionnaireId)
  if (!one) return missing
  if (!writesQuestionnaires(agent)) return refused
  return has(agent, one.subAccountId) ? one : missing
}
