import type {
  AgentId,
  ApiKeyId,
  ChannelId,
  OrganisationId,
  PhotoId,
  QuestionnaireId,
  RoleId,
  SessionId,
  SubAccountId,
  UserId,
} from '#contract/ids.ts'
import type { RouteKey, Routes } from '#contract/routes.ts'
import type { Availability, Module, Permission, Reach, Role } from '#contract/vocabulary.ts'
import type { Handlers, Knock } from '#server/platform/http/door.ts'

/** Where a wish comes from, as the journal tells it. */
export interface Origin {
  address: string | null
  userAgent: string | null
  /** The name of the API key it came with; null: a browser that signed in. */
  apiKey: string | null
}

/** Of a browser. */
export const originOf = ({ address, userAgent }: Pick<Knock, 'address' | 'userAgent'>): Origin => ({
  address,
  userAgent,
  apiKey: null,
})

/** Of what nobody asked for by a request. */
export const nowhere: Origin = { address: null, userAgent: null, apiKey: null }

/** A person who is signed in. */
export interface SignedInUser {
  userId: UserId
  sessionId: SessionId
  origin: Origin
  /** What their rate limits count. */
  limitKey: string
}

/** Whose act it is, and what lets them: a browser that signed in, or a key of theirs. */
export interface ActsAs extends Omit<SignedInUser, 'sessionId'> {
  /** Null: a key acts. */
  sessionId: SessionId | null
  apiKeyId?: ApiKeyId
}

/** An agent at work: everything that decides what they may. Read from the database at each request. */
export interface Actor extends ActsAs {
  organisationId: OrganisationId
  agentId: AgentId
  name: string
  /** What visitors read. */
  shownName: string
  photoId: PhotoId | null
  email: string
  /** The role, or the one their custom role was copied from. */
  role: Role
  customRoleId: RoleId | null
  permissions: readonly Permission[]
  /** Null exactly for administrators and moderators. */
  subAccountId: SubAccountId | null
  active: boolean
  availability: Availability
  languages: readonly string[]
  reach: Reach
  modules: readonly Module[]
  /** Those they are advisor for. */
  questionnaireIds: readonly QuestionnaireId[]
  /** Open conversations at once; null: unlimited. */
  conversationLimit: number | null
  limitKey: string
}

/** A browser on a site of a channel. There may be no visitor row yet: it is made by the first message. */
export interface VisitorCaller {
  organisationId: OrganisationId
  channelId: ChannelId
  subAccountId: SubAccountId
  /** The one the channel begins with; null: none. */
  questionnaireId: QuestionnaireId | null
  /** Whether anything new can be written on the channel. */
  mayWrite: boolean
  /** Whether the channel asks how it was, once a conversation was closed. */
  asksRating: boolean
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
