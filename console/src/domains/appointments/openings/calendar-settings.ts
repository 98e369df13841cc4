import type { CalendarForAgent } from '#contract/appointments/openings.ts'
import type { BodyOf } from '#contract/routes.ts'

/** How an agent keeps time, as the form holds it. */
export interface SettingsDraft extends Record<string, unknown> {
  zone: string
  /** A place, or `noHolidays`. */
  holidays: string
  /** Empty: none. */
  outsideUrl: string
}

/** A choice like others in the list. */
export const noHolidays = 'none'

export const settingsDraft = ({ zone, holidays, outsideUrl }: CalendarForAgent): SettingsDraft => ({
  zone,
  holidays: holidays ?? noHolidays,
  outsideUrl: outsideUrl ?? '',
})

/** What is sent: the address outside is its owner's alone. */
export const changeOf = (
  { zone, holidays, outsideUrl }: SettingsDraft,
  { began, isOwn }: { began: CalendarForAgent; isOwn: boolean },
): BodyOf<'PUT /organisations/:organisationId/agents/:agentId/calendar'> => ({
  zone,
  holidays: holidays === noHolidays ? null : holidays,
  ...(isOwn && { outsideUrl: outsideUrl.trim() === '' ? null : asHttps(outsideUrl.trim()) }),
  version: began.version,
})

/** What calendars call their addresses (webcal://) is read over https. */
const asHttps = (address: string): string => address.replace(/^webcals?:\/\//i, 'https://')

export const isAddress = (text: string): boolean =>
  /^https?:\/\/\S+$/i.test(asHttps(text.trim())) && URL.canParse(asHttps(text.trim()))
