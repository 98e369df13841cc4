import { list } from '../grammar.ts'

/** L’anglais, le néerlandais. */
const le = (language: string) => (/^[aeiouhéèêâîô]/i.test(language) ? `l’${language}` : `le ${language}`)

/** Handing out what waits: offers, reasons, and the settings of a channel. */
export const routing = {
  /** On the card of whoever is asked, before how long they have left. */
  offered: 'Pour vous, encore',
  take: 'Prendre',
  pass: 'Passer',
  takeFrom: (name: string) => `Prendre la conversation avec ${name}`,
  passOn: (name: string) => `Passer la conversation avec ${name}`,
  announced: (name: string) => `Une conversation vous est proposée : ${name}`,
  offeredHere: 'Cette conversation vous est proposée. Sans réponse de votre part, elle ira à quelqu’un d’autre dans',
  blocked: {
    'nobody-active': () => 'Personne n’est actif ici',
    language: (language: string) => `Personne n’accepte ${le(language)}`,
    questionnaire: () => 'Personne ne conseille ce questionnaire',
    'all-away': () => 'Personne n’est disponible',
    'all-full': () => 'Toutes les limites sont atteintes',
  },
  why: {
    title: 'Répartition',
    mode: 'Mode',
    offeredTo: 'Proposée à',
    /** Who would get it, were it decided now. */
    next: 'Et maintenant ?',
    somebody: 'quelqu’un d’autre',
    byHand: (names: readonly string[]) =>
      names.length === 0 ? 'À prendre à la main' : `À prendre à la main, par ${list(names)}`,
    waits: 'Tout le monde a eu la proposition : le tour va reprendre',
    people: (count: number) => `Qui peut la prendre, et qui non (${count})`,
    could: 'peut la prendre',
    not: {
      inactive: 'sans accès aux visiteurs',
      'no-module': 'sans le module Conversations',
      'sub-account': 'dans un autre sous-compte',
      language: 'n’accepte pas cette langue',
      questionnaire: 'ne conseille pas ce questionnaire',
      offline: 'hors ligne',
      away: 'en pause',
      full: 'a atteint sa limite',
      asked: 'a déjà eu la proposition',
      later: 'son tour vient après',
      busier: 'a plus à faire',
    },
    decisions: 'Ce qui a été décidé',
    offer: (name: string) => `Proposée à ${name}`,
    rests: 'Tout le monde a eu la proposition',
    toHand: 'Laissée à qui veut la prendre',
    cause: {
      waiting: null,
      passed: 'après un refus',
      expired: 'sans réponse à temps',
      withdrawn: 'qui l’avait n’était plus là',
    },
    failed: 'La répartition n’a pas pu être chargée.',
  },
  mode: {
    'by-hand': 'À la main',
    'round-robin': 'À tour de rôle',
    'least-busy': 'Au moins chargé',
  },
  channel: {
    title: 'Répartition',
    text: 'Comment une conversation en attente trouve quelqu’un. Chaque personne qui peut la prendre peut toujours le faire à la main.',
    label: 'Mode',
    hint: {
      'by-hand': 'Elle attend dans la liste ; qui veut la prend.',
      'round-robin': 'Proposée à une personne à la fois, chacune son tour.',
      'least-busy': 'Proposée d’abord à qui a le moins de conversations en main.',
    },
    seconds: 'Temps pour répondre, en secondes',
    secondsHint: 'Ensuite, elle est proposée à la personne suivante. De 15 à 600.',
    secondsWrong: 'Indiquez un nombre de 15 à 600.',
    fewer: 'Moins de temps',
    more: 'Plus de temps',
    save: 'Enregistrer la répartition',
    saved: 'Répartition enregistrée',
  },
}

export type RoutingWords = typeof routing
