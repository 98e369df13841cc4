import type { JournalAct } from '#contract/journal-acts.ts'
import type { JournalWords, Told } from '../fr/journal.ts'

interface Names {
  who: string
  what: string
  isOwn: boolean
  told: Told
}

const quoted = (name: string) => `“${name}”`

const sentences: Record<JournalAct, (names: Names) => string> = {
  'agents.added': ({ who, what }) => `${who} added ${what}`,
  'agents.edited': ({ who, what, isOwn }) => (isOwn ? `${who} edited their own settings` : `${who} edited ${what}`),
  'agents.activity-changed': ({ who, what, isOwn, told }) => {
    const act = told.after?.active === true ? 'activated' : 'deactivated'
    return isOwn ? `${who} ${act} themselves` : `${who} ${act} ${what}`
  },
  'agents.removed': ({ who, what }) => `${who} removed ${what} from the organisation`,
  'agents.restored': ({ who, what }) => `${who} brought ${what} back into the organisation`,
  'agents.left': ({ who }) => `${who} left the organisation`,
  'agents.photo-changed': ({ who, what, isOwn }) =>
    isOwn ? `${who} changed their photo` : `${who} changed the photo of ${what}`,
  'invitations.created': ({ who, what }) => `${who} invited ${what}`,
  'invitations.resent': ({ who, what }) => `${who} renewed the invitation for ${what}`,
  'invitations.revoked': ({ who, what }) => `${who} revoked the invitation for ${what}`,
  'invitations.accepted': ({ who }) => `${who} accepted their invitation`,
  'roles.made': ({ who, what }) => `${who} made the role ${quoted(what)}`,
  'roles.changed': ({ who, what }) => `${who} changed the role ${quoted(what)}`,
  'roles.removed': ({ who, what }) => `${who} removed the role ${quoted(what)}`,
  'sub-accounts.made': ({ who, what }) => `${who} made the sub-account ${quoted(what)}`,
  'sub-accounts.renamed': ({ who, what, told }) => `${who} renamed the sub-account ${renamed(told, what)}`,
  'sub-accounts.archived': ({ who, what }) => `${who} archived the sub-account ${quoted(what)}`,
  'sub-accounts.restored': ({ who, what }) => `${who} brought back the sub-account ${quoted(what)}`,
  'organisation.made': ({ who, what }) => `${who} made the organisation ${quoted(what)}`,
  'organisation.renamed': ({ who, what, told }) => `${who} renamed the organisation ${renamed(told, what)}`,
  'channels.made': ({ who, what }) => `${who} made the channel ${quoted(what)}`,
  'channels.changed': ({ who, what }) => `${who} changed the channel ${quoted(what)}`,
  'channels.routing-changed': ({ who, what }) =>
    `${who} changed how conversations of the channel ${quoted(what)} are handed out`,
  'channels.paused': ({ who, what }) => `${who} paused the channel ${quoted(what)}`,
  'channels.resumed': ({ who, what }) => `${who} let the channel ${quoted(what)} run again`,
  'channels.archived': ({ who, what }) => `${who} archived the channel ${quoted(what)}`,
  'channels.restored': ({ who, what }) => `${who} brought back the channel ${quoted(what)}`,
  'channels.moved': ({ who, what }) => `${who} moved the channel ${quoted(what)} to another sub-account`,
  'questionnaires.made': ({ who, what }) => `${who} made the questionnaire ${quoted(what)}`,
  'questionnaires.changed': ({ who, what }) => `${who} changed the questionnaire ${quoted(what)}`,
  'questionnaires.removed': ({ who, what }) => `${who} removed the questionnaire ${quoted(what)}`,
  'questionnaires.published': ({ who, what }) => `${who} published the questionnaire ${quoted(what)}`,
  'questionnaires.version-restored': ({ who, what }) =>
    `${who} took up an earlier version of the questionnaire ${quoted(what)}`,
  'shortcuts.made': ({ who, what }) => `${who} made the shortcut ${what}`,
  'shortcuts.changed': ({ who, what }) => `${who} changed the shortcut ${what}`,
  'shortcuts.removed': ({ who, what }) => `${who} removed the shortcut ${what}`,
  'shortcuts.restored': ({ who, what }) => `${who} restored the shortcut ${what}`,
  'reasons.made': ({ who, what }) => `${who} made the appointment reason ${quoted(what)}`,
  'reasons.changed': ({ who, what }) => `${who} changed the appointment reason ${quoted(what)}`,
  'reasons.archived': ({ who, what }) => `${who} archived the appointment reason ${quoted(what)}`,
  'reasons.restored': ({ who, what }) => `${who} brought back the appointment reason ${quoted(what)}`,
  'calendars.changed': ({ who, what, isOwn }) =>
    isOwn ? `${who} changed their own calendar` : `${who} changed the calendar of ${what}`,
  'journal.exported': ({ who }) => `${who} exported the journal`,
  'billing.plan-changed': ({ who }) => `${who} changed the plan`,
  'billing.sales-requested': ({ who }) => `${who} contacted sales`,
  'api-keys.made': ({ who, what }) => `${who} made the API key ${quoted(what)}`,
  'api-keys.revoked': ({ who, what }) => `${who} revoked the API key ${quoted(what)}`,
  'accounts.profile-changed': ({ who }) => `${who} changed their profile`,
  'accounts.email-changed': ({ who }) => `${who} changed the e-mail address of their account`,
  'accounts.password-changed': ({ who }) => `${who} changed their password`,
  'accounts.password-reset': ({ who }) => `${who} chose a new password by the link of a letter`,
  'accounts.erased': ({ who }) => `${who} erased their account`,
  'sign-in': ({ who }) => `${who} signed in`,
  'sign-in.refused': ({ what }) => `Wrong password for the account of ${what}`,
  'sign-out': ({ who }) => `${who} signed out`,
  'sessions.ended': ({ who }) => `${who} closed their other sessions`,
  refused: ({ who, what, told }) =>
    told.target ? `${who} tried to act on ${what} without the right to` : `${who} tried to get in without the right to`,
}

