import type { WhyNotFree } from '#contract/vocabulary.ts'
import { de, plural } from './grammar.ts'

const why: Record<WhyNotFree | 'changed', string> = {
  inactive: 'inactif',
  'no-module': 'sans le module Rendez-vous',
  'sub-account': 'd’un autre sous-compte',
  reason: 'ne reçoit pas pour ce motif',
  absent: 'absence',
  holiday: 'jour férié',
  closed: 'fermé',
  busy: 'occupé ailleurs',
  taken: 'déjà pris',
  changed: 'vient de changer',
}

/** Giving somebody's appointments to others; the guard before they go. */
export const reassigning = {
  title: (name: string, count: number) =>
    plural(count, {
      zero: `${name} n’a plus de rendez-vous à venir`,
      one: `${name} a 1 rendez-vous à venir`,
      other: `${name} a # rendez-vous à venir`,
    }),
  ownTitle: (count: number) =>
    plural(count, {
      zero: 'Vous n’avez plus de rendez-vous à venir',
      one: 'Vous avez 1 rendez-vous à venir',
      other: 'Vous avez # rendez-vous à venir',
    }),
  looking: 'Recherche de qui est libre…',
  text: {
    removal: 'Réaffectez-les avant de supprimer cette personne. Chaque visiteur sera prévenu par e-mail.',
    leaving: 'Réaffectez-les avant de partir. Chaque visiteur sera prévenu par e-mail.',
    deactivation:
      'Une fois désactivée, cette personne ne recevra plus aucun visiteur. Chaque visiteur sera prévenu par e-mail.',
    none: 'L’heure ne change pas. Chaque visiteur sera prévenu par e-mail.',
  },
  footer: {
    removal: 'La suppression sera possible quand la liste sera vide.',
    leaving: 'Vous pourrez partir quand la liste sera vide.',
    deactivation: 'Vous pourrez désactiver sans rien laisser quand la liste sera vide.',
    none: 'Rien ne change avant que vous ne confirmiez.',
  },
  columns: { date: 'Date', reason: 'Motif', to: 'Réaffecter à' },
  list: 'Rendez-vous à réaffecter',
  toFor: (who: string) => `Réaffecter à, pour ${who}`,
  act: 'Réaffecter',
  actFor: (who: string) => `Réaffecter le rendez-vous ${de(who)}`,
  all: 'Tous à',
  spread: 'Qui est libre et en a le moins',
  possible: (count: number) =>
    plural(count, { zero: 'Réaffecter', one: 'Réaffecter le seul possible', other: 'Réaffecter les # possibles' }),
  every: (count: number) => plural(count, { one: 'Réaffecter', other: 'Réaffecter les #' }),
  done: (count: number) => plural(count, { one: '# rendez-vous réaffecté', other: '# rendez-vous réaffectés' }),
  nobody: 'Personne n’est libre',
  nobodyKnown: 'Il n’y a personne d’autre à qui le confier.',
  whyOf: (name: string, reasons: string) => `${name} : ${reasons}`,
  others: (count: number) => plural(count, { one: 'et # autre', other: 'et # autres' }),
  why,
  notPlaced: (reasons: string) => `Pas possible : ${reasons}`,
  other: {
    menu: (who: string) => `Autrement, pour le rendez-vous ${de(who)}`,
    label: 'Autrement',
    ask: 'Proposer d’autres horaires',
    askHint: 'Par e-mail ; le rendez-vous reste prévu d’ici là.',
    askImpossible: 'Il n’y a pas d’adresse e-mail.',
    asked: (who: string) => `${who} a reçu un e-mail pour choisir un autre horaire`,
    /** Before how long ago. */
    askedAt: 'Autres horaires proposés',
    cancel: 'Annuler ce rendez-vous…',
    cancelTitle: (who: string) => `Annuler le rendez-vous ${de(who)} ?`,
    cancelText: 'Le visiteur est prévenu, avec ce que vous écrivez ici. Un rendez-vous annulé ne revient pas.',
    why: 'Pourquoi',
    cancelConfirm: 'Annuler le rendez-vous',
    cancelled: (who: string) => `Rendez-vous ${de(who)} annulé`,
  },
  blocked: {
    notYours: 'Vous ne pouvez pas les réaffecter vous-même : demandez-le à qui dirige les rendez-vous.',
    unseen: 'Certains ne sont pas à votre portée : demandez à qui dirige les rendez-vous de les réaffecter.',
    more: (count: number) => plural(count, { one: 'et # autre', other: 'et # autres' }),
  },
  deactivation: {
    text: (count: number) =>
      plural(count, {
        one: '# rendez-vous à venir reste à son nom, et plus personne ne peut en prendre avec cette personne.',
        other: '# rendez-vous à venir restent à son nom, et plus personne ne peut en prendre avec cette personne.',
      }),
    first: 'Réaffecter d’abord…',
  },
}

export type ReassigningWords = typeof reassigning
