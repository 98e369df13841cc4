import type { OrganisationId } from '#contract/ids.ts'

/** Where everything is kept that is fetched again when appointments or calendars change. */
export const appointmentsKey = (organisationId: OrganisationId) => ['appointments', organisationId] as const
