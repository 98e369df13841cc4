import type { CalendarForAgent } from '#contract/appointments/openings.ts'
import { list, plural } from './grammar.ts'

const ordinals: Record<number, string> = {
  1: 'premier',
  2: 'deuxième',
  3: 'troisième',
  4: 'quatrième',
  5: 'cinquième',
  [-1]: 'dernier',
}

const faults: Record<NonNullable<CalendarForAgent['outside']['fault']>, string> = {
  unreachable: 'Cette adresse ne répond pas.',
  'too-slow': 'Cette adresse met trop de temps à répondre.',
  'too-large': 'Cet agenda est trop volumineux pour être lu.',
  'not-a-calendar': 'Ce qui se trouve à cette adresse n’est pas un agenda.',
  'private-address': 'Cette adresse est celle d’un réseau privé : elle ne peut pas être lue d’ici.',
}

const weeks = (every: number) => plural(every, { one: 'chaque semaine', other: 'toutes les # semaines' })
const months = (every: number) => plural(every, { one: 'chaque mois', other: 'tous les # mois' })
const theDay = (day: number): string => (day === 1 ? 'le 1er' : `le ${day}`)
/** -1: the last. */
const dayOfMonth = (day: number): string => (day === -1 ? 'le dernier jour' : theDay(day))

