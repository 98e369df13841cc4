import { levels } from './rating-levels.ts'

/** What the widget says in French in its menu, and once a conversation is closed; its shape is what every other language must fill. */
export const words = {
  language: 'Langue',
  sound: 'Son à l’arrivée d’un message',
  letter: 'Recevoir cet échange par e-mail',

  closing: 'Après la conversation',
  question: 'Comment s’est passé cet échange ?',
  levels,
  word: 'Un mot (facultatif)',
  send: 'Envoyer',
  thanks: 'Merci pour votre avis :',
  change: 'Changer',
  putAway: 'Masquer',

  letterTo: 'À quelle adresse e-mail ?',
  emailWrong: 'Indiquez votre adresse e-mail en entier.',
  leaves: (email: string) => `Le courrier part pour ${email}.`,
  waits: (email: string) =>
    `Le courrier pour ${email} attend : il partira dès que ce site pourra envoyer ses courriers.`,
  leave: 'Fermer ce formulaire',
  notSent: 'Cela n’a pas pu être envoyé. Réessayez.',
}

export type WidgetMoreWords = typeof words
