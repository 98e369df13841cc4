import type { Flow } from '#contract/flow/flow.ts'

/** As its author left it: a way that leads nowhere, and a step that nothing leads to. It was never published. */
export const unfinishedFlow: Flow = {
  languages: ['en', 'fr'],
  start: 'hello',
  steps: [
    {
      id: 'hello',
      name: 'Hello',
      kind: 'message',
      text: { en: 'Hello from Brighton.' },
      next: 'subject',
    },
    {
      id: 'subject',
      name: 'Subject',
      kind: 'choice',
      text: { en: 'What is it about?', fr: 'De quoi s’agit-il\u00a0?' },
      required: true,
      keepAs: null,
      options: [
        { id: 'order', text: { en: 'An order', fr: 'Une commande' }, next: 'number' },
        { id: 'delivery', text: { en: 'A delivery', fr: 'Une livraison' }, next: null },
      ],
      next: null,
    },
    {
      id: 'number',
      name: 'Order number',
      kind: 'text',
      text: { en: 'What is the number of your order?', fr: 'Quel est le numéro de votre commande\u00a0?' },
      required: true,
      keepAs: { field: 'own', name: 'Order' },
      minLength: null,
      maxLength: null,
      mask: null,
      next: 'counter',
    },
    {
      id: 'counter',
      name: 'The counter',
      kind: 'end',
      to: {
        kind: 'agent',
        languages: [],
        subAccountId: null,
        text: { en: 'Somebody is coming.', fr: 'Quelqu’un arrive.' },
      },
    },
    {
      id: 'hours',
      name: 'Opening hours',
      kind: 'end',
      to: { kind: 'words', text: { en: 'Monday to Saturday, 9 to 7.', fr: 'Du lundi au samedi, de 9 h à 19 h.' } },
    },
  ],
}
