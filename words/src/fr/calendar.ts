import type { AppointmentPlace, AppointmentState, WhyNotFree } from '#contract/vocabulary.ts'
import { de, plural } from './grammar.ts'

const states: Record<AppointmentState, string> = {
  booked: 'Prévu',
  honoured: 'Honoré',
  missed: 'Manqué',
  cancelled: 'Annulé',
}

const places: Record<AppointmentPlace, string> = { 'on-site': 'Sur place', phone: 'Par téléphone', video: 'En visio' }

const why: Record<WhyNotFree, (agent: string) => string> = {
  inactive: (agent) => `${agent} est sans accès aux visiteurs.`,
  'no-module': (agent) => `${agent} n’a pas le module Rendez-vous.`,
  'sub-account': (agent) => `${agent} est d’un autre sous-compte.`,
  reason: (agent) => `${agent} ne reçoit pas pour ce motif.`,
  absent: (agent) => `${agent} est en absence à ce moment.`,
  holiday: () => 'C’est un jour férié.',
  closed: (agent) => `C’est en dehors des ouvertures ${de(agent)}.`,
  busy: (agent) => `L’autre agenda ${de(agent)} dit que ce moment est pris.`,
  taken: (agent) => `${agent} a déjà un rendez-vous à ce moment.`,
}

