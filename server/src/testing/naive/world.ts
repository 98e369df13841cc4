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
  subAccounts: { id: string; name: string }[]
  agents: Agent[]
  channels: Channel[]
  conversations: Conversation[]
  invitations: Invitation[]
}

/** Somebody with an account. */
export interface Person {
  email: string
  name: string
  signedIn: boolean
}

export interface Agent {
  id: string
  person: Person
  role: Role
  /** Null for those who have them all. */
  subAccountId: string | null
  active: boolean
  availability: 'available' | 'away'
  languages: string[]
  reach: 'own' | 'sub-account' | 'all'
  modules: string[]
  removed: boolean
}

export interface Channel {
  id: string
  key: string
  subAccountId: string
  name: string
  sites: string[]
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
  language: string
  version: number
  messages: Message[]
  /** Up to which message the assignee, the visitor has read. */
  readByAgent: number
  readByVisitor: number
}

export interface Message {
  seq: number
  kind: 'text' | 'note' | 'notice'
  notice: 'picked-up' | 'closed' | 'reopened' | 'deactivated' | 'left' | 'out-of-reach' | 'handed-over' | null
  /** Null: the visitor. */
  by: Agent | null
  text: string
  clientMessageId: string | null
}

export interface Invitation {
  id: string
  email: string
  role: Role
  subAccountId: string | null
  inviter: Agent
  token: string
  /** Its letter waits, since there is nobody to send it; null when the link was only copied. */
  letterId: string | null
  state: 'pending' | 'over'
}

/** What an act made happen, as whoever may know of it hears it. */
export type Happening =
  | { what: 'conversation'; house: House; before: Conversation | null; after: Conversation; added: Message[] }
  | { what: 'colleague' | 'colleague-left' | 'access'; house: House; agent: Agent }
  | { what: 'settings'; house: House; list: 'agents' | 'invitations' | 'letters' | 'channels' | 'organisation' }

/** The conversation as it is at this moment, which later acts leave alone. */
export const asItIs = (conversation: Conversation): Conversation => ({
  ...conversation,
  messages: [...conversation.messages],
})

export const present = (house: House): Agent[] => house.agents.filter((agent) => !agent.removed)

export const agentOf = (house: House, person: Person | null): Agent | undefined =>
  present(house).find((agent) => agent.person === person)
