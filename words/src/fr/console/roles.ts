import { list, plural } from '../grammar.ts'

/** Settings → Rôles et accès. */
export const roles = {
  title: 'Rôles et accès',
  text: 'Qui peut faire quoi. Les quatre rôles de Comptoir sont les mêmes partout ; vous pouvez en faire d’autres à partir d’eux.',
  own: {
    title: 'Rôles de votre organisation',
    none: 'Aucun pour l’instant : les quatre rôles de Comptoir suffisent souvent.',
    madeFrom: (model: string) => `À partir de ${model}`,
    holders: (people: number, invitations: number): string =>
      people + invitations === 0
        ? 'Personne ne l’a'
        : list([
            ...(people > 0 ? [plural(people, { one: '# personne', other: '# personnes' })] : []),
            ...(invitations > 0 ? [plural(invitations, { one: '# invitation', other: '# invitations' })] : []),
          ]),
  },
  table: {
    title: 'Qui peut faire quoi',
    text: 'Un rôle d’un seul sous-compte n’a ces droits que dans ce sous-compte.',
    right: 'Droit',
    scopes: { organisation: 'Tous les sous-comptes', 'sub-account': 'Un sous-compte' },
    permissions: 'Droits',
    modules: 'Modules',
    moduleText: 'Ce que montre le menu de la console.',
    yes: 'oui',
    no: 'non',
    chosen: 'au choix',
    chosenHint: 'Au choix : les modules se choisissent pour chaque agent. Ceux qui sont cochés sont proposés.',
  },
  permissions: {
    'organisation.change': { name: 'Régler l’organisation', means: 'Son nom et ses réglages.' },
    'billing.change': {
      name: 'Gérer la facturation',
      means: 'Le forfait, le nombre de places, le service commercial.',
    },
    'sub-accounts.change': { name: 'Gérer les sous-comptes', means: 'En ajouter, les renommer, les archiver.' },
    'roles.change': { name: 'Gérer les rôles', means: 'En faire, les changer, jamais au-dessus du sien.' },
    'people.change': {
      name: 'Gérer les agents',
      means: 'Voir, inviter, ajouter, modifier, activer et supprimer des personnes, jamais au-dessus de soi.',
    },
    'channels.change': { name: 'Régler les messageries', means: 'Leurs sites, leurs textes, leur questionnaire.' },
    'questionnaires.change': { name: 'Gérer les questionnaires', means: 'En ajouter, les renommer, les archiver.' },
    'shortcuts.change': {
      name: 'Gérer les raccourcis partagés',
      means: 'Les réponses toutes prêtes que tout le monde utilise. Chaque personne gère les siennes.',
    },
    'conversations.run': {
      name: 'Diriger les conversations',
      means: 'Fermer ou remettre en attente celles des autres.',
    },
    'appointments.change': {
      name: 'Régler les rendez-vous',
      means: 'Les motifs, et les plages d’ouverture des autres.',
    },
    'appointments.run': { name: 'Diriger les rendez-vous', means: 'Voir, tenir et réaffecter ceux des autres.' },
    'statistics.read': { name: 'Lire les chiffres des autres', means: 'Chacun lit les siens.' },
    'letters.read': { name: 'Lire le courrier', means: 'Les e-mails que Comptoir a envoyés ou doit envoyer.' },
    'journal.read': { name: 'Lire le journal', means: 'Qui a fait quoi, quand et d’où.' },
  },
  matrix: {
    title: 'Accès et activité',
    text: 'Deux choses se règlent pour chaque personne : ce qu’elle peut voir, et si elle peut parler aux visiteurs.',
    who: 'Personne',
    columns: {
      talk: 'Parler aux visiteurs',
      read: 'Lire les conversations',
      visitors: 'Visiteurs, enregistrements',
      statistics: 'Statistiques',
      personal: 'Réglages personnels',
      organisation: 'Organisation, agents, facturation',
    },
    rows: {
      'full-active': 'Accès complet, active',
      'full-inactive': 'Accès complet, inactive',
      'limited-active': 'Accès limité, active',
      'limited-inactive': 'Accès limité, inactive',
    },
    cells: {
      yes: 'oui',
      no: 'non',
      all: 'toutes',
      allFigures: 'toutes',
      reach: 'celles à sa portée',
      granted: 'selon ses modules',
      own: 'les siennes seulement',
    },
    means: 'Accès complet : administrateur. Accès limité : agent.',
  },
  add: 'Créer un rôle',
  edit: 'Modifier',
  editTitle: (name: string) => `Modifier ${name}`,
  remove: 'Supprimer',
  name: 'Nom',
  needName: 'Indiquez un nom.',
  model: 'À partir de quel rôle',
  modelFixed: 'Le rôle de départ ne change plus : il décide des sous-comptes et des conversations visibles.',
  rights: 'Droits',
  modules: 'Modules',
  modulesHint: {
    implied: 'Toutes les personnes de ce rôle ont exactement ceux-là.',
    proposed: 'Proposés pour chaque nouvelle personne, et au choix ensuite.',
  },
  notYours: 'Vous ne l’avez pas vous-même.',
  outOfScope: 'Concerne toute l’organisation : ce rôle n’a qu’un sous-compte.',
  saved: (name: string) => `Rôle ${name} enregistré`,
  changedMeanwhile: {
    text: 'Quelqu’un a enregistré ce rôle entre-temps. Rechargez pour voir sa version ; ce que vous avez choisi sera perdu.',
    reload: 'Voir sa version',
  },
  takesEffect: 'Le changement vaut aussitôt pour toutes les personnes qui ont ce rôle.',
  removeTitle: (name: string) => `Supprimer le rôle ${name} ?`,
  removeText: 'Personne ne l’a. Il ne pourra plus être donné.',
  removeInUse: 'Quelqu’un a encore ce rôle : donnez-lui d’abord un autre rôle.',
  removed: (name: string) => `Rôle ${name} supprimé`,
}

export type RoleWords = typeof roles
