import type { AgentEvent, VisitorEvent } from '#contract/events.ts'
import type { ConversationId, OrganisationId, SubAccountId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { NumberedEvent, Stream } from '#server/platform/events/events.ts'
import { may } from '../access/index.ts'
import { agentViews } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { conversationViews, type ScopesNow, scopesNow, visitorView } from '../conversations/index.ts'
import { settingsViews } from '../settings-changed.ts'

/** Somebody who follows streams: which, and what of an event they are shown. */
export interface Reader {
  organisationId: OrganisationId
  mayFollow(stream: Stream): boolean
  /** An event as it happens. Null: it is not for them. */
  view(event: NumberedEvent): AgentEvent | VisitorEvent | null
  /** How events of the past are seen: what they tell of may be out of reach by now, whoever could see it then. */
  asOfNow(tx: OrganisationTransaction, events: readonly NumberedEvent[]): Promise<Reader['view']>
}

type View = (reader: Actor, payload: unknown, now?: ScopesNow) => AgentEvent | null

/** One line a noun. An event without a view is a fault, not silence. */
const views: Record<string, View> = { ...conversationViews, ...agentViews, ...settingsViews }

export function agentReader(actor: Actor): Reader {
  const view = (event: NumberedEvent, now?: ScopesNow) => {
    const show = views[event.type]
    if (!show) throw new Error(`no view for ${event.type}`)
    return show(actor, event.payload, now)
  }
  return {
    organisationId: actor.organisationId,
    mayFollow: (stream) => stream === 'organisation' || mayFollowSubAccount(actor, stream),
    view: (event) => view(event),
    async asOfNow(tx, events) {
      const now = await scopesNow(tx, events)
      return (event) => view(event, now)
    },
  }
}

export function visitorReader(visitor: { organisationId: OrganisationId; conversationId: ConversationId }): Reader {
  const view = (event: NumberedEvent) => visitorView(event.payload)
  return {
    organisationId: visitor.organisationId,
    mayFollow: (stream) => stream === `conversation:${visitor.conversationId}`,
    view,
    asOfNow: async () => view,
  }
}

function mayFollowSubAccount(actor: Actor, stream: Stream): boolean {
  if (!stream.startsWith('sub-account:')) return false
  // The prefix is followed by the id: the contract's pattern says so.
  const subAccountId = stream.slice('sub-account:'.length) as SubAccountId
  return may(actor, 'sub-accounts.read', { subAccountId })
}
