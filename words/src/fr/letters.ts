/** The letters that Comptoir sends, in plain text. {link} stands on a line of its own: the server puts the link there. */
export const letters = {
  invitation: ({ inviter, organisation, subAccount, role }: InvitationParams): Letter => ({
    subject: `${inviter} vous invite chez ${organisation}`,
    body: `Bonjour,

${inviter} vous invite à rejoindre ${organisation} dans Comptoir, pour ${tasks[role]}${
      subAccount === null ? '' : ` (${subAccount})`
    }.

Il vous suffit d’ouvrir ce lien :

{link}

Il est pour vous seulement : il ne sert qu’une fois, et vaut 7 jours.

Vous n’attendiez pas cette invitation ? Laissez-la de côté : sans vous, il ne se passera rien.

À bientôt,
Comptoir
`,
  }),

  passwordReset: ({ name, email, host }: PasswordResetParams): Letter => ({
    subject: 'Votre nouveau mot de passe',
    body: `Bonjour ${name},

Un nouveau mot de passe a été demandé pour ${email} sur ${host}. Choisissez-le ici :

{link}

Ce lien vaut une heure et ne sert qu’une fois. Le nouveau mot de passe fermera toutes vos sessions.

Ce n’était pas vous ? Votre mot de passe actuel reste valable, et il n’y a rien à faire : seule la personne qui lit ce courrier peut en changer.

À bientôt,
Comptoir
`,
  }),

  /** To whoever was added with a password that somebody else chose. */
  confirmation: ({ name, organisation, by, host }: ConfirmationParams): Letter => ({
    subject: `Votre compte chez ${organisation}`,
    body: `Bonjour ${name},

${by} vous a ajouté un compte chez ${organisation}, sur ${host}, avec un premier mot de passe.

Choisissez le vôtre, que personne d’autre ne connaîtra :

{link}

Ce lien vaut 7 jours et ne sert qu’une fois. Il confirme aussi que cette adresse est la vôtre.

À bientôt,
Comptoir
`,
  }),

  emailChange: ({ name, email, host }: EmailChangeParams): Letter => ({
    subject: 'Confirmez votre nouvelle adresse',
    body: `Bonjour ${name},

${email} doit devenir l’adresse de votre compte sur ${host}. Confirmez-le ici :

{link}

Ce lien vaut 24 heures et ne sert qu’une fois. D’ici là, votre adresse actuelle reste la bonne.

Vous n’avez rien demandé ? Laissez ce courrier de côté : il ne se passera rien.

À bientôt,
Comptoir
`,
  }),

  /** To the old address, about the new one. */
  emailObjection: ({ name, email, by, host }: EmailObjectionParams): Letter => ({
    subject: 'Votre adresse va changer',
    body: `Bonjour ${name},

${by === null ? 'Une personne connectée à votre compte' : by} a demandé que l’adresse de votre compte sur ${host} devienne ${email}.

C’est bien voulu ? Il n’y a rien à faire.

Sinon, ouvrez ce lien : l’adresse restera la vôtre, ou le redeviendra, et vous choisirez un nouveau mot de passe.

{link}

Ce lien vaut 7 jours.

À bientôt,
Comptoir
`,
  }),

  signUp: ({ name, organisation, host }: SignUpParams): Letter => ({
    subject: `Ouvrez ${organisation} dans Comptoir`,
    body: `Bonjour ${name},

Il ne manque que votre mot de passe pour ouvrir ${organisation} sur ${host} :

{link}

Ce lien vaut 24 heures et ne sert qu’une fois.

Vous n’avez rien demandé ? Laissez ce courrier de côté : rien n’existe encore, et il ne se passera rien.

À bientôt,
Comptoir
`,
  }),

  /** To somebody who signs up with an address that has an account. The link leads to the sign-in page. */
  alreadySignedUp: ({ email, organisation, host }: AlreadySignedUpParams): Letter => ({
    subject: 'Vous avez déjà un compte',
    body: `Bonjour,

Quelqu’un a voulu ouvrir ${organisation} sur ${host} avec l’adresse ${email}, qui a déjà un compte.

C’était vous ? Connectez-vous, puis créez l’organisation depuis le menu des organisations :

{link}

Ce n’était pas vous ? Il n’y a rien à faire : rien n’a changé.

À bientôt,
Comptoir
`,
  }),

  /** To whoever runs the server, about an organisation that asks for what no plan offers by itself. No link. */
  salesRequest: (request: SalesRequestParams): Letter => ({
    subject: `Demande de ${request.organisation} au service commercial`,
    body: `${request.name} (${request.organisation}) demande à parler d’un forfait.

Répondre à : ${request.email}
Téléphone : ${request.phone === '' ? 'non indiqué' : request.phone}
Places souhaitées : ${request.wishedSeats ?? 'à discuter'}
Forfait actuel : ${request.plan}, ${request.seats === null ? 'places illimitées' : `places : ${request.seats}`}
Organisation : ${request.organisationId}

${request.message}

--
Les demandes sans réponse : npm run sales-requests
Changer le forfait d’une organisation : npm run subscription
`,
  }),

  /** Where the link stood, in a letter that has left or lost its purpose. */
  /** A conversation's words, for its visitor: the parts of the letter around them. */
  transcript: {
    title: (organisation: string) => `Votre échange avec ${organisation}`,
    zone: (zone: string) => `Les heures sont celles de ${zone}.`,
    cut: 'Le début de cet échange, trop long pour un courrier, n’est pas repris ici.',
    file: (name: string) => `[Fichier : ${name}]`,
    foot: (organisation: string) =>
      `Vous recevez ce courrier parce que cet échange a été demandé à cette adresse. Les réponses à ce courrier ne sont pas lues : pour continuer, écrivez à ${organisation} dans la fenêtre de discussion de son site.`,
  },

  /** About an appointment, for its visitor. Their calendar gets the same, in a file that goes with it. */
  appointment: {
    subject: {
      booked: (organisation: string) => `Votre rendez-vous avec ${organisation}`,
      moved: (organisation: string) => `Votre rendez-vous avec ${organisation} change d’heure`,
      reassigned: (organisation: string) => `Votre rendez-vous avec ${organisation} : une autre personne vous reçoit`,
      cancelled: (organisation: string) => `Votre rendez-vous avec ${organisation} est annulé`,
      reminder: (organisation: string) => `Rappel : votre rendez-vous avec ${organisation}`,
      'asked-to-move': (organisation: string) => `Choisissez un autre moment avec ${organisation}`,
    },
    hello: (name: string) => `Bonjour ${name},`,
    lead: {
      booked: 'Votre rendez-vous est réservé.',
      moved: 'Votre rendez-vous a un nouvel horaire.',
      reassigned: 'Votre rendez-vous est maintenu au même moment, avec une autre personne.',
      cancelled: 'Votre rendez-vous est annulé.',
      reminder: 'Votre rendez-vous approche.',
      'asked-to-move':
        'Le moment de votre rendez-vous ne convient plus à la personne qui vous reçoit. Choisissez-en un autre : jusque-là, il reste prévu.',
    },
    why: (why: string) => `Explication : ${why}`,
    what: 'Objet',
    when: 'Quand',
    withWhom: 'Avec',
    place: { 'on-site': 'Où', phone: 'Par téléphone', video: 'En vidéo' },
    calledAt: (phone: string) => `nous vous appelons au ${phone}`,
    link: 'Pour le déplacer ou l’annuler :',
    otherTime: 'Pour choisir un autre moment, ou annuler :',
    foot: (organisation: string) =>
      `Ce lien n’est que pour vous : qui l’ouvre peut déplacer ou annuler ce rendez-vous. Les réponses à ce courrier ne sont pas lues par ${organisation}.`,
    footCancelled: (organisation: string) => `Les réponses à ce courrier ne sont pas lues par ${organisation}.`,
    /** In their calendar. */
    entry: (title: string, organisation: string) => `${title} – ${organisation}`,
  },

  /** In the outbox, instead of a conversation's words. */
  notHere:
    '[Cette lettre reprend les mots d’une conversation : ils se lisent dans la conversation, par qui y a accès.]',

  linkGone: '[Le lien n’est plus lisible ici : il n’était que pour la personne à qui la lettre est adressée.]',
}

