import type { AgentEvent } from '#contract/events.ts'
import type { NewEvent } from '#server/platform/events/events.ts'
import { may, type ShortcutOwner } from './access/index.ts'
import type { Actor } from './callers.ts'

export type SettingsList = Extract<AgentEvent, { type: 'settings.changed' }>['list']

/** A list of the settings is no longer what was fetched: whoever shows it fetches again, under their own rights. */
export const settingsChanged = (list: SettingsList): NewEvent => ({
  stream: 'organisation',
  type: 'settings.changed',
  payload: { list },
})

/** The same of shortcuts, told to those alone who see them: nobody learns that a colleague keeps one. */
export const shortcutsChanged = ({ agentId, subAccountId }: ShortcutOwner): NewEvent => ({
  stream: 'organisation',
  type: 'settings.changed',
  payload: { list: 'shortcuts', owner: { agentId, subAccountId } },
})

/** Who is told that a list changed: those who may open it, or see names from it elsewhere. */
const readersOf: Record<SettingsList, (reader: Actor, owner?: ShortcutOwner) => boolean> = {
  agents: (reader) => may(reader, 'agents.list', null),
  invitations: (reader) => may(reader, 'agents.list', null),
  letters: (reader) => may(reader, 'letters.read', null),
  channels: () => true,
  'sub-accounts': () => true,
  organisation: () => true,
  questionnaires: () => true,
  shortcuts: (reader, owner) => (owner ? may(reader, 'shortcuts.read', owner) : may(reader, 'shortcuts.list', null)),
  'appointment-reasons': (reader) => may(reader, 'reasons.list', null),
  roles: (reader) => may(reader, 'roles.list', null),
  billing: (reader) => may(reader, 'billing.change', null),
  journal: (reader) => may(reader, 'journal.read', null),
}

export const settingsViews = {
  'settings.changed': (reader: Actor, payload: unknown): AgentEvent | null => {
    // Written above alone.
    const { list, owner } = payload as { list: SettingsList; owner?: ShortcutOwner }
    return readersOf[list](reader, owner) ? { type: 'settings.changed', list } : null
  },
}
