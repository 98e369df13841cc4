import type { Flow, Texts } from '#contract/flow/flow.ts'

const both = (fr: string, en: string): Texts => ({ fr, en })

/** What Maison Tilleul asks before somebody looks at an order. */
export const ordersFlow: Flow = {
  languages: ['fr', 'en'],
  start: 'bienvenue',
  steps: [
    {
      id: 'bienvenue',
      name: 'Mot d’accueil',
      kind: 'message',
      text: both('Bonjour, bienvenue chez Maison Tilleul.', 'Hello, and welcome to Maison Tilleul.'),
      next: 'besoin',
    },
    {
      id: 'besoin',
      name: 'Besoin',
      kind: 'choice',
      text: both('Comment pouvons-nous vous aider\u00a0?', 'How can we help you?'),
      required: true,
      keepAs: { field: 'own', name: 'Besoin' },
      next: null,
      options: [
        { id: 'suivre', text: both('Suivre ma commande', 'Track my order'), next: 'numero' },
        { id: 'abime', text: both('Signaler un article abîmé', 'Report a damaged item'), next: 'photo' },
        { id: 'conseiller', text: both('Parler à un conseiller', 'Talk to an advisor'), next: 'conseiller' },
        { id: 'delais', text: both('Connaître les délais', 'Delivery times'), next: 'delais' },
      ],
    },
    {
      id: 'numero',
      name: 'Numéro de commande',
      kind: 'text',
      text: both('Quel est le numéro de votre commande\u00a0?', 'What is your order number?'),
      required: true,
      keepAs: { field: 'own', name: 'Commande' },
      minLength: null,
      maxLength: null,
      mask: 'MT-####',
      next: 'adresse',
    },
    {
      id: 'photo',
      name: 'Photo',
      kind: 'file',
      text: both('Avez-vous une photo de l’article\u00a0?', 'Do you have a photo of the item?'),
      required: false,
      keepAs: null,
      accepts: 'pictures',
      max: 3,
      next: 'numero',
    },
    {
      id: 'adresse',
      name: 'Adresse e-mail',
      kind: 'email',
      text: both('À quelle adresse pouvons-nous vous répondre\u00a0?', 'At which address can we answer you?'),
      required: true,
      keepAs: { field: 'email' },
      next: 'disponible',
    },
    {
      id: 'disponible',
      name: 'Disponibilité',
      kind: 'condition',
      test: { of: 'somebody-could', endId: 'conseiller' },
      yes: 'conseiller',
      no: 'formulaire',
    },
    {
      id: 'conseiller',
      name: 'Conseiller',
      kind: 'end',
      to: {
        kind: 'agent',
        languages: [],
        subAccountId: null,
        text: both(
          'Quelqu’un de l’équipe vous répond dans un instant.',
          'Somebody from the team will be with you shortly.',
        ),
      },
    },
    {
      id: 'formulaire',
      name: 'Formulaire',
      kind: 'end',
      to: {
        kind: 'form',
        fields: [
          { key: 'name', required: true },
          { key: 'message', required: true },
        ],
        text: both('Laissez-nous un mot, nous vous écrirons.', 'Leave us a word, and we will write to you.'),
      },
    },
    {
      id: 'delais',
      name: 'Délais',
      kind: 'end',
      to: {
        kind: 'words',
        text: both(
          'Comptez deux à quatre jours ouvrés, où que vous soyez.',
          'Allow two to four working days, wherever you are.',
        ),
      },
    },
  ],
}
