/** A day of the reader's calendar as it stands in an address, `2026-11-22`; what is none is left out. */
export const dayOf = (raw: unknown): string | undefined =>
  typeof raw === 'string' && /^\d{4}-\d\d-\d\d$/.test(raw) && !Number.isNaN(Date.parse(raw)) ? raw : undefined

/** Midnight, so many days later; the calendar's days, of which two a year have not 24 hours. */
export function startOf(day: string, later = 0): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + later)
}