/** Rendez-vous: the calendar, and what is done with an appointment. */
export const calendar = {
  today: 'Aujourd’hui',
  view: 'Présentation',
  views: { day: 'Jour', week: 'Semaine', list: 'Liste' },
  back: { day: 'Jour précédent', week: 'Semaine précédente', list: 'Quatre semaines plus tôt' },
  on: { day: 'Jour suivant', week: 'Semaine suivante', list: 'Quatre semaines plus tard' },
  weekNumber: (number: number) => `Semaine ${number}`,
  book: 'Rendez-vous',
  bookLong: 'Prendre un rendez-vous',
  keys: {
    group: 'Rendez-vous',
    move: 'Déplacer le rendez-vous sélectionné',
  },
  counted: (count: number) =>
    plural(count, { zero: 'aucun rendez-vous', one: '# rendez-vous', other: '# rendez-vous' }),
  toReassign: (count: number) => plural(count, { one: '# à réaffecter', other: '# à réaffecter' }),
  needsOther: 'À réaffecter',
  needsOtherHint: 'Des rendez-vous à venir pendant une absence, ou chez quelqu’un sans accès aux visiteurs',
  openFirst: 'Ouvrir le premier',

  month: {
    title: 'Choisir un jour',
    back: 'Mois précédent',
    on: 'Mois suivant',
  },
  agents: {
    title: 'Agents',
    everybody: 'Tous',
    onlyMe: 'Moi',
    pick: 'Agenda',
    inactive: 'sans accès aux visiteurs',
    search: 'Chercher un agent',
    noneFound: 'Personne de ce nom',
  },
  legend: {
    title: 'Légende',
    open: 'Au moins une personne ouverte',
    closed: 'Fermé',
    absent: 'Absence',
    busy: 'Pris, selon un autre agenda',
    openings: 'Ouvertures, une par agent',
    zone: (zone: string) => `Heures de ${zone}`,
  },
  absent: (agent: string, label: string) => `Absence : ${agent}, ${label}`,
  absentUnlabelled: (agent: string) => `Absence : ${agent}`,
  busy: (agent: string) => `${agent} : pris, selon un autre agenda`,
  holiday: (name: string) => `Jour férié : ${name}`,
  awayMore: (count: number) => plural(count, { one: '# autre indisponible', other: '# autres indisponibles' }),
  now: 'Maintenant',
  noOpenings: {
    text: 'Aucune ouverture sur cette période : les visiteurs ne peuvent rien y réserver.',
  },
  nobody: {
    title: 'Aucun agenda choisi',
    text: 'Cochez au moins une personne pour voir ses rendez-vous.',
    act: 'Voir tout le monde',
  },
  empty: {
    title: 'Aucun rendez-vous sur cette période',
    text: 'Ceux que les visiteurs réservent arrivent ici d’eux-mêmes. Vous pouvez aussi en prendre un pour quelqu’un.',
  },
  noReasons: {
    title: 'Il n’y a encore aucun motif de rendez-vous',
    text: 'Un motif dit pour quoi on prend rendez-vous, combien de temps, et avec qui.',
    wait: 'Une personne qui règle les rendez-vous doit en créer un d’abord.',
    act: 'Voir les motifs',
  },

  /** The appointments of a visitor, beside their conversation. */
  beside: {
    title: 'Rendez-vous',
    none: 'Aucun rendez-vous pour l’instant.',
    earlier: 'Passés ou annulés',
    book: 'Prendre un rendez-vous',
  },
  see: 'Voir',

  states,
  places,
  facts: {
    words: 'Message',
    zoneOfVisitor: (time: string, zone: string) => `Chez le visiteur : ${time} (${zone})`,
    conversation: 'Voir la conversation',
    askedToMove: 'Un autre horaire lui a été demandé ; d’ici là, le rendez-vous tient.',
    cancelledByVisitor: 'Annulé par le visiteur',
    cancelledByAgent: 'Annulé par l’équipe',
    bookedByVisitor: 'Réservé en ligne',
    bookedByAgent: 'Pris par l’équipe',
  },
  gone: {
    title: 'Rendez-vous introuvable',
    text: 'Il n’existe pas, ou n’est pas de ceux que vous pouvez voir.',
  },
  acts: {
    move: 'Déplacer',
    reassign: 'Réaffecter',
    cancel: 'Annuler',
    askToMove: 'Demander un autre horaire',
    asked: (name: string) => `${name} reçoit un e-mail pour choisir un autre horaire`,
    outcome: 'Ce qu’il en est',
    outcomes: { booked: 'À noter', honoured: 'Honoré', missed: 'Manqué' },
  },
  failed: 'La demande n’a pas abouti. Rien n’a changé.',

  cancelling: {
    title: (name: string) => `Annuler le rendez-vous ${de(name)} ?`,
    told: (name: string) =>
      `${name} l’apprend par e-mail, avec le motif ci-dessous, et le créneau redevient libre. Un rendez-vous annulé ne se rétablit pas.`,
    untold: (name: string) =>
      `Ce rendez-vous est sans adresse e-mail : personne ne prévient ${name}. Le créneau redevient libre. Un rendez-vous annulé ne se rétablit pas.`,
    why: 'Motif de l’annulation',
    whyHint: 'Tel quel dans l’e-mail.',
    submit: 'Annuler le rendez-vous',
    keep: 'Le garder',
    done: (name: string) => `Rendez-vous ${de(name)} annulé`,
  },

  moving: {
    title: (name: string) => `Déplacer le rendez-vous ${de(name)}`,
    to: (when: string) => `Déplacer au ${when}`,
    hint: 'Flèches : un quart d’heure, un jour. Entrée déplace, Échap remet en place.',
    here: 'Déplacer ici',
    putBack: 'Remettre en place',
    anyway: 'Déplacer quand même',
    submit: 'Déplacer',
    was: (when: string) => `Prévu ${when}.`,
    told: (name: string) => `${name} l’apprendra par e-mail.`,
    done: (when: string) => `Déplacé au ${when}`,
    doneAndTold: (when: string, name: string) => `Déplacé au ${when}. ${name} l’apprend par e-mail.`,
    undone: (when: string) => `Remis au ${when}`,
    why,
    nearest: 'Libre au plus près :',
  },

  booking: {
    title: 'Prendre un rendez-vous',
    reason: 'Motif',
    needReason: 'Choisissez un motif.',
    agent: 'Avec',
    needAgent: 'Choisissez avec qui.',
    name: 'Nom de la personne',
    needName: 'Indiquez un nom.',
    email: 'E-mail',
    emailHint: 'Pour la confirmation, les rappels, et le lien pour déplacer ou annuler.',
    badEmail: 'Cette adresse est incomplète.',
    phone: 'Téléphone',
    needPhone: 'Indiquez le numéro à appeler.',
    words: 'Précisions',
    wordsHint: 'Pour la personne qui reçoit.',
    language: 'Langue des e-mails',
    submit: 'Prendre ce rendez-vous',
    anyway: 'Prendre quand même',
    minutes: (count: number) => `${count} min`,
    done: (name: string, when: string) => `Rendez-vous ${de(name)} pris, ${when}`,
  },

  times: {
    title: 'Quand',
    need: 'Choisissez un horaire.',
    free: 'Créneaux libres',
    other: 'Autre horaire',
    day: 'Jour',
    hour: 'Heure',
    back: 'Jours précédents',
    on: 'Jours suivants',
    noneOf: (agent: string) => `${agent} n’a aucun créneau libre ces jours-là.`,
    failed: 'Les créneaux n’ont pas pu être cherchés.',
  },
}

export type CalendarWords = typeof calendar
