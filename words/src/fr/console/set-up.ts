/** The very first visit: making the organisation. */
export const setUp = {
  title: 'Bienvenue dans Comptoir',
  text: 'Quelques lignes, et vous pourrez parler à vos visiteurs. Tout se change ensuite.',
  organisation: {
    title: 'Votre organisation',
    name: 'Nom de l’organisation',
    nameHint: 'Vos visiteurs le voient.',
    subAccount: 'Premier sous-compte',
    subAccountHint: 'Une boutique, une marque, un service. Un seul suffit pour commencer.',
    subAccountDefault: 'Boutique',
  },
  channel: {
    title: 'Votre site',
    name: 'Nom de la messagerie',
    nameDefault: 'Site web',
    site: 'Site où se trouvera le widget',
    siteHint: 'Par exemple boutique.example. Vous pourrez l’ajouter plus tard.',
  },
  administrator: {
    title: 'Vous',
    text: 'Ce compte administre tout. Vous inviterez ensuite d’autres personnes.',
    nameHint: 'Vos visiteurs voient votre prénom.',
    email: 'Votre adresse e-mail',
    password: 'Mot de passe',
  },
  submit: 'Ouvrir Comptoir',
  needName: 'Indiquez un nom.',
  needEmail: 'Indiquez une adresse e-mail complète, par exemple ada@boutique.example.',
  needSite: 'Indiquez seulement le nom du site, par exemple boutique.example, sans https:// ni chemin.',
  passwordTooShort: (minLength: number) => `Il faut ${minLength} caractères au moins.`,
  done: {
    title: 'Ce serveur est déjà prêt',
    text: 'Son organisation existe. Connectez-vous, ou demandez une invitation à la personne qui l’administre.',
    signIn: 'Se connecter',
  },
}

export type SetUpWords = typeof setUp
