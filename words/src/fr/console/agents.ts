import { de, plural } from '../grammar.ts'

/** Settings → Agents. */
export const agents = {
  title: 'Agents',
  counts: (agents: number, invitations: number) =>
    [
      plural(agents, { one: '# agent', other: '# agents' }),
      ...(invitations > 0 ? [plural(invitations, { one: '# invitation', other: '# invitations' })] : []),
    ].join(', '),
  search: 'Nom ou adresse e-mail',
  filters: {
    role: 'Rôle',
    state: 'État',
    all: 'tous',
    active: 'actifs',
    inactive: 'sans accès aux visiteurs',
    dormant: 'inactifs depuis 30 jours',
  },
  columns: {
    agent: 'Agent',
    role: 'Rôle',
    subAccount: 'Sous-compte',
    languages: 'Langues',
    lastSignIn: 'Dernière connexion',
    active: 'Actif',
  },
  roles: { administrator: 'Administrateur', moderator: 'Modérateur', manager: 'Manager', agent: 'Agent' },
  roleHints: {
    administrator: 'Tout, y compris les agents et les réglages de l’organisation.',
    moderator: 'Tous les modules, toutes les conversations. Pas les réglages.',
    manager: 'Dirige un sous-compte : ses agents et ses messageries.',
    agent: 'Répond aux visiteurs d’un sous-compte.',
  },
  allSubAccounts: 'Tous',
  you: 'Vous',
  dormant: 'inactif',
  never: 'jamais',
  activate: (name: string) => `${name} peut parler aux visiteurs`,
  activated: (name: string) => `${name} peut maintenant parler aux visiteurs`,
  deactivated: (name: string) =>
    `${name} ne peut plus parler aux visiteurs ; ses conversations sont de nouveau en attente`,
  lastAdministrator: 'C’est la dernière personne à administrer l’organisation : elle doit rester active.',
  /** Around the pill « inactif », which stands between the two. */
  legend: {
    active: 'Actif',
    activeMeans: ' : l’agent peut parler aux visiteurs. Le désactiver remet aussitôt ses conversations en attente.',
    dormantMeans: 'à côté du nom : pas de connexion depuis 30 jours.',
  },
  remove: 'Supprimer de l’organisation…',
  removeTitle: (name: string) => `Supprimer ${name} de l’organisation ?`,
  removeText: (name: string) =>
    `L’accès ${de(name)} s’arrête aussitôt, sur tous ses appareils. Ses conversations en cours repassent en attente. Ce que cette personne a écrit reste, sous son nom.`,
  removeConfirm: 'Supprimer',
  removed: (name: string) => `${name} ne fait plus partie de l’organisation`,
  empty: { title: 'Aucun agent ne correspond', text: 'Changez la recherche ou les filtres.', clear: 'Tout afficher' },
  alone: {
    title: 'Personne d’autre pour l’instant',
    text: 'Invitez les personnes qui répondront avec vous : une adresse e-mail suffit.',
  },
}

export type AgentWords = typeof agents
