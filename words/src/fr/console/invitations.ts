import { de, plural } from '../grammar.ts'

/** Accepting an invitation, and sending them. */
export const invitations = {
  accept: {
    title: (organisation: string) => `Bienvenue chez ${organisation}`,
    /** What follows the inviter's name, shown in bold. */
    invitesYou: {
      administrator: 'vous invite à administrer l’organisation.',
      moderator: 'vous invite à modérer toutes les conversations.',
      manager: 'vous invite à diriger un sous-compte.',
      agent: 'vous invite à répondre aux visiteurs.',
    },
    subAccount: (name: string) => `Sous-compte : ${name}.`,
    email: 'Adresse e-mail',
    emailLocked: 'L’invitation est pour cette adresse seulement.',
    nameHint: 'Vos visiteurs voient votre prénom.',
    password: 'Mot de passe',
    join: (organisation: string) => `Rejoindre ${organisation}`,
    validFor: (duration: string) => `Invitation valable encore ${duration}`,
    signedIn: (name: string) =>
      `Vous avez ouvert une session sous le nom ${de(name)}, avec l’adresse invitée : un clic suffit.`,
    accountExists: 'Un compte existe pour cette adresse. Connectez-vous pour accepter.',
    signInToJoin: 'Se connecter et rejoindre',
    prove:
      'Un compte existe pour cette adresse, mais personne ne l’a encore confirmée. Choisissez un nouveau mot de passe : l’ancien ne vaudra plus.',
    unproven:
      'Un compte existe pour cette adresse, mais personne ne l’a encore confirmée. Demandez un lien par e-mail, choisissez un nouveau mot de passe, puis revenez ici.',
    askForLink: 'Recevoir un lien',
    expiredTitle: 'Cette invitation a expiré',
    expired:
      'Elle était valable 7 jours. Demandez à la personne qui vous l’a envoyée de vous en adresser une nouvelle.',
    unknownTitle: 'Ce lien ne mène à aucune invitation',
    unknown:
      'Il a déjà servi, il a été remplacé ou retiré, ou il est incomplet. Vérifiez que vous l’avez copié en entier.',
    needName: 'Indiquez votre nom.',
  },

  other: {
    addressed: 'Cette invitation est adressée à',
    session: (name: string, email: string) => `Votre session est celle ${de(name)}, ${email}.`,
    keep: 'Garder ma session',
    switch: 'Se déconnecter et accepter',
  },

  invite: {
    act: 'Inviter',
    title: 'Inviter des agents',
    who: 'Identité',
    emails: 'Adresses e-mail',
    emailsHint: 'Une par ligne, ou une liste collée.',
    verdicts: {
      ready: 'Invitation prête',
      member: 'Déjà membre de l’organisation',
      invited: 'Déjà une invitation en attente',
      incomplete: 'Adresse incomplète',
      twice: 'Déjà dans la liste',
      noSeat: 'Plus de place dans le forfait',
      added: 'Fait partie de l’organisation dès maintenant',
    },
    access: 'Accès',
    role: 'Rôle',
    subAccount: 'Sous-compte',
    subAccountAll: 'Tous les sous-comptes',
    subAccountAllReason: 'Ce rôle a accès à tous les sous-comptes.',
    talking: 'Conversations',
    languages: 'Langues acceptées',
    otherLanguage: 'Autre',
    letterLanguage: 'Langue de l’invitation',
    active: 'Actifs dès l’arrivée',
    activeHint:
      'Ces agents pourront parler aux visiteurs sitôt leur mot de passe choisi. Sinon, vous les activerez dans la liste.',
    summary: (count: number) =>
      plural(count, {
        zero: 'Aucune invitation prête.',
        one: '# invitation, valable 7 jours.',
        other: '# invitations, valables 7 jours.',
      }),
    left: (count: number) =>
      plural(count, { zero: '', one: 'L’autre adresse reste ici.', other: 'Les # autres adresses restent ici.' }),
    submit: (count: number) => plural(count, { zero: 'Inviter', one: 'Inviter # agent', other: 'Inviter # agents' }),
    needEmail: 'Indiquez au moins une adresse complète.',
    needSubAccount: 'Choisissez un sous-compte.',
    needLanguage: 'Choisissez au moins une langue.',
    sent: (count: number) => plural(count, { one: 'Invitation envoyée', other: '# invitations envoyées' }),
    results: {
      title: 'Invitations prêtes',
      text: 'Chaque lien est montré ici une seule fois. Il vaut 7 jours et ne sert qu’une fois.',
      noMail:
        'Aucun serveur d’envoi n’est réglé : transmettez ces liens vous-même, ou lisez les lettres dans Courrier.',
      link: (email: string) => `Lien pour ${email}`,
      notInvited: 'Sans invitation',
      done: 'Terminé',
    },
  },

  list: {
    heading: 'Invitations',
    hint: 'le lien vaut 7 jours',
    by: (name: string) => `Invitation ${de(name)}`,
    activeOnArrival: 'active dès l’arrivée',
    activateLater: 'à activer après l’arrivée',
    left: (duration: string) => `encore ${duration}`,
    expired: 'expirée',
    expiredSince: (when: string) => `expirée ${when}`,
    letter: {
      waiting: 'lettre en attente d’envoi',
      retrying: 'lettre en cours d’envoi',
      sent: 'lettre envoyée',
      failed: 'lettre non envoyée',
    },
    resend: 'Renvoyer',
    resendDone: (email: string) => `Nouvelle invitation envoyée à ${email}. L’ancien lien ne marche plus.`,
    copyLink: 'Copier un nouveau lien',
    copyLinkTitle: (email: string) => `Nouveau lien pour ${email}`,
    copyLinkText: 'Il vaut 7 jours et ne sert qu’une fois. L’ancien lien ne marche plus.',
    revoke: 'Retirer l’invitation…',
    revokeTitle: (email: string) => `Retirer l’invitation ${de(email)} ?`,
    revokeText: 'Son lien cesse de marcher aussitôt. Vous pourrez inviter à nouveau cette adresse.',
    revokeConfirm: 'Retirer l’invitation',
    revoked: (email: string) => `Invitation ${de(email)} retirée`,
  },
}

export type InvitationWords = typeof invitations
