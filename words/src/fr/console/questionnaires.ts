import { list, plural } from '../grammar.ts'

/** Settings → Questionnaires. */
export const questionnaires = {
  title: 'Questionnaires',
  text: 'Qui commence par un questionnaire n’est pris en charge que par ses conseillers, et par les rôles qui les ont tous.',
  add: 'Ajouter un questionnaire',
  edit: 'Modifier',
  editTitle: (name: string) => `Modifier ${name}`,
  name: 'Nom',
  nameHint: 'Pour vous et vos collègues : les visiteurs ne le voient pas.',
  needName: 'Indiquez un nom.',
  subAccount: 'Sous-compte',
  submit: 'Valider',
  added: (name: string) => `Questionnaire ${name} ajouté`,
  renamed: (name: string) => `Questionnaire renommé ${name}`,
  changedMeanwhile: { text: 'Quelqu’un vient de lui donner un autre nom :', reload: 'Voir ce nom' },
  columns: { name: 'Nom', subAccount: 'Sous-compte', advisors: 'Conseillers', channels: 'Messageries' },
  advisors: (count: number) => plural(count, { zero: 'aucun conseiller', one: '# conseiller', other: '# conseillers' }),
  noAdvisors: 'Personne, hormis les rôles qui les ont tous',
  noChannels: 'Aucune ne commence par lui',
  empty: {
    title: 'Aucun questionnaire',
    text: 'Ajoutez-en un, choisissez ses conseillers dans Agents, puis la messagerie qui commence par lui.',
  },
  archived: 'Archivés',
  archive: 'Archiver',
  archiveTitle: (name: string) => `Archiver ${name} ?`,
  archiveText: (channels: readonly string[]): string =>
    channels.length === 0
      ? 'Aucune messagerie ne commence par lui. Vous pourrez le rétablir quand vous voudrez.'
      : `Les visiteurs de ${list(channels)} ne passeront plus par lui. Ceux qui attendent restent à ses conseillers.`,
  archiveDone: (name: string) => `Questionnaire ${name} archivé`,
  restore: 'Rétablir',
  restored: (name: string) => `Questionnaire ${name} rétabli`,
}

export type QuestionnaireWords = typeof questionnaires
