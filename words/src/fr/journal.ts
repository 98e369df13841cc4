import type { JournalEntry } from '#contract/journal.ts'
import type { JournalAct, JournalField, JournalTargetKind } from '#contract/journal-acts.ts'
import { de } from './grammar.ts'

/** What of an entry its sentence is made of. */
export type Told = Pick<JournalEntry, 'actor' | 'act' | 'target' | 'before' | 'after'>

/** Who and what, as a sentence names them. */
interface Names {
  who: string
  what: string
  /** They did it to themselves. */
  isOwn: boolean
  told: Told
}

type Sentence = (names: Names) => string

/** What the journal says, in the console and in its table. Past tense without anybody's gender. */
export interface JournalWords {
  sentenceOf(told: Told): string
  nameOf(actor: JournalEntry['actor']): string
  fields: Record<JournalField, string>
  kinds: Record<JournalTargetKind, string>
  columns: Record<
    | 'at'
    | 'what'
    | 'act'
    | 'actor'
    | 'apiKey'
    | 'address'
    | 'userAgent'
    | 'targetKind'
    | 'target'
    | 'targetId'
    | 'before'
    | 'after'
    | 'door'
    | 'code',
    string
  >
}

const quoted = (name: string) => `« ${name} »`

const sentences: Record<JournalAct, Sentence> = {
  'agents.added': ({ who, what }) => `${who} a ajouté ${what}`,
  'agents.edited': ({ who, what, isOwn }) => (isOwn ? `${who} a modifié sa fiche` : `${who} a modifié ${what}`),
  'agents.activity-changed': ({ who, what, isOwn, told }) => {
    const act = told.after?.active === true ? 'activé' : 'désactivé'
    return isOwn ? `${who} a ${act} son propre accès aux visiteurs` : `${who} a ${act} ${what}`
  },
  'agents.removed': ({ who, what }) => `${who} a supprimé ${what} de l’organisation`,
  'agents.restored': ({ who, what }) => `${who} a rétabli ${what} dans l’organisation`,
  'agents.left': ({ who }) => `${who} a quitté l’organisation`,
  'agents.photo-changed': ({ who, what, isOwn }) =>
    isOwn ? `${who} a changé sa photo` : `${who} a changé la photo ${de(what)}`,
  'invitations.created': ({ who, what }) => `${who} a invité ${what}`,
  'invitations.resent': ({ who, what }) => `${who} a renouvelé l’invitation adressée à ${what}`,
  'invitations.revoked': ({ who, what }) => `${who} a révoqué l’invitation adressée à ${what}`,
  'invitations.accepted': ({ who }) => `${who} a accepté son invitation`,
  'roles.made': ({ who, what }) => `${who} a créé le rôle ${quoted(what)}`,
  'roles.changed': ({ who, what }) => `${who} a modifié le rôle ${quoted(what)}`,
  'roles.removed': ({ who, what }) => `${who} a supprimé le rôle ${quoted(what)}`,
  'sub-accounts.made': ({ who, what }) => `${who} a créé le sous-compte ${quoted(what)}`,
  'sub-accounts.renamed': ({ who, what, told }) => `${who} a renommé le sous-compte ${renamed(told, what)}`,
  'sub-accounts.archived': ({ who, what }) => `${who} a archivé le sous-compte ${quoted(what)}`,
  'sub-accounts.restored': ({ who, what }) => `${who} a rétabli le sous-compte ${quoted(what)}`,
  'organisation.made': ({ who, what }) => `${who} a créé l’organisation ${quoted(what)}`,
  'organisation.renamed': ({ who, what, told }) => `${who} a renommé l’organisation ${renamed(told, what)}`,
  'channels.made': ({ who, what }) => `${who} a créé la messagerie ${quoted(what)}`,
  'channels.changed': ({ who, what }) => `${who} a modifié la messagerie ${quoted(what)}`,
  'channels.routing-changed': ({ who, what }) => `${who} a changé la répartition de la messagerie ${quoted(what)}`,
  'channels.paused': ({ who, what }) => `${who} a mis en pause la messagerie ${quoted(what)}`,
  'channels.resumed': ({ who, what }) => `${who} a remis en service la messagerie ${quoted(what)}`,
  'channels.archived': ({ who, what }) => `${who} a archivé la messagerie ${quoted(what)}`,
  'channels.restored': ({ who, what }) => `${who} a rétabli la messagerie ${quoted(what)}`,
  'channels.moved': ({ who, what }) => `${who} a changé de sous-compte la messagerie ${quoted(what)}`,
  'questionnaires.made': ({ who, what }) => `${who} a créé le questionnaire ${quoted(what)}`,
  'questionnaires.changed': ({ who, what }) => `${who} a modifié le questionnaire ${quoted(what)}`,
  'questionnaires.removed': ({ who, what }) => `${who} a supprimé le questionnaire ${quoted(what)}`,
  'questionnaires.published': ({ who, what }) => `${who} a publié le questionnaire ${quoted(what)}`,
  'questionnaires.version-restored': ({ who, what }) =>
    `${who} a repris une ancienne version du questionnaire ${quoted(what)}`,
  'shortcuts.made': ({ who, what }) => `${who} a créé le raccourci ${what}`,
  'shortcuts.changed': ({ who, what }) => `${who} a modifié le raccourci ${what}`,
  'shortcuts.removed': ({ who, what }) => `${who} a supprimé le raccourci ${what}`,
  'shortcuts.restored': ({ who, what }) => `${who} a rétabli le raccourci ${what}`,
  'reasons.made': ({ who, what }) => `${who} a créé le motif de rendez-vous ${quoted(what)}`,
  'reasons.changed': ({ who, what }) => `${who} a modifié le motif de rendez-vous ${quoted(what)}`,
  'reasons.archived': ({ who, what }) => `${who} a archivé le motif de rendez-vous ${quoted(what)}`,
  'reasons.restored': ({ who, what }) => `${who} a rétabli le motif de rendez-vous ${quoted(what)}`,
  'calendars.changed': ({ who, what, isOwn }) =>
    isOwn ? `${who} a modifié son propre agenda` : `${who} a modifié l’agenda de ${what}`,
  'journal.exported': ({ who }) => `${who} a exporté le journal`,
  'billing.plan-changed': ({ who }) => `${who} a changé le forfait`,
  'billing.sales-requested': ({ who }) => `${who} a contacté le service commercial`,
  'api-keys.made': ({ who, what }) => `${who} a créé la clé d’API ${quoted(what)}`,
  'api-keys.revoked': ({ who, what }) => `${who} a révoqué la clé d’API ${quoted(what)}`,
  'accounts.profile-changed': ({ who }) => `${who} a modifié son profil`,
  'accounts.email-changed': ({ who }) => `${who} a changé l’adresse e-mail de son compte`,
  'accounts.password-changed': ({ who }) => `${who} a changé son mot de passe`,
  'accounts.password-reset': ({ who }) => `${who} a choisi un nouveau mot de passe par le lien d’un courrier`,
  'accounts.erased': ({ who }) => `${who} a effacé son compte`,
  'sign-in': ({ who }) => `${who} a ouvert une session`,
  'sign-in.refused': ({ what }) => `Mot de passe incorrect pour le compte ${de(what)}`,
  'sign-out': ({ who }) => `${who} a fermé sa session`,
  'sessions.ended': ({ who }) => `${who} a fermé ses autres sessions`,
  refused: ({ who, what, told }) =>
    told.target
      ? `${who} a tenté d’agir sur ${what} sans en avoir le droit`
      : `${who} a tenté un accès sans en avoir le droit`,
}

