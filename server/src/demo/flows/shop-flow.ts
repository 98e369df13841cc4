import type { Flow, Texts } from '#contract/flow/flow.ts'
import type { SubAccountId } from '#contract/ids.ts'

interface Shop {
  house: string
  /** What the number of an order looks like. */
  orderMask: string
  /** Where orders go; null: to the channel's own sub-account. */
  ordersTo: SubAccountId | null
}

export const both = (fr: string, en: string): Texts => ({ fr, en })

/** What a shop of teas asks, in both languages: advice from an agent, an order by its number, a form, or words. Tests ask it too. */
export const shopFlow = ({ house, orderMask, ordersTo }: Shop): Flow => ({
  languages: ['fr', 'en'],
  start: 'hello',
  steps: [
    {
      id: 'hello',
      name: 'Accueil',
      kind: 'message',
      text: both(`Bonjour, bienvenue chez ${house}.`, `Hello, welcome to ${house}.`),
      next: 'need',
    },
    {
      id: 'need',
      name: 'Besoin',
      kind: 'choice',
      text: both('Comment pouvons-nous vous aider\u00a0?', 'How can we help you?'),
      required: true,
      keepAs: { field: 'own', name: 'Besoin' },
      next: null,
      options: [
        { id: 'advisor', text: both('Parler à un conseiller', 'Talk to an advisor'), next: 'advisor' },
        { id: 'order', text: both('Suivre ma commande', 'Track my order'), next: 'number' },
        { id: 'write', text: both('Laisser un message', 'Leave a message'), next: 'form' },
        { id: 'hours', text: both('Connaître les horaires', 'Opening hours'), next: 'hours' },
      ],
    },
    {
      id: 'number',
      name: 'Numéro',
      kind: 'text',
      text: both('Quel est le numéro de votre commande\u00a0?', 'What is the number of your order?'),
      required: true,
      keepAs: { field: 'own', name: 'Commande' },
      minLength: null,
      maxLength: null,
      mask: orderMask,
      next: 'email',
    },
    {
      id: 'email',
      name: 'Adresse',
      kind: 'email',
      text: both('À quelle adresse vous répondre\u00a0?', 'At which address can we answer you?'),
      required: false,
      keepAs: { field: 'email' },
      next: 'orders',
    },
    {
      id: 'orders',
      name: 'Commandes',
      kind: 'end',
      to: {
        kind: 'agent',
        languages: [],
        subAccountId: ordersTo,
        text: both('Nous regardons votre commande.', 'We are looking at your order.'),
      },
    },
    {
      id: 'advisor',
      name: 'Conseiller',
      kind: 'end',
      to: { kind: 'agent', languages: [], subAccountId: null, text: both('Quelqu’un arrive.', 'Somebody is coming.') },
    },
    {
      id: 'form',
      name: 'Formulaire',
      kind: 'end',
      to: {
        kind: 'form',
        fields: [
          { key: 'name', required: true },
          { key: 'email', required: true },
          { key: 'message', required: true },
        ],
        text: both('Écrivez-nous.', 'Write to us.'),
      },
    },
    {
      id: 'hours',
      name: 'Horaires',
      kind: 'end',
      to: { kind: 'words', text: both('Du lundi au samedi, de 10 h à 19 h.', 'Monday to Saturday, 10 a.m. to 7 p.m.') },
    },
  ],
})
