import { plural } from './grammar.ts'

/** What a visitor reads in French who books, moves or cancels an appointment; its shape is what every other language must fill. */
export const words = {
  title: 'Prendre rendez-vous',
  back: 'Retour',
  leave: 'Fermer la prise de rendez-vous',
  retry: 'Réessayer',
  unreachable: 'Pas de réponse : vérifiez votre connexion, puis réessayez. Rien de ce que vous avez écrit n’est perdu.',
  offline: 'Vous êtes hors ligne.',

  own: 'Vos rendez-vous à venir',
  ownChange: 'Le lien reçu par e-mail permet de les déplacer ou de les annuler.',

  whatFor: 'Pour quel motif ?',
  minutes: (minutes: number) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
    if (hours === 0) return plural(minutes, { one: '# minute', other: '# minutes' })
    return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`
  },
  place: { 'on-site': 'sur place', phone: 'par téléphone', video: 'en visio' },
  noReason: 'On ne peut pas prendre rendez-vous ici pour l’instant.',

  when: 'Quel moment vous convient ?',
  withWhom: 'Avec qui ?',
  anybody: 'Peu importe',
  zone: (name: string) => `Horaires : ${name}`,
  earlier: 'Semaine précédente',
  later: 'Semaine suivante',
  looking: 'Recherche des créneaux…',
  slotsFailed: 'Les créneaux n’ont pas pu être chargés.',
  free: (month: string, count: number) => `${month}, ${plural(count, { one: '# créneau', other: '# créneaux' })}`,
  none: (month: string) => `${month}, aucun créneau`,
  timesOf: (day: string) => `Créneaux du ${day}`,
  noneThisWeek: 'Aucun créneau libre cette semaine.',
  nextFree: (day: string) => `Prochain créneau : ${day}`,
  noneTheseWeeks: 'Aucun créneau libre dans ces semaines.',
  laterWeeks: (month: string) => `Voir ${month}`,

  who: 'Vos coordonnées',
  change: 'Changer de moment',
  name: 'Votre nom',
  email: 'Votre adresse e-mail',
  phone: 'Votre numéro de téléphone',
  words: 'Un mot pour nous (facultatif)',
  wrong: {
    name: 'Indiquez votre nom.',
    email: 'Indiquez votre adresse e-mail en entier : la confirmation y est envoyée.',
    phone: 'Indiquez le numéro auquel vous appeler.',
    words: 'Ce texte ne peut pas être envoyé tel quel.',
  },
  confirm: 'Confirmer le rendez-vous',
  taken: 'Ce créneau vient d’être pris. Rien de ce que vous avez écrit n’est perdu.',
  nearest: 'Les créneaux libres les plus proches',
  choose: 'Choisissez un moment.',
  allTimes: 'Voir tous les créneaux',

  booked: 'C’est réservé',
  letterLeaves: (email: string) => `Une confirmation part pour ${email}, avec un lien pour déplacer ou annuler.`,
  file: 'Ajouter à mon agenda',
  fileName: 'rendez-vous.ics',
  another: 'Prendre un autre rendez-vous',

  what: 'Motif',
  at: 'Quand',
  with: 'Avec',
  where: { 'on-site': 'Où', phone: 'Comment', video: 'Lien' },
  byPhone: 'Nous vous appelons',
  videoLater: 'Le lien vous sera envoyé',

  yours: 'Votre rendez-vous',
  loading: 'Chargement…',
  failed: 'La page n’a pas pu être chargée.',
  cancelledState: 'Ce rendez-vous est annulé.',
  overState: 'Ce rendez-vous est passé.',
  askedToMove: (organisation: string) => `${organisation} vous demande de choisir un autre moment.`,
  move: 'Déplacer',
  moveTo: 'Choisissez un autre moment',
  confirmMove: 'Déplacer le rendez-vous',
  instead: (day: string) => `Au lieu de : ${day}`,
  moved: 'Votre rendez-vous est déplacé. Une confirmation part par e-mail.',
  cancel: 'Annuler le rendez-vous',
  cancelAsk: 'Annuler ce rendez-vous ?',
  cancelMeans: 'Le créneau sera proposé à d’autres, et une confirmation vous est envoyée par e-mail.',
  why: 'Pourquoi ? (facultatif)',
  keep: 'Garder le rendez-vous',
  cancelled: 'Votre rendez-vous est annulé.',

  noScript: 'Cette page a besoin de JavaScript pour vous montrer les créneaux.',
}

export type BookingWords = typeof words
