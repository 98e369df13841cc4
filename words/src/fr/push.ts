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
  files: (count: number, first: string) => (count > 1 ? `${count} fichiers : ${first}…` : `Fichier : ${first}`),
  trial: {
    title: 'Les notifications arrivent bien',
    body: 'C’est ici que Comptoir vous préviendra quand aucune page n’est ouverte.',
  },
}
export type PushTexts = typeof push
