import { type Act, no, type Outcome, yes } from './act.ts'
import { has, readsQuestionnaires, writesQuestionnaires } from './rules.ts'
import type { Agent, Happening, House, Questionnaire } from './world.ts'

const missing = no('404 request.not-found')
const refused = no('403 access.refused')

const questionnairesChanged = (house: House): Happening => ({ what: 'settings', house, list: 'questionnaires' })

export function makeQuestionnaire(agent: Agent, act: Extract<Act, { act: 'make-questionnaire' }>): Outcome {
  const { house, name, subAccountId } = act
  if (!writesQuestionnaires(agent)) return refused
  if (!has(agent, subAccountId)) return missing
  if (!house.subAccounts.some(({ id, archived }) => id === subAccountId && !archived)) return missing
  if (isTaken(house, { name, subAccountId })) return no('409 questionnaires.name-taken')
  const made = newQuestionnaire({ id: '', name, subAccountId })
  house.questionnaires.push(made)
  return yes([questionnairesChanged(house)], ({ id }) => {
    made.id = id
  })
}

export const newQuestionnaire = (named: Pick<Questionnaire, 'id' | 'name' | 'subAccountId'>): Questionnaire => ({
  ...{ ...named, version: 1, archived: false },
  ...{ draft: { version: 0, flow: 'empty' }, published: [] },
})

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

/** Saved over the version that was read, finished or not. */
export function saveDraft(agent: Agent, act: Extract<Act, { act: 'save-draft' }>): Outcome {
  const draft = whoseDraft(agent, act)
  if ('verdict' in draft) return draft
  draft.flow = act.flow
  draft.version += 1
  return yes([questionnairesChanged(act.house)])
}

/** Only what asks something, and leads somewhere, is published; whoever has begun goes on with what they began. */
export function publishDraft(agent: Agent, act: Extract<Act, { act: 'publish-draft' }>): Outcome {
  const draft = whoseDraft(agent, act)
  if ('verdict' in draft) return draft
  if (draft.flow !== 'asks') return no('422 questionnaires.not-publishable')
  const questionnaire = act.house.questionnaires.find((one) => one.draft === draft)
  questionnaire?.published.push(draft.flow)
  return yes([questionnairesChanged(act.house)])
}

/** What was published once is the draft again; visitors see nothing of it yet. */
export function restoreVersion(agent: Agent, act: Extract<Act, { act: 'restore-version' }>): Outcome {
  const draft = whoseDraft(agent, act)
  if ('verdict' in draft) return draft
  const questionnaire = act.house.questionnaires.find((one) => one.draft === draft)
  const version = questionnaire?.published[act.number - 1]
  if (!version) return missing
  draft.flow = version
  draft.version += 1
  return yes([questionnairesChanged(act.house)])
}

function whoseDraft(
  agent: Agent,
  { house, questionnaireId, version }: { house: House; questionnaireId: string; version: number },
): Questionnaire['draft'] | Outcome {
  const questionnaire = whoseQuestionnaire(agent, house, questionnaireId)
  if ('verdict' in questionnaire) return questionnaire
  return questionnaire.draft.version === version ? questionnaire.draft : no('409 questionnaires.changed-meanwhile')
}
