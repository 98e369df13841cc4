import { plural } from '../grammar.ts'

/** Settings → Mon profil: the person, notifications, password, sessions. */
export const profile = {
  title: 'Mon profil',
  person: {
    title: 'Vous',
    nameHint: 'Vos visiteurs voient votre prénom.',
    needName: 'Indiquez votre nom.',
    email: 'Adresse e-mail',
    language: 'Langue de l’interface',
    theme: 'Thème',
    saved: 'Profil enregistré',
  },
  address: {
    change: 'Changer d’adresse…',
    title: 'Changer d’adresse e-mail',
    text: 'Un lien part vers la nouvelle adresse ; elle compte dès qu’il est suivi. L’ancienne en est avertie, et peut s’y opposer.',
    next: 'Nouvelle adresse',
    password: 'Votre mot de passe',
    submit: 'Envoyer le lien',
    sent: (email: string) => `Un lien est parti vers ${email}.`,
    waiting: (email: string) => `${email} attend d’être confirmée.`,
    until: (duration: string) => `Le lien envoyé à cette adresse vaut encore ${duration}.`,
    resend: 'Renvoyer le lien',
    cancel: 'Garder l’adresse actuelle',
    cancelled: 'Votre adresse ne change pas.',
    unproven: 'Cette adresse n’est pas encore confirmée : votre compte ne vaut que dans cette organisation.',
    prove: 'Recevoir un lien',
    proveSent: (email: string) => `Un lien est parti vers ${email}. Il confirme l’adresse par un nouveau mot de passe.`,
  },
  leaving: {
    title: 'Quitter l’organisation',
    text: (organisation: string) =>
      `Ne plus faire partie de ${organisation}. Vous verrez d’abord ce que cela entraîne.`,
    act: (organisation: string) => `Quitter ${organisation}…`,
  },
  notifications: {
    title: 'Notifications',
    text: 'Pour ce navigateur seulement.',
    sound: 'Son à l’arrivée d’un message',
    soundHint: 'Un son bref, quand la fenêtre n’est pas sous vos yeux.',
    tryIt: 'Écouter',
    desktop: 'Notifications du système',
    desktopHint: 'Pour une nouvelle conversation, ou un message dans une des vôtres.',
    blocked: 'Votre navigateur bloque les notifications de ce site. Autorisez-les dans ses réglages, puis rechargez.',
    unsupported: 'Ce navigateur ne sait pas afficher de notifications.',
  },
  password: {
    title: 'Mot de passe',
    text: 'En changer ferme vos autres sessions et met fin à toutes vos clés d’API.',
    current: 'Mot de passe actuel',
    next: 'Nouveau mot de passe',
    needCurrent: 'Indiquez votre mot de passe actuel.',
    submit: 'Changer le mot de passe',
    saved: 'Mot de passe changé. Vos autres sessions sont fermées.',
  },
  sessions: {
    title: 'Sessions',
    text: 'Les navigateurs où votre compte est ouvert.',
    current: 'Cette session',
    unknownBrowser: 'Navigateur inconnu',
    on: (browser: string, system: string) => `${browser} sur ${system}`,
    opened: (when: string) => `ouverte ${when}`,
    endOthers: 'Fermer les autres sessions',
    endOthersTitle: (count: number) =>
      plural(count, { one: 'Fermer l’autre session ?', other: 'Fermer les # autres sessions ?' }),
    endOthersText: 'Ces navigateurs devront se connecter de nouveau. Celui-ci reste ouvert.',
    ended: 'Les autres sessions sont fermées',
    onlyThis: 'Aucune autre session.',
  },
}

export type ProfileWords = typeof profile
