import { plural } from './grammar.ts'

const noLonger = (name: string | null) =>
  `${name ?? 'Votre interlocuteur'} ne peut plus répondre : quelqu’un d’autre va le faire`

const takesOver = (name: string | null) => `${name ?? 'Quelqu’un d’autre'} prend le relais`

const byColleague = () => 'Quelqu’un de l’équipe va vous répondre'

const rendezVous = (what: string) => (name: string | null, when: string) =>
  `Rendez-vous ${what} : ${when}, avec ${name}`

const par = (name: string | null) => (name === null ? '' : ` par ${name}`)

/** What the widget says in French; its shape is what every other language must fill. */
export const words = {
  panel: 'Messagerie',
  open: 'Ouvrir la messagerie',
  openUnread: (count: number) =>
    plural(count, {
      one: 'Ouvrir la messagerie, # message non lu',
      other: 'Ouvrir la messagerie, # messages non lus',
    }),
  close: 'Fermer la messagerie',
  menu: 'Réglages',

  welcome: (organisation: string) => `Bonjour, bienvenue chez ${organisation}`,
  greeting: 'Comment pouvons-nous vous aider ?',
  teamHere: 'Nous sommes là pour vous répondre',
  teamAway: 'Écrivez-nous, nous vous répondrons dès que possible',
  pending: 'Nous allons vous répondre',
  closedNow: 'Fermé pour l’instant',
  opensAgain: (moment: string) => `Fermé pour l’instant, de retour ${moment}`,
  moment: {
    today: (time: string) => `aujourd’hui à ${time}`,
    tomorrow: (time: string) => `demain à ${time}`,
    other: (day: string, time: string) => `${day} à ${time}`,
  },
  away: 'Personne n’est là pour l’instant. Laissez-nous un message et votre adresse e-mail, nous vous répondrons.',
  email: 'Votre adresse e-mail',
  emailOptional: 'Votre adresse e-mail (facultatif)',
  emailWrong: 'Indiquez votre adresse e-mail complète, pour que nous puissions vous répondre.',
  paused: 'On ne peut plus écrire ici pour l’instant. Ce qui a été dit reste là.',
  before: (count: number) =>
    count === 0
      ? 'C’est bientôt à vous'
      : plural(count, { one: '# personne avant vous', other: '# personnes avant vous' }),
  estimate: (minutes: number) => `environ ${minutes} min`,
  answering: 'Vous répond ici',
  closed: 'Conversation fermée',

  log: 'Messages',
  you: 'Vous',
  today: 'Aujourd’hui',
  yesterday: 'Hier',
  notice: {
    'picked-up': (name: string | null) => `Conversation prise en charge${par(name)}`,
    closed: (name: string | null) => `Conversation fermée${par(name)}`,
    reopened: (name: string | null) => `Conversation rouverte${par(name)}`,
    deactivated: noLonger,
    left: noLonger,
    'out-of-reach': noLonger,
    gone: noLonger,
    away: (name: string | null) =>
      `${name ?? 'Votre interlocuteur'} a dû s’absenter : quelqu’un d’autre va vous répondre`,
    'handed-over': takesOver,
    transferred: takesOver,
    moved: byColleague,
    'given-back': byColleague,
    'transcript-sent': (to: string | null) => `Échange envoyé à ${to}`,
    'appointment-booked': rendezVous('pris'),
    'appointment-moved': rendezVous('déplacé'),
    'appointment-cancelled': rendezVous('annulé'),
    'appointment-reassigned': rendezVous('confié à quelqu’un d’autre'),
  },
  deleted: 'Message supprimé',
  edited: 'modifié',
  typing: (name: string) => `${name} écrit…`,
  says: (name: string, text: string) => `${name} : ${text}`,
  newMessages: (count: number) => plural(count, { one: '# nouveau message', other: '# nouveaux messages' }),
  putAway: 'Masquer ce message',
  toEnd: 'Aller au dernier message',
  loading: 'Chargement de la conversation…',
  questionsFailed: 'Les questions n’ont pas pu être chargées.',
  loadingOlder: 'Chargement des messages plus anciens…',
  olderFailed: 'Les messages plus anciens n’ont pas pu être chargés.',

  emoji: 'Émojis',
  composer: 'Votre message',
  firstPlaceholder: 'Écrivez votre question…',
  placeholder: 'Votre message…',
  againPlaceholder: 'Une autre question ?',
  send: 'Envoyer',
  attach: 'Joindre un fichier',
  attachFailed: 'Le fichier n’a pas pu être joint. Réessayez.',
  files: (count: number, first: string) => (count > 1 ? `${count} fichiers : ${first}…` : `Fichier : ${first}`),
  left: (count: number) => plural(count, { one: '# caractère restant', other: '# caractères restants' }),
  tooLong: (count: number) => plural(count, { one: '# caractère de trop', other: '# caractères de trop' }),

  sending: 'Envoi…',
  sent: 'Envoyé',
  seen: 'Vu',
  waiting: (count: number) =>
    plural(count, {
      one: 'Hors ligne, sera envoyé à votre retour',
      other: 'Hors ligne, # messages seront envoyés à votre retour',
    }),
  notSent: 'Non envoyé',
  retry: 'Réessayer',
  copy: 'Copier',
  takeBack: 'Modifier',
  discard: 'Supprimer',

  offline: 'Vous êtes hors ligne. Ce que vous écrivez partira à votre retour.',
  notKept: 'Votre navigateur ne garde rien : laissez cette page ouverte jusqu’à l’envoi.',
  outdated: 'La messagerie a été mise à jour.',
  reload: 'Recharger la page',
  ended: 'La messagerie n’est plus disponible sur cette page.',
}

export type WidgetWords = typeof words
