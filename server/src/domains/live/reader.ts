import type { AgentEvent, VisitorEvent } from '#contract/events.ts'
import type { ConversationId, OrganisationId, SubAccountId } from '#contract/ids.ts'
import type { NumberedEvent, Stream } from '#server/platform/events/events.ts'
import { may } from '../access/index.ts'
import { agentViews } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { conversationViews, visitorView } from '../conversations/index.ts'
import { settingsViews } from '../settings-changed.ts'

/** Somebody who follows streams: which, and what of an event they are shown. */
export interface Reader {
  organisationId: OrganisationId
  mayFollow(stream: Stream): boolean
  /** Null: this event is not for them. */
  view(event: NumberedEvent): AgentEvent | VisitorEvent | null
}

type View = (reader: Actor, payload: unknown) => AgentEvent | null

/** One line a noun. An event without a view is a fault, not silence. */
const views: Record<string, View> = { ...conversationViews, ...agentViews, ...settingsViews }

export const agentReader = (actor: Actor): Reader => ({
  organisationId: actor.organisationId,
  mayFollow: (stream) => stream === 'organisation' || mayFollowSubAccount(actor, stream),
  view: (event) => {
    const view = views[event.type]
    if (!view) throw new Error(`no view for ${event.type}`)
    return view(actor, event.payload)
  },
})

export const visitorReader = (visitor: { organisationId: OrganisationId; conversationId: ConversationId }): Reader => ({
  organisationId: visitor.organisationId,
  mayFollow: (stream) => stream === `conversation:${visitor.conversationId}`,
  view: (event) => visitorView(event.payload),
})

function mayFollowSubAccount(actor: Actor, stream: Stream): boolean {
  if (!stream.startsWith('sub-account:')) return false
  // The prefix is followed by the id: the contract's pattern says so.
  const subAccountId = stream.slice('sub-account:'.length) as SubAccountId
  return may(actor, 'sub-accounts.read', { subAccountId })
}