const renamed = ({ before }: Told, now: string) =>
  typeof before?.name === 'string' ? `${quoted(before.name)} en ${quoted(now)}` : quoted(now)

const kinds: JournalWords['kinds'] = {
  agent: 'agent',
  invitation: 'invitation',
  role: 'rôle',
  'sub-account': 'sous-compte',
  organisation: 'organisation',
  channel: 'messagerie',
  questionnaire: 'questionnaire',
  shortcut: 'raccourci',
  reason: 'motif de rendez-vous',
  'api-key': 'clé d’API',
  letter: 'courrier',
  conversation: 'conversation',
}

/** What is named by its kind alone: nobody here knows it by a name. */
const unnamed: JournalWords['kinds'] = {
  agent: 'un agent inconnu',
  invitation: 'une invitation inconnue',
  role: 'un rôle inconnu',
  'sub-account': 'un sous-compte inconnu',
  organisation: 'une organisation inconnue',
  channel: 'une messagerie inconnue',
  questionnaire: 'un questionnaire inconnu',
  shortcut: 'un raccourci inconnu',
  reason: 'un motif de rendez-vous inconnu',
  'api-key': 'une clé d’API inconnue',
  letter: 'un courrier inconnu',
  conversation: 'une conversation',
}

const nameOf: JournalWords['nameOf'] = ({ kind, name }) => {
  if (kind === 'agent') return name
  return { stranger: 'Quelqu’un', operator: 'L’hébergement', system: 'Comptoir' }[kind]
}

