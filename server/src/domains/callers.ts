import type { AgentId, ChannelId, OrganisationId, SessionId, SubAccountId, UserId } from '#contract/ids.ts'
import type { RouteKey, Routes } from '#contract/routes.ts'
import type { Availability, Module, Reach, Role } from '#contract/vocabulary.ts'
import type { Handlers } from '#server/platform/http/door.ts'

/** A person who is signed in. */
export interface SignedInUser {
  userId: UserId
  sessionId: SessionId
  /** What their rate limits count. */
  limitKey: string
}

/** An agent at work: everything that decides what they may. Read from the database at each request. */
export interface Actor {
  organisationId: OrganisationId
  agentId: AgentId
  userId: UserId
  sessionId: SessionId
  name: string
  email: string
  role: Role
  /** Null exactly for administrators and moderators. */
  subAccountId: SubAccountId | null
  active: boolean
  availability: Availability
  languages: readonly string[]
  reach: Reach
  modules: readonly Module[]
  limitKey: string
}

/** A browser on a site of a channel. There may be no visitor row yet: it is made by the first message. */
export interface VisitorCaller {
  organisationId: OrganisationId
  channelId: ChannelId
  subAccountId: SubAccountId
  tokenHash: Buffer
  limitKey: string
}

/** Nobody in particular; a session only where the door looks for one. */
export interface Anyone {
  session: SignedInUser | null
}

export interface Callers {
  anyone: Anyone
  user: SignedInUser
  agent: Actor
  visitor: VisitorCaller
}

/** The handlers of some doors, typed by the contract. */
export type HandlersOf<K extends RouteKey & keyof Routes> = Handlers<K, Callers & Record<keyof Callers, unknown>>
