import type { AnswerProblem } from '#contract/flow/check-answer.ts'
import { plural } from './grammar.ts'

const characters = (count: number) => plural(count, { one: '# caractère', other: '# caractères' })
const number = (limit: number) => limit.toLocaleString('fr', { maximumFractionDigits: 20 })

/** What a visitor reads while answering a questionnaire, and whoever tries one in the console. */
export const words = {
  /** Why an answer does not fit, at its field. */
  problem: {
    required: () => 'Une réponse est nécessaire.',
    'too-short': ({ limit }) => `Il faut au moins ${characters(limit ?? 0)}.`,
    'too-long': ({ limit }) => `C’est trop long : ${characters(limit ?? 0)} au plus.`,
    mask: ({ mask }) => `Écrivez-le sous la forme ${mask}.`,
    'not-email': () => 'Cette adresse semble incomplète, par exemple « prenom@exemple.fr ».',
    'not-phone': () => 'Ce numéro semble incomplet, par exemple « 06 12 34 56 78 ».',
    'not-number': () => 'Écrivez un nombre.',
    'too-small': ({ limit }) => `C’est trop peu : ${number(limit ?? 0)} au moins.`,
    'too-large': ({ limit }) => `C’est trop : ${number(limit ?? 0)} au plus.`,
    'too-precise': ({ limit }) =>
      limit
        ? `Au plus ${plural(limit, { one: '# chiffre', other: '# chiffres' })} après la virgule.`
        : 'Écrivez un nombre entier.',
    'not-date': () => 'Cette date n’existe pas.',
    'not-past': () => 'Choisissez une date passée.',
    'not-future': () => 'Choisissez une date à venir.',
    'unknown-option': () => 'Cette réponse n’est plus proposée.',
    'too-few': ({ limit }) => `Choisissez-en au moins ${limit ?? 0}.`,
    'too-many': ({ limit }) => `Choisissez-en ${limit ?? 0} au plus.`,
    'wrong-kind': () => 'Cette réponse ne convient pas.',
  } satisfies Record<AnswerProblem['code'], (problem: AnswerProblem) => string>,
  /** `CD-####` as people read it: an example of what fits. */
  maskHint: (example: string) => `Par exemple ${example}`,
  answer: 'Votre réponse',
  send: 'Envoyer',
  choose: 'Valider',
  skip: 'Passer',
  skipped: 'Sans réponse',
  optional: ' (facultatif)',
  change: 'Modifier',
  changeAnswer: (question: string) => `Modifier la réponse à « ${question} »`,
  dropped: 'Les réponses suivantes ont été retirées.',
  startAgain: 'Recommencer',
  questions: 'Questions',
  field: { name: 'Votre nom', email: 'Votre adresse e-mail', phone: 'Votre téléphone', message: 'Votre message' },
  sendForm: 'Envoyer le message',
  nobody:
    'Personne ne peut vous répondre à l’instant. Laissez-nous quelques mots : nous vous répondrons dès que possible.',
  checkAgain: 'Vérifier de nouveau',
  sending: 'Envoi…',
  waiting: 'Hors ligne, votre réponse partira à votre retour',
  loadFailed: 'Les questions n’ont pas pu être chargées.',
  retry: 'Réessayer',
  addFile: 'Joindre un fichier',
  fileFailed: 'Le fichier n’a pas pu être envoyé.',
  /** Chosen before the page was loaded anew, and gone with it. */
  filesLost: (names: readonly string[]) =>
    names.length === 1
      ? `Le fichier choisi (${names[0]}) n’a pas survécu au rechargement de la page : ajoutez-le de nouveau.`
      : `Les fichiers choisis (${names.join(', ')}) n’ont pas survécu au rechargement de la page : ajoutez-les de nouveau.`,
  removeFile: (name: string) => `Retirer ${name}`,
}

export type QuestionWords = typeof words
