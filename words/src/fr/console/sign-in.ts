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
  signUp: 'Créer une organisation',
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
    expired: 'Il ne vaut qu’un temps, et une seule fois. Demandez-en un nouveau.',
    again: 'Demander un nouveau lien',
  },

  newAddress: {
    title: 'Confirmez votre adresse',
    text: (email: string) => `${email} devient l’adresse de votre compte. Vos autres sessions seront fermées.`,
    newPasswordText: 'Une autre personne avait choisi le mot de passe de ce compte : choisissez le vôtre.',
    submit: 'Confirmer cette adresse',
    doneTitle: 'Votre adresse est confirmée',
    done: (email: string) => `Connectez-vous désormais avec ${email}.`,
    goOn: 'Continuer',
    deadTitle: 'Ce lien n’est plus valable',
    dead: 'Il valait 24 heures, et une seule fois, ou un autre l’a remplacé. Demandez-en un nouveau dans votre profil.',
  },

  keepAddress: {
    title: 'Garder votre adresse',
    text: 'Cette adresse reste celle de votre compte, ou le redevient. Choisissez un nouveau mot de passe : quelqu’un connaissait l’ancien. Toutes les sessions seront fermées.',
    submit: 'Garder mon adresse',
    doneTitle: 'Votre adresse est gardée',
    done: (email: string) => `Connectez-vous avec ${email} et votre nouveau mot de passe.`,
    dead: 'Il valait 7 jours, et une seule fois. Si vous n’avez plus accès à votre compte, parlez-en à la personne qui administre votre organisation.',
  },

  signUpPage: {
    title: 'Créer une organisation',
    text: 'Un lien vous est envoyé : il confirme votre adresse, et vous y choisissez votre mot de passe.',
    organisation: 'Nom de l’organisation',
    submit: 'Recevoir le lien',
    doneTitle: 'Regardez votre courrier',
    done: (email: string) =>
      `Une lettre arrive à ${email} dans la minute : suivez son lien. Pensez aux courriers indésirables.`,
    again: 'Changer d’adresse',
    closed: 'Sur ce serveur, les organisations sont créées par la personne qui le gère.',
  },

  newOrganisation: {
    title: (organisation: string) => `Bienvenue chez ${organisation}`,
    text: 'Choisissez votre mot de passe, et tout est prêt.',
    submit: 'Ouvrir Comptoir',
    dead: 'Il valait 24 heures, et une seule fois, ou un autre l’a remplacé.',
  },
}

export type SignInWords = typeof signIn
