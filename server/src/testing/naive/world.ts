// A small world in memory: plain lists, looked through by hand. Written from product.md's words, and sharing no code and no types
// with the server's rules, so that both would have to be wrong in the same way.

export type Role = 'administrator' | 'moderator' | 'manager' | 'agent'

export interface World {
  houses: House[]
  people: Person[]
  visitors: Visitor[]
}

/** An organisation. */
export interface House {
  id: string
  name: string
  subAccounts: SubAccount[]
  roles: OwnRole[]
  questionnaires: Questionnaire[]
  /** How many people and open invitations there may be; null: any number. */
  seats: number | null
  agents: Agent[]
  channels: Channel[]
  conversations: Conversation[]
  invitations: Invitation[]
  shortcuts: Shortcut[]
  uploads: Upload[]
  runs: Run[]
  transcripts: Transcript[]
  reasons: Reason[]
  appointments: Appointment[]
  appointmentLetters: AppointmentLetter[]
  /** How many acts the world has seen: its clock. */
  step: number
}

export interface SubAccount {
  id: string
  name: string
  version: number
  archived: boolean
}

/** A role of the house's own: a copy of one of the four with something taken away or added. */
export interface OwnRole {
  id: string
  name: string
  model: Role
  permissions: string[]
  modules: string[]
  version: number
  removed: boolean
}

export interface Questionnaire {
  id: string
  subAccountId: string
  name: string
  version: number
  archived: boolean
  /** What will be published next: its version, and whether it asks what can be published. */
  draft: { version: number; flow: FlowKind }
  /** What visitors answer, each as it was published; the last is the present one. */
  published: FlowKind[]
}

/** Nothing yet; a question that leads to an agent; one that leads nowhere, which nobody may publish. */
export type FlowKind = 'empty' | 'asks' | 'broken'

/** A reusable reply: of somebody, of a sub-account, or, with neither, of the house. */
export interface Shortcut {
  id: string
  owner: Agent | null
  subAccountId: string | null
  key: string
  text: string
  version: number
  used: number
  removed: boolean
}

/** A file that arrived, and what became of it. */
export interface Upload {
  id: string
  clientFileId: string
  name: string
  by: Agent | { visitor: Visitor; channelId: string }
  /** Where an agent sends it. */
  conversationId: string | null
  /** Whether it went with a message. */
  isTaken: boolean
}

/** A visitor in the middle of what a channel asks: their name is given, their words are to come. */
export interface Run {
  visitor: Visitor
  channelId: string
  questionnaireId: string
  name: string
}

/** Words of a talk that went by letter. */
export interface Transcript {
  letterId: string
  conversation: Conversation
  to: string
}

/** What visitors of a sub-account book an appointment for. */
export interface Reason {
  id: string
  subAccountId: string
  name: string
  /** Null: everybody who belongs to the sub-account. Whoever was removed receives nobody, and is one of them again once back. */
  takers: Agent[] | null
  visitorsChoose: boolean
  version: number
  archived: boolean
}

/** An hour of somebody's that was promised to somebody who comes. */
export interface Appointment {
  id: string
  bookingId: string
  reason: Reason
  subAccountId: string
  agent: Agent
  /** Which of the hours to come. */
  hour: number
  /** Who comes, as a browser on a channel; null: somebody nobody knows from a site. */
  visitor: { visitor: Visitor; channelId: string } | null
  conversation: Conversation | null
  /** Null: the visitor. */
  bookedBy: Agent | null
  /** Empty: nobody to write to. */
  email: string
  askedToMove: boolean
  cancelled: boolean
  version: number
}

/** Tells whoever comes of an appointment. */
export interface AppointmentLetter {
  letterId: string
  to: string
}

/** Somebody with an account. */
export interface Person {
  email: string
  name: string
  signedIn: boolean
  /** Whether the address is known to be theirs; not while somebody else has typed it for them. */
  proven: boolean
}

/** What somebody may see and how they chat. */
export interface Access {
  role: Role
  ownRole: OwnRole | null
  /** Null for those who have them all. */
  subAccountId: string | null
  modules: string[]
  reach: 'own' | 'sub-account' | 'all'
  languages: string[]
  /** Open conversations at once; null: any number. */
  limit: number | null
  questionnaireIds: string[]
}

export interface Agent extends Access {
  id: string
  person: Person
  /** As this house writes it. */
  name: string
  active: boolean
  availability: 'available' | 'away'
  version: number
  removed: boolean
  /** Who removed them; themselves, when they left. */
  removedBy: Agent | null
  /** Whether a colleague who names them makes a sound, of all they chose how to be told. */
  mentionSounds: boolean
  /** Browsers of theirs that are pushed to, by their addresses. */
  browsers: { id: string; endpoint: string }[]
  /** Whether they receive, day and night; else at no hour. */
  receives: boolean
}

export type RoutingMode = 'by-hand' | 'round-robin' | 'least-busy'

