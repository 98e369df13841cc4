/** What a conversation began with. */
export const answers = {
  title: 'Réponses',
  fields: 'Champs',
  phone: 'Téléphone',
  /** On a card, where there are no words yet. */
  answered: 'A répondu au questionnaire',
}
