import { words as en } from './en/booking-offer.ts'
import { type BookingOfferWords, words as fr } from './fr/booking-offer.ts'
import type { Locale } from './locale.ts'

export type { BookingOfferWords }

/** How a visitor is told that they may book, in every language: fetched with the part that offers it. */
export const bookingOfferWords: Record<Locale, BookingOfferWords> = { fr, en }
