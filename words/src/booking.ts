import { words as en } from './en/booking.ts'
import { type BookingWords, words as fr } from './fr/booking.ts'
import type { Locale } from './locale.ts'

export type { BookingWords }

/** What a visitor reads who books, moves or cancels an appointment, in every language: fetched with the part that shows it. */
export const bookingWords: Record<Locale, BookingWords> = { fr, en }
