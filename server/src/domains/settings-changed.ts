import type { AgentEvent } from '#contract/events.ts'
import type { NewEvent } from '#server/platform/events/events.ts'
import { may } from './access/index.ts'
import type { Actor } from './callers.ts'

export type SettingsList = Extract<AgentEvent, { type: 'settings.changed' }>['list']

/** A list of the settings is no longer what was fetched: whoever shows it fetches again, under their own rights. */
export const settingsChanged = (list: SettingsList): NewEvent => ({
  stream: 'organisation',
  type: 'settings.changed',
  payload: { list },
})

/** Who is told that a list changed: those who may open it, or see names from it elsewhere. */
const readersOf: Record<SettingsList, (reader: Actor) => boolean> = {
  agents: (reader) => may(reader, 'agents.list', null),
  invitations: (reader) => may(reader, 'agents.list', null),
  letters: (reader) => may(reader, 'letters.read', null),
  channels: () => true,
  'sub-accounts': () => true,
  organisation: () => true,
  questionnaires: () => true,
  roles: (reader) => may(reader, 'roles.list', null),
  billing: (reader) => may(reader, 'billing.change', null),
  journal: (reader) => may(reader, 'journal.read', null),
}

export const settingsViews = {
  'settings.changed': (reader: Actor, payload: unknown): AgentEvent | null => {
    // Written by settingsChanged alone.
    const { list } = payload as { list: SettingsList }
    return readersOf[list](reader) ? { type: 'settings.changed', list } : null
  },
}
