// The closed unions of product.md, free of the validator: widget and console may import them.

export const locales = ['fr', 'en'] as const
export type Locale = (typeof locales)[number]

export const roles = ['administrator', 'moderator', 'manager', 'agent'] as const
export type Role = (typeof roles)[number]

export const modules = [
  'dashboard',
  'conversations',
  'visitors',
  'recordings',
  'appointments',
  'contacts',
  'questionnaires',
  'channels',
  'shortcuts',
  'statistics',
] as const
export type Module = (typeof modules)[number]

/** What a role may allow besides modules. Everything holds within the holder's scope: one sub-account, or all of them. */
export const permissions = [
  'organisation.change', // its name and settings
  'billing.change', // plan and seats
  'sub-accounts.change',
  'roles.change',
  'people.change', // see, invite, add, edit, activate and remove people
  'channels.change',
  'questionnaires.change',
  'shortcuts.change', // those that are shared
  'conversations.run', // close and return conversations of others
  'appointments.change', // reasons, and when others receive
  'appointments.run', // see, keep and reassign appointments of others
  'statistics.read', // figures of others than oneself
  'letters.read',
  'journal.read',
] as const
export type Permission = (typeof permissions)[number]

/** Those that concern the whole organisation alone: a role of one sub-account cannot hold them. */
export const wholePermissions: readonly Permission[] = [
  'sub-accounts.change',
  'roles.change',
  'letters.read',
  'journal.read',
]

/** Whether a role holds for one sub-account or for all of them. */
export type RoleScope = 'sub-account' | 'organisation'

/** What a role is from the start, before an administrator makes one of their own from it. */
export interface RoleModel {
  scope: RoleScope
  permissions: readonly Permission[]
  /** Held by everyone of the role; where `choosesModules`, only proposed. */
  modules: readonly Module[]
  choosesModules: boolean
}

export const roleModels: Record<Role, RoleModel> = {
  administrator: { scope: 'organisation', permissions, modules, choosesModules: false },
  moderator: {
    scope: 'organisation',
    permissions: [
      'conversations.run',
      'questionnaires.change',
      'shortcuts.change',
      'appointments.run',
      'statistics.read',
    ],
    modules,
    choosesModules: false,
  },
  manager: {
    scope: 'sub-account',
    permissions: [
      'people.change',
      'channels.change',
      'questionnaires.change',
      'shortcuts.change',
      'conversations.run',
      'appointments.change',
      'appointments.run',
      'statistics.read',
    ],
    modules,
    choosesModules: false,
  },
  agent: {
    scope: 'sub-account',
    permissions: [],
    modules: ['conversations', 'visitors', 'recordings', 'shortcuts'],
    choosesModules: true,
  },
}

/** Which conversations an agent reaches besides the pending ones they may take. */
export const reaches = ['own', 'sub-account', 'all'] as const
export type Reach = (typeof reaches)[number]

/** Whose a shortcut is; of the same key the nearest is meant, in this order. */
export const shortcutScopes = ['own', 'sub-account', 'organisation'] as const
export type ShortcutScope = (typeof shortcutScopes)[number]

export const availabilities = ['available', 'away'] as const
export type Availability = (typeof availabilities)[number]

/** Where conversations come from. Another kind begins with a line here: the compiler asks every table by kind for its own. */
export const channelKinds = ['website'] as const
export type ChannelKind = (typeof channelKinds)[number]

/** Paused: nothing new can be written there, what exists goes on. Archived: out of use, and of the way. */
export const channelStates = ['running', 'paused', 'archived'] as const
export type ChannelState = (typeof channelStates)[number]

/** What visitors meet when nobody can answer: a form that waits for somebody, nothing at all, the questionnaire alone. */
export const absences = ['form', 'hidden', 'questionnaire'] as const
export type Absence = (typeof absences)[number]

/** At which lower corner of a page the widget stands. */
export const sides = ['left', 'right'] as const

export const conversationStates = ['pending', 'open', 'closed'] as const
export type ConversationState = (typeof conversationStates)[number]

/** A note is for agents only; a notice tells what happened to the conversation. */
export const messageKinds = ['text', 'note', 'notice'] as const
export type MessageKind = (typeof messageKinds)[number]

/** What an agent does in a conversation that colleagues may see: reads it, writes a note, is no longer there. */
export const lookings = ['reading', 'noting', 'gone'] as const
export type Looking = (typeof lookings)[number]

