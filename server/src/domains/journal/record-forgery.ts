import * as z from 'zod'
import type { RoleId } from '#contract/ids.ts'
import { type JournalAct, type JournalTargetKind, journalActNames, journalActs } from '#contract/journal-acts.ts'
import type { RefusalCode } from '#contract/refusals.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { createLimit, type Limit } from '#server/platform/http/limit.ts'
import type { RefusedWish } from '#server/platform/http/server.ts'
import type { Platform } from '#server/platform/platform.ts'
import { Refusal } from '#server/platform/refusal.ts'
import type { Actor } from '../callers.ts'
import { settingsChanged } from '../settings-changed.ts'
import type { Target } from './entry.ts'
import { appendEntry, hasBeenChanged, hasBefallen } from './store.ts'

/** The answers that a screen which shows what its reader may do never gets. */
const forged: readonly RefusalCode[] = ['access.refused', 'agents.above-you', 'request.not-found']

/** Nobody fills the journal by asking and asking: what one agent is refused beyond this within an hour is not written. */
const perAgentAndHour = 30

/** A screen learns of a change within a second; a hand that is on its way, and a sleeping tab, get this long. */
const staleForMs = 2 * 60 * 1000

/** What a thing is called, and whether it comes and goes under its reader's eyes; undefined: not of this organisation. */
export type LookUp = (
  tx: OrganisationTransaction,
  target: { kind: JournalTargetKind; id: string },
  actor: Actor,
) => Promise<{ name: string; comesAndGoes?: boolean } | undefined>

type Needs = Pick<Platform, 'database' | 'events' | 'clock' | 'ids' | 'log'> & { lookUp: LookUp }

/**
 * Writes down requests that no screen of Comptoir makes: an agent asked for what their console does not offer, or named
 * something that is not theirs to see. One place for every door, in a transaction of its own, since that of the act is undone.
 *
 * An innocent screen that is behind is left out where it can be told (see `isStale`), and what one agent can write is limited.
 * Fail open: that it could not be written down changes nothing of the answer.
 */
export function createForgeries(needs: Needs): (wish: RefusedWish) => Promise<void> {
  const limit = createLimit(perAgentAndHour, 60 * 60)
  return async (wish) => {
    if (wish.who !== 'agent' || !forged.includes(wish.refusal.code)) return
    // Doors for agents are opened by recogniseAgent alone.
    const actor = wish.caller as Actor
    try {
      await needs.database.transaction(actor.organisationId, (tx) =>
        recordForgery(tx, actor, wish, { ...needs, limit }),
      )
    } catch (error) {
      needs.log.error({ err: error, door: wish.door }, 'a forged request could not be written into the journal')
    }
  }
}

async function recordForgery(
  tx: OrganisationTransaction,
  actor: Actor,
  { door, params, body, refusal }: RefusedWish,
  { lookUp, events, clock, ids, limit }: Needs & { limit: Limit },
): Promise<void> {
  const named = namedIn(refusal, params, body)
  // Without an id it is the address that is not there.
  if (!named && refusal.code === 'request.not-found') return
  const found = named && (await lookUp(tx, named, actor))
  if (found?.comesAndGoes || (await isStale(tx, actor, { named, refusal, now: clock.now() }))) return
  if (!(await isWithin(limit, `${tx.organisationId} ${actor.agentId}`))) return
  appendEntry(tx, {
    id: ids.journalEntry(),
    at: clock.now(),
    act: 'refused',
    by: actor,
    target: named ? { ...named, name: found?.name ?? '' } : null,
    before: null,
    after: null,
    refusal: { door, code: refusal.code },
  })
  events.append(tx, settingsChanged('journal'))
}

type Named = Pick<Target, 'kind'> & { id: string }

/**
 * Whether it may be the innocent wish of a screen that is behind: somebody else changed the agent's rights, or the thing, a
 * moment ago; or the thing is gone, which was here. One's own acts are no excuse: nobody makes theirs by them.
 */
async function isStale(
  tx: OrganisationTransaction,
  actor: Actor,
  { named, refusal, now }: { named: Named | null; refusal: Refusal; now: Date },
): Promise<boolean> {
  if (named && refusal.code === 'request.not-found' && (await hasBefallen(tx, named.id, endings))) return true
  const ids: (string | RoleId | null | undefined)[] = [actor.agentId, actor.customRoleId, named?.id]
  return hasBeenChanged(tx, {
    targets: ids.filter((id) => typeof id === 'string'),
    acts: changes,
    since: new Date(now.getTime() - staleForMs),
    but: actor.agentId,
  })
}

const endings: readonly JournalAct[] = [
  'agents.removed',
  'agents.left',
  'invitations.revoked',
  'invitations.accepted',
  'roles.removed',
  'sub-accounts.archived',
  'questionnaires.removed',
  'shortcuts.removed',
  'api-keys.revoked',
]
const changes = journalActNames.filter((act) => ['people', 'rights', 'settings'].includes(journalActs[act]))

const kindsOfIds: Record<string, JournalTargetKind> = {
  agentId: 'agent',
  heirId: 'agent',
  invitationId: 'invitation',
  roleId: 'role',
  customRoleId: 'role',
  subAccountId: 'sub-account',
  heirSubAccountId: 'sub-account',
  questionnaireId: 'questionnaire',
  questionnaireIds: 'questionnaire',
  shortcutId: 'shortcut',
  reasonId: 'reason',
  channelId: 'channel',
  apiKeyId: 'api-key',
  conversationId: 'conversation',
  letterId: 'letter',
}

const Id = z.uuid()

/** What the wish named: the field that the refusal is about, else the last thing in the address. */
function namedIn(refusal: Refusal, params: RefusedWish['params'], body: unknown): Named | null {
  const { field } = refusal
  if (field !== undefined) {
    const kind = kindsOfIds[field]
    const id = Id.safeParse(Object(body)[field]).data
    if (kind && id) return { kind, id }
  }
  const [name, id] = Object.entries(params).findLast(([param]) => param in kindsOfIds) ?? []
  const kind = name === undefined ? undefined : kindsOfIds[name]
  return kind && id !== undefined ? { kind, id } : null
}

async function isWithin(limit: Limit, key: string): Promise<boolean> {
  try {
    await limit.take(key)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
