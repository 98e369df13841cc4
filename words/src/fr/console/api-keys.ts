import type { KeyRight } from '#contract/key-rights.ts'

const right: Record<KeyRight, { label: string; hint: string }> = {
  'conversations:read': { label: 'Lire les conversations', hint: 'Celles que vous pouvez lire, et ce qui y arrive.' },
  'conversations:write': { label: 'Agir dans les conversations', hint: 'Prendre en charge, répondre, noter, fermer.' },
  'people:read': { label: 'Voir les agents et les invitations', hint: 'Ceux de votre portée.' },
  'people:write': { label: 'Gérer les agents et les invitations', hint: 'Inviter, modifier, activer, supprimer.' },
  'channels:read': { label: 'Voir les messageries', hint: 'Leurs réglages et leurs textes.' },
  'channels:write': { label: 'Régler les messageries', hint: 'Sites, couleur, textes.' },
  'organisation:read': {
    label: 'Voir l’organisation',
    hint: 'Sous-comptes, questionnaires, forfait, votre propre accès.',
  },
  'organisation:write': { label: 'Régler l’organisation', hint: 'Nom, sous-comptes, rôles, questionnaires.' },
  'journal:read': { label: 'Lire le journal', hint: 'Et l’exporter.' },
}

/** Settings → Clés d’API: a person's own keys for programs. */
export const apiKeys = {
  title: 'Clés d’API',
  text: 'Pour qu’un programme agisse à votre place, dans la limite de vos droits. Elles ne valent que dans cette organisation.',
  docs: 'Documentation de l’API',
  make: 'Créer une clé',
  empty: 'Aucune clé pour le moment',
  emptyText: 'Créez une clé pour relier un outil, un script ou un tableau de bord à Comptoir.',
  endsAll: 'Changer de mot de passe met fin à toutes vos clés.',
  expired: 'expirée',
  until: (day: string) => `valable jusqu’au ${day}`,
  endedOn: (day: string) => `a pris fin le ${day}`,
  neverUsed: 'jamais utilisée',
  used: 'utilisée',
  right,
  dialog: {
    title: 'Créer une clé d’API',
    name: 'Nom',
    nameHint: 'Ce à quoi elle sert, pour la reconnaître ici et dans le journal.',
    needName: 'Donnez un nom à la clé.',
    rights: 'Ce que la clé peut faire',
    rightsHint: 'Le moins possible : une clé qui se perd ne peut pas plus que cela.',
    needRight: 'Choisissez au moins un droit.',
    lifetime: 'Fin de validité',
    days: (days: number) => (days === 365 ? 'Dans un an' : `Dans ${days} jours`),
    submit: 'Créer la clé',
    doneTitle: 'Clé créée',
    shownOnce: 'Copiez la clé maintenant : elle ne sera plus jamais affichée. Qui l’a peut agir en votre nom.',
    secret: 'Clé',
    example: 'Un premier essai',
    done: 'J’ai copié la clé',
  },
  revoke: 'Révoquer',
  revokeNamed: (name: string) => `Révoquer la clé « ${name} »`,
  revokeTitle: (name: string) => `Révoquer « ${name} » ?`,
  revokeText: 'Le programme qui s’en sert sera refusé aussitôt. Une clé révoquée ne revient pas.',
  revoked: 'Clé révoquée',
}

export type ApiKeysWords = typeof apiKeys