export interface Channel {
  id: string
  key: string
  subAccountId: string
  name: string
  state: 'running' | 'paused' | 'archived'
  sites: string[]
  /** What it speaks; the first to whoever reads none of them. */
  languages: string[]
  questionnaireId: string | null
  /** Whether visitors say how it was, once it is closed. */
  asksRating: boolean
  version: number
  /** How what waits there finds somebody, and how long an offer lasts. */
  routing: { mode: RoutingMode; offerSeconds: number; version: number }
}

/** A browser with its secret, on any channel it is carried to. */
export interface Visitor {
  token: string
}

export interface Conversation {
  id: string
  subAccountId: string
  channelId: string
  visitor: Visitor
  state: 'pending' | 'open' | 'closed'
  assignee: Agent | null
  /** Who is asked to take it, and who of all said no since it began to wait. */
  offer: Agent | null
  asked: Agent[]
  /** Who handed it to its assignee, until they answer. */
  from: Agent | null
  language: string
  questionnaireId: string | null
  /** What its visitor answered before it began. */
  answered: { questionnaireId: string; name: string } | null
  /** As an agent wrote it down, or the visitor answered. */
  called: { name: string | null; email: string | null }
  /** Titles of pages the visitor had before them, the newest last. */
  pages: string[]
  version: number
  /** At which version words were last rewritten or taken back. */
  rewrittenVersion: number
  messages: Message[]
  /** Each time it was closed: the notice that tells of it, and how its visitor rated what came before. */
  closings: Closing[]
  /** The steps at which it came into its state, and at which something was last added. */
  stateSince: number
  lastActivity: number
  /** Up to which message the assignee, the visitor has read. */
  readByAgent: number
  readByVisitor: number
  /** Up to where anybody whom its notes name has read. */
  readByNamed: Map<Agent, number>
}

export interface Closing {
  seq: number
  rating: { score: number; word: string; version: number } | null
}

export interface Message {
  seq: number
  /** The step at which it was added. */
  at: number
  kind: 'text' | 'note' | 'notice'
  notice:
    | 'picked-up'
    | 'closed'
    | 'reopened'
    | 'deactivated'
    | 'left'
    | 'out-of-reach'
    | 'away'
    | 'gone'
    | 'handed-over'
    | 'transferred'
    | 'moved'
    | 'given-back'
    | 'rated'
    | 'transcript-sent'
    | 'appointment-booked'
    | 'appointment-moved'
    | 'appointment-cancelled'
    | 'appointment-reassigned'
    | null
  /** To whom a notice says that it went: somebody, or a sub-account. */
  to?: Agent | { subAccountId: string }
  /** What a notice says of an appointment: when, and with whom, from then on. */
  appointment: { of: Appointment; hour: number; agent: Agent } | null
  /** Null: the visitor. */
  by: Agent | null
  text: string
  /** Of a rating. */
  score: number | null
  clientMessageId: string | null
  /** One more with each rewriting. */
  version: number
  deleted: boolean
  files: Upload[]
  /** Those that were taken back with it. */
  lostFiles: Upload[]
  /** Colleagues whom a note names. */
  mentions: Agent[]
  /** What stood there before. */
  earlier: { version: number; text: string; files: string[] }[]
}

export interface Invitation extends Access {
  id: string
  email: string
  active: boolean
  inviter: Agent
  token: string
  /** Its letter waits, since there is nobody to send it; null when the link was only copied. */
  letterId: string | null
  state: 'pending' | 'over'
}

/** What an act made happen, as whoever may know of it hears it. */
export type Happening =
  | { what: 'conversation'; house: House; before: Conversation | null; after: Conversation; added: Message[] }
  | { what: 'access'; house: House; agent: Agent }
  /** `before`: where they belonged, when they moved. */
  | { what: 'colleague' | 'colleague-left'; house: House; agent: Agent; before?: string | null }
  /** `owner`: whose shortcut it is; nobody else hears of it. */
  /** Appointments of these receivers are other than they were. */
  | { what: 'appointments'; house: House; receivers: Receiver[] }
  /** Somebody else made something of an appointment of theirs. */
  | { what: 'called'; house: House; receiver: Receiver; call: Call; appointment: Appointment }
  | { what: 'settings'; house: House; list: List; owner?: Pick<Shortcut, 'owner' | 'subAccountId'> }

export type Call = 'booked' | 'moved' | 'cancelled' | 'given' | 'taken'

/** Whose an appointment is, and where. */
export interface Receiver {
  agent: Agent
  subAccountId: string | null
}

export type List =
  | 'agents'
  | 'invitations'
  | 'letters'
  | 'channels'
  | 'organisation'
  | 'sub-accounts'
  | 'roles'
  | 'questionnaires'
  | 'shortcuts'
  | 'appointment-reasons'

/** How it is closed now; an open one is not. */
export const closingOf = ({ state, closings }: Conversation): Closing | null =>
  state === 'closed' ? (closings.at(-1) ?? null) : null

/** The conversation as it is at this moment, which later acts leave alone. */
export const asItIs = (conversation: Conversation): Conversation => ({
  ...conversation,
  messages: conversation.messages.map((message) => ({ ...message })),
})

export const present = (house: House): Agent[] => house.agents.filter((agent) => !agent.removed)

export const agentOf = (house: House, person: Person | null): Agent | undefined =>
  present(house).find((agent) => agent.person === person)
