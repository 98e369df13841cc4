/** The doors: signing in, a forgotten password, a new one. */
export const signIn = {
  title: 'Se connecter',
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  remember: 'Se souvenir de cet appareil 30 jours',
  submit: 'Se connecter',
  forgotten: 'Mot de passe oublié ?',
  needEmail: 'Indiquez votre adresse e-mail.',
  needPassword: 'Indiquez votre mot de passe.',
  ended: 'Votre session a pris fin. Connectez-vous pour continuer là où vous étiez.',
  nowhere:
    'Votre compte n’appartient à aucune organisation. Demandez une invitation à la personne qui administre la vôtre.',
  languages: 'Langue de cette page',

  forgottenPassword: {
    title: 'Mot de passe oublié',
    text: 'Nous vous envoyons un lien pour en choisir un nouveau. Il vaut une heure.',
    submit: 'Recevoir le lien',
    back: 'Revenir à la connexion',
    doneTitle: 'Regardez votre courrier',
    done: (email: string) =>
      `Si un compte existe pour ${email}, un lien y arrive dans la minute. Pensez aux courriers indésirables.`,
    again: 'Essayer une autre adresse',
  },

  newPassword: {
    title: 'Choisissez un nouveau mot de passe',
    text: 'Vos autres sessions seront fermées.',
    password: 'Nouveau mot de passe',
    submit: 'Enregistrer le mot de passe',
    doneTitle: 'Votre mot de passe est changé',
    done: 'Toutes vos sessions sont fermées. Connectez-vous avec le nouveau.',
    expiredTitle: 'Ce lien n’est plus valable',
    expired: 'Il valait une heure, et une seule fois. Demandez-en un nouveau.',
    again: 'Demander un nouveau lien',
  },
}

export type SignInWords = typeof signIn
