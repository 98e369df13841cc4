import { de } from './grammar.ts'

/** Titles of notifications; below them stand the last words of the conversation. `who`: the visitor's name or address, null unknown. */
export const push = {
  offered: (who: string | null) =>
    who ? `La conversation avec ${who} vous est proposée` : 'Une conversation vous est proposée',
  waiting: (who: string | null) => (who ? `${who} attend une réponse` : 'Nouvelle conversation en attente'),
  message: (who: string | null) => (who ? `Message ${de(who)}` : 'Nouveau message'),
  transferred: (who: string | null) =>
    who ? `La conversation avec ${who} vous est transférée` : 'Une conversation vous est transférée',
  mention: (who: string | null) =>
    who ? `On vous mentionne à propos ${de(who)}` : 'On vous mentionne dans une conversation',
  /** Below it stands when the appointment is. */
  appointment: {
    booked: (who: string) => `Nouveau rendez-vous : ${who}`,
    moved: (who: string) => `Rendez-vous déplacé : ${who}`,
    cancelled: (who: string) => `Rendez-vous annulé : ${who}`,
    given: (who: string) => `Un rendez-vous vous est confié : ${who}`,
    taken: (who: string) => `Un rendez-vous passe à quelqu’un d’autre : ${who}`,
  },
  files: (count: number, first: string) => (count > 1 ? `${count} fichiers : ${first}…` : `Fichier : ${first}`),
  trial: {
    title: 'Les notifications arrivent bien',
    body: 'C’est ici que Comptoir vous préviendra quand aucune page n’est ouverte.',
  },
}
export type PushTexts = typeof push