export const noticeActs = [
  'picked-up',
  'closed',
  'reopened',
  // back in the queue: its agent was deactivated, was removed, may no longer reach it
  'deactivated',
  'left',
  'out-of-reach',
  'away', // went away without having answered
  'gone', // closed the console without having answered, and did not come back
  'handed-over', // to whoever took over from an agent who was removed
  // by hand: to an agent, to the queue of another sub-account, to the queue of its own
  'transferred',
  'moved',
  'given-back',
  'rated', // by its visitor, once it was closed; for agents only
  'transcript-sent', // its words left as a letter; a visitor reads of it if they asked for it
  // an appointment that stands in it: made, at another time, called off, with somebody else
  'appointment-booked',
  'appointment-moved',
  'appointment-cancelled',
  'appointment-reassigned',
] as const
export type NoticeAct = (typeof noticeActs)[number]

/** What a visitor reads as a notice: of their rating they are shown the rating itself. */
export type NoticeForVisitor = Exclude<NoticeAct, 'rated'>

/** What tells of an appointment. */
export type AppointmentNotice = Extract<NoticeAct, `appointment-${string}`>

/** How a visitor rates a conversation: from very poor to excellent. */
export const scores = [1, 2, 3, 4, 5] as const
export type Score = (typeof scores)[number]

/** What calls for an agent. */
export const notificationKinds = [
  'offered', // it is theirs to take, for some seconds
  'waiting', // somebody began to wait whom they may take
  'message', // the visitor wrote in a conversation of theirs
  'transferred', // a colleague gave them a conversation
  'mention', // a colleague named them in a note
  'appointment', // somebody else booked, moved, cancelled or reassigned an appointment of theirs
] as const
export type NotificationKind = (typeof notificationKinds)[number]

/** What calls for an agent in a conversation. */
export type ConversationCall = Exclude<NotificationKind, 'appointment'>

/** What somebody else made of an appointment, as it calls whoever receives, or did. */
export const appointmentCalls = [
  'booked', // with them
  'moved',
  'cancelled',
  'given', // to them, from somebody else
  'taken', // from them: somebody else receives
] as const
export type AppointmentCall = (typeof appointmentCalls)[number]

/** How: `sound` and `desktop` by a console that is open, `push` where none is. */
export const notificationWays = ['sound', 'desktop', 'push'] as const
export type NotificationWay = (typeof notificationWays)[number]

/** How waiting conversations of a channel find somebody: whoever wishes takes one, or one agent after the other is offered it. */
export const routingModes = ['by-hand', 'round-robin', 'least-busy'] as const
export type RoutingMode = (typeof routingModes)[number]

/** Why somebody does not get a waiting conversation now. */
export const whyNots = [
  'inactive',
  'no-module', // without the module conversations
  'sub-account', // of another one
  'language',
  'questionnaire', // no advisor of it
  'offline', // no console open
  'away', // by their own word
  'full', // as many open, or offered, as they may have
  'asked', // had it offered in this round
  'later', // others had their turn longer ago
  'busier', // others have less to do
] as const
export type WhyNot = (typeof whyNots)[number]

/** Why nobody at all could take it now. */
export const whyBlocked = ['nobody-active', 'language', 'questionnaire', 'all-away', 'all-full'] as const
export type WhyBlocked = (typeof whyBlocked)[number]

/** What became of a waiting conversation when it was decided. */
export const routingOutcomes = ['offer', 'waits', 'nobody'] as const
export type RoutingOutcome = (typeof routingOutcomes)[number]

/** Why it was decided anew. */
export const routingCauses = [
  'waiting', // it came, or came back, or others could take it than before
  'passed', // by whom it was offered to
  'expired', // the offer was not taken in its time
  'withdrawn', // who had it offered can no longer take it
] as const
export type RoutingCause = (typeof routingCauses)[number]

/** Where an appointment is kept. */
export const appointmentPlaces = ['on-site', 'phone', 'video'] as const
export type AppointmentPlace = (typeof appointmentPlaces)[number]

/** Honoured and missed are said once it has begun. Cancelled is final: whoever comes after all books anew. */
export const appointmentStates = ['booked', 'honoured', 'missed', 'cancelled'] as const
export type AppointmentState = (typeof appointmentStates)[number]

/** Why somebody cannot be given an appointment at a time; the first that holds is told. */
export const whyNotFree = [
  'inactive',
  'no-module',
  'sub-account',
  'reason',
  'absent',
  'holiday',
  'closed',
  'busy',
  'taken',
] as const
export type WhyNotFree = (typeof whyNotFree)[number]