/** Rendez-vous → Ouvertures: when somebody receives. */
export const openings = {
  title: 'Ouvertures et absences',
  of: 'Agenda',
  addOpening: 'Ajouter une ouverture',
  addAbsence: 'Ajouter une absence',
  tabs: { week: 'Semaine', settings: 'Réglages' },
  label: 'Ouvertures',
  readOnly: 'Vous pouvez regarder cet agenda, pas le modifier.',
  zone: (zone: string) => `Heures de ${zone}`,
  week: {
    earlier: 'Semaine précédente',
    later: 'Semaine suivante',
    today: 'Cette semaine',
    range: (from: string, to: string) => `${from} – ${to}`,
    addOn: (day: string) => `Ajouter une ouverture le ${day}`,
    open: (day: string, from: string, to: string) => `${day}, ouvert de ${from} à ${to}`,
    absent: (day: string, label: string) => (label === '' ? `${day}, absence` : `${day}, absence : ${label}`),
    absence: 'Absence',
    busy: 'Occupé ailleurs',
    closed: 'Fermé',
    legend: { opening: 'Ouvert', absence: 'Absence', holiday: 'Jour férié', busy: 'Occupé dans l’autre agenda' },
    change: 'Modifier…',
    closeOnce: 'Fermer seulement ce jour-là',
    remove: 'Supprimer',
    removeAll: 'Supprimer, avec toutes ses répétitions',
  },
  lists: {
    openings: 'Ouvertures',
    absences: 'Absences',
    noOpenings:
      'Aucune ouverture : personne ne peut prendre rendez-vous ici. Ajoutez par exemple « chaque semaine, du lundi au vendredi ».',
    noAbsences: 'Aucune absence prévue.',
    change: (what: string) => `Modifier : ${what}`,
    remove: (what: string) => `Supprimer : ${what}`,
  },
  saved: { opening: 'Ouverture enregistrée', absence: 'Absence enregistrée' },
  removed: { opening: 'Ouverture supprimée', absence: 'Absence supprimée' },
  booked: (count: number) =>
    plural(count, {
      one: 'Un rendez-vous est déjà pris dans cette absence. Il reste prévu : déplacez-le ou confiez-le à quelqu’un d’autre.',
      other:
        '# rendez-vous sont déjà pris dans cette absence. Ils restent prévus : déplacez-les ou confiez-les à d’autres.',
    }),
  reassign: 'Réaffecter',
  say: {
    /** What happens, then the hours. */
    sentence: (when: string, hours: string) => `${when}, ${hours}`,
    hours: (from: string, to: string) => `de ${from} à ${to}`,
    hoursNextDay: (from: string, to: string) => `de ${from} à ${to} le lendemain`,
    wholeDay: 'toute la journée',
    on: (date: string) => `le ${date}`,
    span: (from: string, to: string) => `du ${from} au ${to}`,
    spanAt: (from: string, fromTime: string, to: string, toTime: string) =>
      `du ${from} à ${fromTime} au ${to} à ${toTime}`,
    /** The weekday by its name, or days from Monday on. */
    daily: (every: number) => plural(every, { one: 'tous les jours', other: 'tous les # jours' }),
    weekly: (every: number, days: readonly string[]) => `${weeks(every)}, ${list(days.map((day) => `le ${day}`))}`,
    run: (every: number, from: string, to: string) => `${weeks(every)}, du ${from} au ${to}`,
    monthlyDay: (every: number, day: number) => `${months(every)}, ${dayOfMonth(day)}`,
    monthlyNth: (every: number, nth: number, weekday: string) =>
      `${months(every)}, le ${ordinals[nth] ?? nth} ${weekday}`,
    yearly: (every: number, date: string) =>
      plural(every, { one: `chaque année, le ${date}`, other: `tous les # ans, le ${date}` }),
    other: 'selon une règle particulière',
    from: (date: string) => `à partir du ${date}`,
    until: (date: string) => `jusqu’au ${date}`,
    times: (count: number) => plural(count, { one: 'une seule fois', other: '# fois' }),
  },
  form: {
    add: { opening: 'Ajouter une ouverture', absence: 'Ajouter une absence' },
    edit: { opening: 'Modifier l’ouverture', absence: 'Modifier l’absence' },
    submit: 'Enregistrer',
    date: 'Jour',
    firstDate: 'À partir du',
    fromDate: 'Du',
    toDate: 'Au',
    fromTime: 'De',
    toTime: 'À',
    nextDay: 'Finit le lendemain',
    wholeDays: 'Des jours entiers',
    wholeDaysHint: 'Congés, formation : ni rendez-vous le matin, ni le soir.',
    label: 'Raison',
    labelHint: 'Lue par vos collègues dans le calendrier, jamais par les visiteurs.',
    repeat: 'Répétition',
    repeats: {
      once: 'Une seule fois',
      daily: 'Tous les jours',
      weekly: 'Chaque semaine',
      monthly: 'Chaque mois',
      yearly: 'Chaque année',
      other: 'Telle quelle',
    },
    every: {
      daily: 'Tous les … jours',
      weekly: 'Toutes les … semaines',
      monthly: 'Tous les … mois',
      yearly: 'Tous les … ans',
    },
    fewer: 'Moins',
    more: 'Plus',
    days: 'Quels jours',
    monthlyBy: 'Quel jour du mois',
    lastDay: 'Le dernier jour',
    dayOfMonth: (day: number) => theDay(day).replace('l', 'L'),
    nthWeekday: (nth: number, weekday: string) => `Le ${ordinals[nth] ?? nth} ${weekday}`,
    ends: 'Jusqu’à quand',
    endings: { never: 'Sans fin', until: 'Jusqu’à une date', count: 'Un nombre de fois' },
    untilDate: 'Dernier jour possible',
    count: 'Combien de fois',
    otherHint: (rule: string) =>
      `Cette répétition a été réglée ailleurs (${rule}). Elle est gardée telle quelle, sauf si vous en choisissez une autre.`,
    summary: 'En clair',
    faults: {
      date: 'Indiquez une date.',
      time: 'Indiquez une heure.',
      backwards: 'La fin doit venir après le début.',
      days: 'Choisissez au moins un jour.',
      every: (most: number) => `Un nombre entier, de 1 à ${most}.`,
      until: 'La dernière date doit venir après le début.',
      count: (most: number) => `Un nombre entier, de 1 à ${most}.`,
    },
    changedMeanwhile: {
      text: 'Quelqu’un vient de modifier cette plage. Ce que vous avez écrit reste ici tant que vous ne chargez pas l’autre version.',
      gone: 'Quelqu’un vient de supprimer cette plage. Enregistrer la remet.',
      reload: 'Voir l’autre version',
    },
  },
  settings: {
    title: 'Fuseau et jours fériés',
    zone: 'Fuseau horaire',
    zoneHint:
      'Les ouvertures gardent leur heure dans ce fuseau, été comme hiver. Les rendez-vous déjà pris ne bougent pas.',
    holidays: 'Jours fériés',
    holidaysHint: 'Fermé ces jours-là, quelles que soient les ouvertures.',
    noHolidays: 'Aucun : ouvert comme les autres jours',
    outside: 'Un autre agenda',
    outsideText:
      'Aux heures qui y sont prises, aucun créneau n’est proposé. Seules les heures sont lues, jamais ce qu’il y a dedans.',
    outsideUrl: 'Adresse de l’agenda (.ics)',
    outsideHint:
      'Dans Google Agenda, Outlook ou Nextcloud : « adresse secrète au format iCal », ou « publier le calendrier ».',
    needUrl: 'Une adresse complète, qui commence par https://.',
    outsideWaits: 'Pas encore lu : cela se fait dans les minutes qui viennent.',
    /** Before how long ago. */
    outsideRead: 'Lu',
    outsideFault: 'La dernière lecture a échoué.',
    faults,
    outsideOfOther: 'Un autre agenda est lu pour cette personne. Son adresse n’est montrée qu’à elle.',
    noneOfOther: 'Aucun autre agenda. Seule la personne elle-même peut en ajouter un.',
    endOutside: 'Ne plus le lire',
    endOutsideTitle: 'Ne plus lire cet agenda ?',
    endOutsideText: 'Ses heures occupées redeviennent libres ici. Seule la personne elle-même pourra le remettre.',
    outsideEnded: 'L’autre agenda n’est plus lu',
    saved: 'Réglages enregistrés',
    changedMeanwhile: {
      text: 'Ces réglages viennent d’être modifiés ailleurs. Ce que vous avez choisi reste ici tant que vous ne chargez pas l’autre version.',
      reload: 'Voir l’autre version',
    },
  },
  feed: {
    title: 'Vos rendez-vous dans votre agenda',
    text: 'Une adresse secrète, à laquelle votre agenda s’abonne : vos rendez-vous y apparaissent et y restent à jour.',
    open: 'Créer l’adresse',
    isOpen: 'Une adresse existe. Elle n’a été montrée qu’une fois : si vous ne l’avez plus, créez-en une autre.',
    renew: 'Créer une autre adresse',
    renewTitle: 'Créer une autre adresse ?',
    renewText: 'Celle d’avant ne marche plus aussitôt : les agendas qui y sont abonnés cessent de se mettre à jour.',
    url: 'Votre adresse',
    once: 'Copiez-la maintenant : elle n’est montrée qu’une fois. Qui la connaît lit vos rendez-vous.',
    end: 'Mettre fin à l’adresse',
    endTitle: 'Mettre fin à l’adresse ?',
    endText: 'Les agendas qui y sont abonnés cessent de se mettre à jour. Vos rendez-vous ne changent pas.',
    ended: 'L’adresse ne marche plus',
  },
}

export type OpeningWords = typeof openings