const tasks = {
  administrator: 'administrer l’organisation',
  moderator: 'veiller sur toutes les conversations',
  manager: 'diriger un sous-compte',
  agent: 'répondre aux visiteurs',
}

interface Letter {
  subject: string
  body: string
}

interface InvitationParams {
  inviter: string
  organisation: string
  /** Null where there is nothing to tell apart. */
  subAccount: string | null
  role: keyof typeof tasks
}

interface PasswordResetParams {
  name: string
  email: string
  /** Where this Comptoir is, as people see it in the address bar. */
  host: string
}

interface ConfirmationParams {
  name: string
  organisation: string
  /** Who added them. */
  by: string
  host: string
}

interface EmailChangeParams {
  name: string
  /** The new one. */
  email: string
  host: string
}

interface EmailObjectionParams extends EmailChangeParams {
  /** The administrator who asked; null: whoever is signed in. */
  by: string | null
}

interface SignUpParams {
  name: string
  organisation: string
  host: string
}

interface AlreadySignedUpParams {
  email: string
  organisation: string
  host: string
}

interface SalesRequestParams {
  organisation: string
  organisationId: string
  name: string
  email: string
  /** Empty: none given. */
  phone: string
  /** The name of the plan they are on. */
  plan: string
  /** Null: unlimited. */
  seats: number | null
  /** Null: to be talked about. */
  wishedSeats: number | null
  message: string
}

export type LetterTexts = typeof letters
