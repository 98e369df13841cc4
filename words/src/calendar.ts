import type { Locale } from '#contract/vocabulary.ts'
import { calendar as en } from './en/calendar.ts'
import { type CalendarWords, calendar as fr } from './fr/calendar.ts'

export type { CalendarWords }

// Comes with the page of the calendar, and not with the first words of the console: two small files in one.

export const calendarWords = (locale: Locale): CalendarWords => (locale === 'fr' ? fr : en)
