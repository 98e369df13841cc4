import type { BookingOfferWords } from '../fr/booking-offer.ts'

/** How a visitor is told in English that they may book. */
export const words: BookingOfferWords = {
  book: 'Book an appointment',
  when: 'Choose a time that suits you, even if nobody is here now.',
  failed: 'Loading failed. Try again.',
}
