import type { AgentEvent } from '#contract/events.ts'
import type { OrganisationId } from '#contract/ids.ts'

export type SettingsList = Extract<AgentEvent, { type: 'settings.changed' }>['list']

/**
 * Where a list of the settings is kept. A page that fetches under this key is fetched again by itself when somebody
 * changes the list: `useQuery({ queryKey: settingsKey(organisationId, 'agents'), … })`.
 */
export const settingsKey = (organisationId: OrganisationId, list: SettingsList) =>
  ['settings', organisationId, list] as const
