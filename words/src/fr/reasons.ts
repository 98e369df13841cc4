import type { AppointmentPlace } from '#contract/vocabulary.ts'
import { plural } from './grammar.ts'

/** How long something lasts, as people say it: `45 min`, `1 h 30`, `2 jours`. */
const lasts = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (minutes > 0 && minutes % 1_440 === 0) return plural(minutes / 1_440, { one: '# jour', other: '# jours' })
  if (hours === 0) return `${minutes} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`
}

const around = (before: number, after: number): string => {
  if (before === 0) return `${lasts(after)} après`
  return after === 0 ? `${lasts(before)} avant` : `${lasts(before)} avant, ${lasts(after)} après`
}

const places: Record<AppointmentPlace, { label: string; hint: string }> = {
  'on-site': { label: 'Sur place', hint: 'À l’adresse que vous indiquez.' },
  phone: { label: 'Par téléphone', hint: 'Le visiteur donne son numéro ; vous l’appelez.' },
  video: { label: 'En visio', hint: 'Par un lien, donné une fois le rendez-vous pris.' },
}

/** Rendez-vous → Motifs: what visitors may book. */
export const reasons = {
  title: 'Motifs de rendez-vous',
  text: 'Ce pour quoi on prend rendez-vous : combien de temps, où, et avec qui. Un créneau n’est proposé que dans les ouvertures de ceux qui reçoivent.',
  add: 'Ajouter un motif',
  /** Of the page of appointments. */
  tabs: { label: 'Rendez-vous', calendar: 'Calendrier', reasons: 'Motifs' },
  lasts,
  columns: { name: 'Motif', lasts: 'Durée', place: 'Lieu', takers: 'Qui reçoit', languages: 'Langues' },
  archivedGroup: { title: 'Archivés', text: 'Plus personne ne peut les réserver ; les rendez-vous déjà pris restent.' },
  everybody: 'Tout le sous-compte',
  others: (count: number) => plural(count, { one: 'et # autre', other: 'et # autres' }),
  nobodyLeft: 'Plus personne',
  free: (before: number, after: number) => `${around(before, after)} gardés libres`,
  empty: {
    title: 'Aucun motif pour l’instant',
    text: 'Un premier conseil, une visite, un retrait : ajoutez ce pour quoi vos visiteurs prennent rendez-vous.',
    nobody: 'Rien n’est encore proposé à la réservation.',
  },
  edit: 'Modifier',
  archive: 'Archiver',
  restore: 'Proposer à nouveau',
  saved: (name: string) => `Motif « ${name} » enregistré`,
  archived: (name: string) => `Motif « ${name} » archivé`,
  restored: (name: string) => `Motif « ${name} » proposé à nouveau`,
  form: {
    addTitle: 'Ajouter un motif',
    editTitle: (name: string) => `Modifier « ${name} »`,
    submit: 'Enregistrer',
    subAccount: 'Sous-compte',
    name: 'Nom',
    nameHint: 'Pour l’équipe : dans le calendrier et les listes.',
    needName: 'Donnez un nom à ce motif.',
    colour: 'Couleur dans le calendrier',
    colours: ['Vert', 'Bleu', 'Ambre', 'Violet', 'Terre cuite', 'Rose', 'Turquoise', 'Gris'] as readonly string[],
    otherColour: 'Une autre couleur',
    texts: {
      title: 'Ce que lisent les visiteurs',
      languages: 'Langues du motif',
      label: 'Titre',
      description: 'Description',
      need: (language: string) => `Écrivez le titre en ${language}.`,
      first: 'Lu aussi par ceux dont la langue n’est pas là.',
      makeFirst: 'Mettre en premier',
      remove: 'Retirer cette langue',
      add: 'Ajouter une langue',
      byDefault: 'par défaut',
    },
    place: 'Lieu',
    places,
    placeDetail: { 'on-site': 'Adresse', video: 'Lien de la visio', phone: '' } satisfies Record<
      AppointmentPlace,
      string
    >,
    placeDetailHint: {
      'on-site': 'Elle est dans la confirmation et dans l’agenda du visiteur.',
      video: 'Une adresse en https:// ; elle n’est montrée qu’une fois le rendez-vous pris.',
      phone: '',
    } satisfies Record<AppointmentPlace, string>,
    needAddress: 'Indiquez où a lieu le rendez-vous.',
    needLink: 'Indiquez un lien complet, qui commence par https://.',
    time: 'Temps',
    minutes: 'Durée, en minutes',
    everyMinutes: 'Un début toutes les … minutes',
    everyHint: (example: string) => `Par exemple : ${example}…`,
    beforeMinutes: 'Libre avant, en minutes',
    afterMinutes: 'Libre après, en minutes',
    bufferHint: 'Le temps de se préparer, de ranger ou de faire la route : rien d’autre n’y est pris.',
    fewer: 'Moins',
    more: 'Plus',
    needNumber: (least: number, most: number) => `Un nombre entier, de ${least} à ${most}.`,
    booking: 'Quand on réserve',
    notice: 'Au plus tard',
    noticeUnit: 'Unité',
    units: { minutes: 'minutes avant', hours: 'heures avant', days: 'jours avant' },
    aheadDays: 'Au plus tôt, en jours à l’avance',
    bookingHint: 'Ces deux limites sont pour les visiteurs : l’équipe peut réserver sans elles.',
    reminders: 'Rappels par e-mail au visiteur',
    reminder: (minutes: number) => `${lasts(minutes)} avant`,
    remindersMost: (most: number) => `${most} au plus.`,
    takers: 'Qui reçoit',
    takersAll: { label: 'Tout le sous-compte', hint: 'Qui a le module Rendez-vous, aujourd’hui et plus tard.' },
    takersSome: { label: 'Des personnes choisies', hint: 'Elles seules, même si d’autres arrivent.' },
    takersNone: 'Personne ici n’a encore le module Rendez-vous.',
    needTaker: 'Choisissez au moins une personne.',
    visitorsChoose: 'Les visiteurs peuvent choisir avec qui',
    visitorsChooseHint: 'Sinon le rendez-vous va à la personne libre qui en a le moins.',
    changedMeanwhile: {
      text: 'Quelqu’un vient de modifier ce motif. Ce que vous avez écrit reste ici tant que vous ne chargez pas sa version.',
      reload: 'Voir sa version',
    },
  },
}

export type ReasonWords = typeof reasons
