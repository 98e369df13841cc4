import type { AgentEvent, VisitorEvent } from '#contract/events.ts'
import type { ConversationId, OrganisationId, SubAccountId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { NumberedEvent, Stream } from '#server/platform/events/events.ts'
import type { Platform } from '#server/platform/platform.ts'
import { may } from '../access/index.ts'
import { agentViews } from '../agents/index.ts'
import { appointmentViews } from '../appointments/index.ts'
import type { Actor } from '../callers.ts'
import { conversationViews, type PastSeenNow, readNow, visitorView } from '../conversations/index.ts'
import { settingsViews } from '../settings-changed.ts'
import { listSubAccounts } from '../sub-accounts/index.ts'

/** Somebody who follows streams: which, and what of an event they are shown. */
export interface Reader {
  organisationId: OrganisationId
  /** Whether all of these are theirs to follow, and there. */
  mayFollow(streams: readonly Stream[]): Promise<boolean>
  /** An event as it happens. Null: it is not for them. */
  view(event: NumberedEvent): AgentEvent | VisitorEvent | null
  /** How events of the past are seen: what they tell of may be out of reach by now, and its words rewritten or taken back. */
  asOfNow(tx: OrganisationTransaction, events: readonly NumberedEvent[]): Promise<Reader['view']>
}

type View = (reader: Actor, payload: unknown, now?: PastSeenNow) => AgentEvent | null

/** One line a noun. An event without a view is a fault, not silence. */
const views: Record<string, View> = { ...conversationViews, ...agentViews, ...appointmentViews, ...settingsViews }

export function agentReader(actor: Actor, { database }: Pick<Platform, 'database'>): Reader {
  const view = (event: NumberedEvent, now?: PastSeenNow) => {
    const show = views[event.type]
    if (!show) throw new Error(`no view for ${event.type}`)
    return show(actor, event.payload, now)
  }
  return {
    organisationId: actor.organisationId,
    async mayFollow(streams) {
      const asked = streams.filter((stream) => stream !== 'organisation').map(subAccountOf)
      const isTheirs = (id: SubAccountId | null) => id !== null && may(actor, 'sub-accounts.read', { subAccountId: id })
      if (!asked.every(isTheirs)) return false
      // Who may read more than their own may name what there is not.
      const others = asked.filter((id) => id !== actor.subAccountId)
      if (others.length === 0) return true
      const there = await database.transaction(actor.organisationId, listSubAccounts)
      return others.every((other) => there.some(({ id }) => id === other))
    },
    view: (event) => view(event),
    async asOfNow(tx, events) {
      const now = await readNow(tx, events)
      return (event) => view(event, now)
    },
  }
}

export function visitorReader(visitor: { organisationId: OrganisationId; conversationId: ConversationId }): Reader {
  return {
    organisationId: visitor.organisationId,
    mayFollow: async (streams) => streams.every((stream) => stream === `conversation:${visitor.conversationId}`),
    view: ({ payload }) => visitorView(payload),
    async asOfNow(tx, events) {
      const now = await readNow(tx, events)
      return ({ payload }) => visitorView(payload, now)
    },
  }
}

/** Of which sub-account a stream is; null: of none. */
function subAccountOf(stream: Stream): SubAccountId | null {
  const prefix = 'sub-account:'
  // The prefix is followed by the id: the contract's pattern says so.
  return stream.startsWith(prefix) ? (stream.slice(prefix.length) as SubAccountId) : null
}
