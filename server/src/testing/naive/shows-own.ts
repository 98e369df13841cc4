import { allows, has, holds, opens, readsQuestionnaires, writesQuestionnaires } from './rules.ts'
import { mayChangeShortcut, seesShortcut } from './shortcut-acts.ts'
import { type Agent, type House, present } from './world.ts'

export function questionnaires(house: House, reader: Agent) {
  if (!readsQuestionnaires(reader)) return null
  return house.questionnaires
    .filter(({ subAccountId }) => has(reader, subAccountId))
    .map(({ id, subAccountId, name, version, archived, published }) => ({
      ...{ id, subAccountId, name, version, ...(!archived && { archivedAt: null }) },
      channels: house.channels.filter(({ questionnaireId }) => questionnaireId === id).map(named),
      advisors: present(house)
        .filter(({ questionnaireIds }) => questionnaireIds.includes(id))
        .map((agent) => ({ id: agent.id, name: agent.name })),
      published: published.length > 0 ? { number: published.length } : null,
      may: { change: writesQuestionnaires(reader) },
    }))
}

const named = ({ id, name }: { id: string; name: string }) => ({ id, name })

/** What is being written, to whoever may know the questionnaire; null: it is not there. */
export function draft(house: House, reader: Agent, questionnaireId: string) {
  const one = house.questionnaires.find(({ id }) => id === questionnaireId)
  if (!one || !has(reader, one.subAccountId)) return null
  return {
    version: one.draft.version,
    published: one.published.length > 0 ? { number: one.published.length } : null,
    may: { change: writesQuestionnaires(reader) },
  }
}

export function channels(house: House, reader: Agent) {
  if (!holds(reader, 'channels')) return null
  return house.channels
    .filter(({ subAccountId }) => has(reader, subAccountId))
    .map(({ routing: _, ...channel }) => ({
      ...channel,
      kind: 'website',
      may: { change: allows(reader, 'channels.change') },
    }))
}

/** [S9] The replies one may take; null: the list does not open. */
export function shortcuts(house: House, reader: Agent) {
  if (!opens(reader, 'shortcuts')) return null
  const places = house.subAccounts.filter(({ archived }) => !archived).map(({ id }) => id)
  const mayMake = (subAccountId: string | null) => {
    const owner = { owner: null, subAccountId }
    return seesShortcut(reader, owner) && mayChangeShortcut(reader, owner)
  }
  return {
    shortcuts: house.shortcuts
      .filter((one) => !one.removed && seesShortcut(reader, one))
      .map((one) => ({
        ...{ id: one.id, key: one.key, version: one.version, usedCount: one.used, subAccountId: one.subAccountId },
        scope: one.owner ? 'own' : one.subAccountId === null ? 'organisation' : 'sub-account',
        texts: [{ language: 'fr', text: one.text }],
        may: { change: mayChangeShortcut(reader, one) },
      })),
    mayMake: { organisation: mayMake(null), subAccountIds: places.filter(mayMake) },
  }
}

/** How somebody is told, and in which browsers: theirs alone. */
export const notifications = ({ mentionSounds, browsers }: Agent) => ({
  settings: { ways: { mention: { sound: mentionSounds, desktop: true, push: true } }, quietHours: null },
  subscriptions: browsers.map(({ id }) => ({ id })),
})
