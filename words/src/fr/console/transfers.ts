import { plural } from '../grammar.ts'

/** Handing a conversation on: the dialog, what is said of those who cannot receive it, and what the receiver is told. */
export const transfers = {
  act: 'Transférer',
  title: (name: string) => `Transférer la conversation avec ${name}`,
  search: 'Chercher quelqu’un ou un sous-compte',
  list: 'À qui transférer',
  group: { agents: 'Collègues', subAccounts: 'Sous-comptes', queue: 'File d’attente' },
  queue: 'Remettre en attente',
  nothing: (typed: string) => (typed === '' ? 'Personne d’autre n’est là.' : `Personne ne répond à « ${typed} ».`),
  load: (open: number, limit: number | null) =>
    limit === null ? plural(open, { one: '# en cours', other: '# en cours' }) : `${open} sur ${limit} en cours`,
  takers: (count: number) =>
    count === 0
      ? 'Personne ne peut la prendre pour l’instant'
      : plural(count, { one: '# personne peut la prendre', other: '# personnes peuvent la prendre' }),
  /** Short, beside the name. */
  refusal: {
    'conversations.receiver-inactive': () => 'sans accès aux visiteurs',
    'conversations.receiver-no-access': () => 'sans accès aux conversations',
    'conversations.receiver-language': (language: string) => `n’accepte pas : ${language}`,
    'conversations.receiver-questionnaire': () => 'ne conseille pas pour ce questionnaire',
    'conversations.receiver-full': () => 'a atteint sa limite',
  },
  moves: (name: string) => `passera au sous-compte ${name}`,
  moved: (name: string) =>
    `La conversation quittera ce sous-compte pour ${name}, et ne dépendra plus de son questionnaire.`,
  gone: 'Cette personne ne fait plus partie de l’équipe.',
  goneSubAccount: 'Ce sous-compte n’existe plus.',
  note: 'Note pour la suite',
  noteHint: 'Jamais visible du visiteur.',
  chosen: { agent: (name: string) => `Transférer à ${name}`, queue: 'Remettre en attente' },
  done: {
    agent: (name: string) => `Conversation transférée à ${name}`,
    subAccount: (name: string) => `Conversation transférée à ${name}`,
    queue: 'Conversation remise en attente',
  },
  received: (by: string, visitor: string) => `${by} vous transfère la conversation avec ${visitor}`,
  open: 'Ouvrir',
  mark: (name: string) => `Transférée par ${name}`,
}

export type TransferWords = typeof transfers
