import type { ApiKeyId, OrganisationId, UserId } from '#contract/ids.ts'
import { apiKeyPrefix, type KeyRight, keyRights } from '#contract/key-rights.ts'
import { times } from '#contract/limits.ts'
import { newToken } from '#server/platform/secrets.ts'
import { may } from '../../access/index.ts'
import type { Actor } from '../../callers.ts'

/** What a program acts with in its owner's name, in one organisation. */
export interface ApiKey {
  id: ApiKeyId
  userId: UserId
  organisationId: OrganisationId
  name: string
  /** The first characters of the secret, to tell keys apart. */
  start: string
  rights: KeyRight[]
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
}

const usedAtMostEveryMs = 60_000
const shownCharacters = 8

export const newSecret = (): string => apiKeyPrefix + newToken()

export const startOf = (secret: string): string => secret.slice(0, shownCharacters)

/** An end is needed, and not a far one: a forgotten key dies by itself. */
export const isFairEnd = (expiresAt: Date, now: Date): boolean =>
  expiresAt > now && expiresAt.getTime() - now.getTime() <= times.apiKeyLifetimeMs

/** Written at most once a minute, so that reading stays reading. */
export const isUsedAnew = ({ lastUsedAt }: Pick<ApiKey, 'lastUsedAt'>, now: Date): boolean =>
  lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= usedAtMostEveryMs

const holds = (actor: Actor, ...some: Actor['permissions'][number][]): boolean =>
  some.some((permission) => actor.permissions.includes(permission))

/** Whether a right would open anything for this owner now. Whether it still does is asked of `decide` at each use. */
const isOf: Record<KeyRight, (actor: Actor) => boolean> = {
  'conversations:read': (actor) => actor.modules.includes('conversations'),
  'conversations:write': (actor) => actor.modules.includes('conversations'),
  'people:read': (actor) => may(actor, 'agents.list', null),
  'people:write': (actor) => may(actor, 'agents.list', null),
  'channels:read': (actor) => may(actor, 'channels.list', null),
  'channels:write': (actor) => may(actor, 'channels.list', null) && holds(actor, 'channels.change'),
  'organisation:read': () => true,
  'organisation:write': (actor) =>
    holds(actor, 'organisation.change', 'sub-accounts.change', 'roles.change', 'questionnaires.change'),
  'journal:read': (actor) => may(actor, 'journal.read', null),
}

/** What somebody may give a key of theirs. */
export const keyRightsOf = (actor: Actor): KeyRight[] => keyRights.filter((right) => isOf[right](actor))
