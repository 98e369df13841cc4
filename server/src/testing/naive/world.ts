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
}

export interface Channel {
  id: string
  key: string
  subAccountId: string
  name: string
  sites: string[]
  questionnaireId: string | null
  version: number
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
  /** Who handed it to its assignee, until they answer. */
  from: Agent | null
  language: string
  questionnaireId: string | null
  version: number
  messages: Message[]
  /** Up to which message the assignee, the visitor has read. */
  readByAgent: number
  readByVisitor: number
}

export interface Message {
  seq: number
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
    | null
  /** To whom a notice says that it went: somebody, or a sub-account. */
  to?: Agent | { subAccountId: string }
  /** Null: the visitor. */
  by: Agent | null
  text: string
  clientMessageId: string | null
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
  | { what: 'settings'; house: House; list: List }

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

/** The conversation as it is at this moment, which later acts leave alone. */
export const asItIs = (conversation: Conversation): Conversation => ({
  ...conversation,
  messages: [...conversation.messages],
})

export const present = (house: House): Agent[] => house.agents.filter((agent) => !agent.removed)

export const agentOf = (house: House, person: Person | null): Agent | undefined =>
  present(house).find((agent) => agent.person === person)
