/** How a visitor is told in French that they may book; its shape is what every other language must fill. */
export const words = {
  book: 'Prendre rendez-vous',
  when: 'Choisissez un moment qui vous convient, même si personne n’est là maintenant.',
  failed: 'Le chargement a échoué. Réessayez.',
}

export type BookingOfferWords = typeof words