const renamed = ({ before }: Told, now: string) =>
  typeof before?.name === 'string' ? `${quoted(before.name)} to ${quoted(now)}` : quoted(now)

const unnamed: JournalWords['kinds'] = {
  agent: 'an unknown agent',
  invitation: 'an unknown invitation',
  role: 'an unknown role',
  'sub-account': 'an unknown sub-account',
  organisation: 'an unknown organisation',
  channel: 'an unknown channel',
  questionnaire: 'an unknown questionnaire',
  shortcut: 'an unknown shortcut',
  reason: 'an unknown appointment reason',
  'api-key': 'an unknown API key',
  letter: 'an unknown letter',
  conversation: 'a conversation',
}

const nameOf: JournalWords['nameOf'] = ({ kind, name }) => {
  if (kind === 'agent') return name
  return { stranger: 'Somebody', operator: 'The operator', system: 'Comptoir' }[kind]
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
  kinds: {
    agent: 'agent',
    invitation: 'invitation',
    role: 'role',
    'sub-account': 'sub-account',
    organisation: 'organisation',
    channel: 'channel',
    questionnaire: 'questionnaire',
    shortcut: 'shortcut',
    reason: 'appointment reason',
    'api-key': 'API key',
    letter: 'letter',
    conversation: 'conversation',
  },
  fields: {
    firstName: 'First name',
    lastName: 'Last name',
    name: 'Name',
    shownName: 'Name shown to visitors',
    email: 'E-mail address',
    description: 'Description',
    photo: 'Photo',
    role: 'Role',
    customRole: 'Role of the organisation',
    subAccount: 'Sub-account',
    permissions: 'Permissions',
    modules: 'Modules',
    reach: 'Conversations in reach',
    languages: 'Languages',
    conversationLimit: 'Conversations at once',
    questionnaires: 'Questionnaires',
    versionNumber: 'Version',
    active: 'Active',
    activeOnArrival: 'Active on arrival',
    expiresAt: 'Expires',
    locale: 'Language of the interface',
    sites: 'Sites',
    colour: 'Colour',
    position: 'Place of the widget',
    titles: 'Titles',
    greetings: 'Greetings',
    awayTexts: 'Words of absence',
    hours: 'Opening hours',
    closedDays: 'Closed days',
    whenNobody: 'When nobody can answer',
    ratingQuestions: 'Questions of the rating',
    asksRating: 'Rating asked for',
    routing: 'Handing out',
    offerSeconds: 'Time to take an offer, in seconds',
    model: 'Model',
    archived: 'Archived',
    heir: 'Handed to',
    plan: 'Plan',
    seats: 'Seats',
    price: 'Price',
    browsers: 'Sessions closed',
    key: 'Word of the shortcut',
    texts: 'Texts',
    place: 'Where',
    placeDetail: 'Address or link',
    minutes: 'Length, in minutes',
    everyMinutes: 'A time every, in minutes',
    beforeMinutes: 'Kept free before, in minutes',
    afterMinutes: 'Kept free after, in minutes',
    noticeMinutes: 'Booked beforehand, in minutes',
    aheadDays: 'Booked ahead, in days',
    reminders: 'Reminders, in minutes before',
    takers: 'Who receives',
    visitorsChoose: 'Visitors choose with whom',
    zone: 'Time zone',
    holidays: 'Public holidays',
    outsideCalendar: 'Other calendar read',
    opening: 'Opening',
    absence: 'Absence',
  },
  columns: {
    at: 'Date (UTC)',
    what: 'Event',
    act: 'Code',
    actor: 'By',
    apiKey: 'API key',
    address: 'IP address',
    userAgent: 'Browser',
    targetKind: 'Kind of object',
    target: 'Object',
    targetId: 'Id',
    before: 'Before',
    after: 'After',
    door: 'Refused request',
    code: 'Refusal',
  },
}