export const journal: JournalWords = {
  sentenceOf: (told) =>
    sentences[told.act]({
      who: nameOf(told.actor),
      what: told.target ? told.target.name || unnamed[told.target.kind] : '',
      isOwn: told.target?.kind === 'agent' && told.target.id === told.actor.id,
      told,
    }),
  nameOf,
  kinds,
  fields: {
    firstName: 'Prénom',
    lastName: 'Nom',
    name: 'Nom',
    shownName: 'Nom montré aux visiteurs',
    email: 'Adresse e-mail',
    description: 'Description',
    photo: 'Photo',
    role: 'Rôle',
    customRole: 'Rôle de l’organisation',
    subAccount: 'Sous-compte',
    permissions: 'Permissions',
    modules: 'Modules',
    reach: 'Conversations à portée',
    languages: 'Langues',
    conversationLimit: 'Conversations à la fois',
    questionnaires: 'Questionnaires',
    versionNumber: 'Version',
    active: 'Actif',
    activeOnArrival: 'Actif dès l’arrivée',
    expiresAt: 'Expire le',
    locale: 'Langue de l’interface',
    sites: 'Sites',
    colour: 'Couleur',
    position: 'Place du widget',
    titles: 'Titres',
    greetings: 'Mots d’accueil',
    awayTexts: 'Mots d’absence',
    hours: 'Horaires',
    closedDays: 'Jours de fermeture',
    whenNobody: 'Quand personne ne peut répondre',
    ratingQuestions: 'Questions de l’avis',
    asksRating: 'Avis demandé',
    routing: 'Répartition',
    offerSeconds: 'Délai d’une proposition, en secondes',
    model: 'Modèle',
    archived: 'Archivé',
    heir: 'Confié à',
    plan: 'Forfait',
    seats: 'Places',
    price: 'Prix',
    browsers: 'Sessions fermées',
    key: 'Mot du raccourci',
    texts: 'Textes',
    place: 'Lieu',
    placeDetail: 'Adresse ou lien',
    minutes: 'Durée, en minutes',
    everyMinutes: 'Un créneau toutes les, en minutes',
    beforeMinutes: 'Temps libre avant, en minutes',
    afterMinutes: 'Temps libre après, en minutes',
    noticeMinutes: 'Délai de réservation, en minutes',
    aheadDays: 'Réservable à l’avance, en jours',
    reminders: 'Rappels, en minutes avant',
    takers: 'Qui reçoit',
    visitorsChoose: 'Choix de la personne par les visiteurs',
    zone: 'Fuseau horaire',
    holidays: 'Jours fériés',
    outsideCalendar: 'Autre agenda lu',
    opening: 'Plage d’ouverture',
    absence: 'Absence',
  },
  columns: {
    at: 'Date (UTC)',
    what: 'Événement',
    act: 'Code',
    actor: 'Auteur',
    apiKey: 'Clé d’API',
    address: 'Adresse IP',
    userAgent: 'Navigateur',
    targetKind: 'Type d’objet',
    target: 'Objet',
    targetId: 'Identifiant',
    before: 'Avant',
    after: 'Après',
    door: 'Requête refusée',
    code: 'Refus',
  },
}
