import { plural } from '../grammar.ts'

/** The frame around every page: rail, bar, menus, palette, connection. */
export const frame = {
  product: 'Comptoir',
  skip: 'Aller au contenu',
  navigation: 'Principale',
  tabs: 'Onglets',
  search: 'Rechercher',
  foldRail: 'Replier le menu',
  unfoldRail: 'Déplier le menu',

  pages: {
    conversations: 'Conversations',
    appointments: 'Rendez-vous',
    settings: 'Paramètres',
    agents: 'Agents',
    channels: 'Messageries',
    'sub-accounts': 'Sous-comptes',
    roles: 'Rôles et accès',
    questionnaires: 'Questionnaires',
    shortcuts: 'Raccourcis',
    letters: 'Courrier',
    journal: 'Journal',
    billing: 'Facturation',
    organisation: 'Organisation',
    'api-keys': 'Clés d’API',
    profile: 'Mon profil',
  },
  /** Shorter, for the bar of a phone. */
  tab: { conversations: 'Conversations', appointments: 'Rendez-vous', settings: 'Réglages', me: 'Moi', more: 'Plus' },

  pending: (count: number) => plural(count, { one: '# conversation en attente', other: '# conversations en attente' }),
  mentions: (count: number) =>
    plural(count, { one: '# mention de vous non lue', other: '# mentions de vous non lues' }),
  documentTitle: (unread: number, page: string) =>
    unread > 0 ? `(${unread}) ${page} · Comptoir` : `${page} · Comptoir`,

  availability: {
    label: 'Disponibilité',
    available: 'Disponible',
    away: 'En pause',
    offline: 'Hors ligne',
    inactive: 'Sans accès aux visiteurs',
    hint: {
      available: 'Vous pouvez prendre des conversations.',
      away: 'Vos conversations restent les vôtres, sauf celles où vous n’avez encore rien dit.',
    },
  },

  me: {
    menu: 'Profil, thème, langue',
    profile: 'Mon profil',
    keys: 'Raccourcis clavier',
    signOut: 'Se déconnecter',
  },

  organisations: {
    menu: 'Changer d’organisation',
    label: 'Organisations',
    make: 'Créer une organisation…',
    makeTitle: 'Créer une organisation',
    makeText:
      'Vous l’administrerez. Elle commence avec le forfait gratuit ; l’organisation où vous êtes n’y gagne et n’y perd rien.',
    name: 'Nom de l’organisation',
    needName: 'Indiquez un nom.',
    create: 'Créer',
    switchTo: (name: string) => `Passer chez ${name}`,
    news: (name: string) => `Vous faites maintenant partie de ${name}.`,
    newsText: 'Une personne qui l’administre vous y a ajouté un accès avec votre compte.',
    go: 'Y aller',
    leave: 'Quitter…',
    seen: 'J’ai compris',
    isNew: 'nouvelle',
  },
  leaving: {
    title: (organisation: string) => `Quitter ${organisation} ?`,
    submit: 'Quitter l’organisation',
    text: 'Votre accès prend fin aussitôt, partout. Ce que vous avez écrit reste, sous votre nom.',
    conversations: (count: number) =>
      plural(count, {
        one: 'Votre conversation en cours retourne en attente.',
        other: 'Vos # conversations en cours retournent en attente.',
      }),
    appointments: (count: number) =>
      plural(count, {
        one: 'Vous avez un rendez-vous à venir : confiez-le à quelqu’un d’autre, ou annulez-le, avant de partir.',
        other: 'Vous avez # rendez-vous à venir : confiez-les à quelqu’un d’autre, ou annulez-les, avant de partir.',
      }),
    stays: 'Votre compte reste : vous faites partie d’une autre organisation au moins.',
    goes: 'C’est votre dernière organisation : votre compte est effacé aussitôt, avec votre adresse et votre mot de passe. Rien ne le fera revenir.',
    lastAdministrator:
      'Vous êtes la seule personne à administrer cette organisation : donnez d’abord ce rôle à quelqu’un d’autre.',
    left: (organisation: string) => `Vous avez quitté ${organisation}`,
  },

  subAccount: { label: 'Sous-compte', all: 'Tous' },

  palette: {
    pages: 'Pages',
    acts: 'Actions',
    goTo: (page: string) => `Aller à ${page}`,
    becomeAvailable: 'Passer en disponible',
    becomeAway: 'Passer en pause',
    theme: (theme: string) => `Thème : ${theme}`,
    language: (language: string) => `Langue : ${language}`,
    showKeys: 'Voir les raccourcis clavier',
  },
  keys: { group: 'Partout', palette: 'Rechercher une page ou une action', sheet: 'Voir les raccourcis clavier' },

  connection: {
    label: 'État de la connexion',
    connecting: 'Connexion en cours…',
    offline: 'Hors connexion. Ce que vous écrivez est gardé ici et partira au retour du réseau.',
    failing:
      'Le serveur a un problème : un nouvel essai est en cours. Ce que vous écrivez est gardé ici et partira ensuite.',
    resyncing: 'Connexion retrouvée, mise à jour en cours…',
    restored: 'De nouveau en ligne, tout est à jour.',
    outdated: 'Une nouvelle version de Comptoir est prête.',
    reload: 'Recharger',
    ended: 'Votre accès a pris fin.',
  },

  notFound: {
    title: 'Cette page n’existe pas',
    text: 'L’adresse est fausse, ou ce qu’elle montrait n’est plus là, ou ne vous est pas ouvert.',
    back: 'Revenir au début',
  },
  fault: {
    title: 'Cette page s’est arrêtée',
    text: 'C’est notre erreur, pas la vôtre. Vos brouillons et messages en attente sont gardés.',
    reload: 'Recharger la page',
    report: 'Ce qui s’est passé',
  },
}

export type FrameWords = typeof frame
