/** How a visitor is told in French that they may book; its shape is what every other language must fill. */
export const words = {
  book: 'Prendre rendez-vous',
  choose: 'Choisir un créneau',
  when: 'Choisissez un moment qui vous convient, même si personne n’est là maintenant.',
  failed: 'La prise de rendez-vous n’a pas pu être chargée. Réessayez.',
}

export type BookingOfferWords = typeof words
