/** What a conversation began with. */
export const answers = {
  title: 'Réponses',
  fields: 'Champs',
  phone: 'Téléphone',
}
