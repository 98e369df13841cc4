import { list, plural } from '../grammar.ts'

interface Holds {
  people: number
  invitations: number
  channels: number
  questionnaires: number
  shortcuts: number
  reasons: number
  openConversations: number
  closedConversations: number
}

const held = (holds: Holds): string =>
  list(
    [
      [holds.people, { one: '# personne', other: '# personnes' }] as const,
      [holds.invitations, { one: '# invitation', other: '# invitations' }] as const,
      [holds.channels, { one: '# messagerie', other: '# messageries' }] as const,
      [holds.questionnaires, { one: '# questionnaire', other: '# questionnaires' }] as const,
      [holds.shortcuts, { one: '# raccourci', other: '# raccourcis' }] as const,
      [holds.reasons, { one: '# motif de rendez-vous', other: '# motifs de rendez-vous' }] as const,
      [holds.openConversations, { one: '# conversation en cours', other: '# conversations en cours' }] as const,
      [holds.closedConversations, { one: '# conversation fermée', other: '# conversations fermées' }] as const,
    ].flatMap(([count, forms]) => (count > 0 ? [plural(count, forms)] : [])),
  )

/** Settings → Sous-comptes. */
export const subAccounts = {
  title: 'Sous-comptes',
  text: 'Une boutique, une marque, un service : chacun a ses agents, ses messageries et ses conversations.',
  add: 'Ajouter un sous-compte',
  edit: 'Modifier',
  editTitle: (name: string) => `Modifier ${name}`,
  name: 'Nom',
  needName: 'Indiquez un nom.',
  submit: 'Valider',
  added: (name: string) => `Sous-compte ${name} ajouté`,
  renamed: (name: string) => `Sous-compte renommé ${name}`,
  changedMeanwhile: { text: 'Quelqu’un vient de lui donner un autre nom :', reload: 'Voir ce nom' },
  columns: {
    name: 'Nom',
    people: 'Personnes',
    channels: 'Messageries',
    questionnaires: 'Questionnaires',
    openConversations: 'Conversations en cours',
  },
  only: 'Votre organisation n’a qu’un sous-compte : l’interface n’en parle nulle part ailleurs. Elle le fera dès le deuxième.',
  archived: 'Archivés',
  archivedHint: 'Ils ne contiennent plus rien et n’apparaissent plus ailleurs.',
  archive: 'Archiver',
  archiveTitle: (name: string) => `Archiver ${name} ?`,
  archiveEmpty: 'Ce sous-compte est vide. Vous pourrez le rétablir quand vous voudrez.',
  archiveHolds: (holds: Holds): string => {
    const what = held(holds)
    return what === ''
      ? 'Ce sous-compte ne contient plus que des personnes supprimées.'
      : `Ce sous-compte contient ${what}.`
  },
  archiveMoves: 'Tout part ensemble dans le sous-compte que vous choisissez ici. Les visiteurs ne remarquent rien.',
  archiveStays: 'Rétablir le sous-compte plus tard ne ramènera pas ce qui est parti.',
  heir: 'Qui reprend tout',
  heirNeeded: 'Choisissez le sous-compte qui reprend tout.',
  archiveLast: 'C’est le seul sous-compte : une organisation en a toujours un.',
  archiveDone: (name: string) => `Sous-compte ${name} archivé`,
  restore: 'Rétablir',
  restored: (name: string) => `Sous-compte ${name} rétabli`,
}

export type SubAccountWords = typeof subAccounts
