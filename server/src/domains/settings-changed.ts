import type { AgentEvent } from '#contract/events.ts'
import type { NewEvent } from '#server/platform/events/events.ts'

export type SettingsList = Extract<AgentEvent, { type: 'settings.changed' }>['list']

/** A list of the settings is no longer what was fetched: whoever shows it fetches again, under their own rights. */
export const settingsChanged = (list: SettingsList): NewEvent => ({
  stream: 'organisation',
  type: 'settings.changed',
  payload: { list },
})
