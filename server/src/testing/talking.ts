import type { ConversationId } from '#contract/ids.ts'
import type { ReplyOf } from '#contract/routes.ts'
import type { Cast, Passer } from './cast.ts'
import { type Ear, listen } from './ear.ts'
import type { Engaged } from './staff.ts'
import { grant, type Knocker } from './wish.ts'

/** Whoever knocks as an agent: the same person may do it from several browsers. */
export type AgentAt = Knocker & Pick<Engaged, 'organisationId'>

/** Where the server is. */
type Place = Pick<Cast, 'origin'>

/** With the running server, what was done before is numbered before, so that nothing of it is heard as new. */
type Listening = Place & Partial<Pick<Cast, 'comptoir'>>

/** A ticket of an agent, to be used or not. */
export async function ticketOf({ origin }: Place, by: AgentAt): Promise<string> {
  const params = { organisationId: by.organisationId }
  return (await grant(origin, { route: 'POST /organisations/:organisationId/socket-tickets', by, params })).ticket
}

export const inboxOf = ({ origin }: Place, by: AgentAt): Promise<ReplyOf<'GET /organisations/:organisationId/inbox'>> =>
  grant(origin, {
    route: 'GET /organisations/:organisationId/inbox',
    by,
    params: { organisationId: by.organisationId },
  })

/** An agent's console, as far as it listens: caught up with every stream of theirs. */
export async function openConsole(place: Listening, by: AgentAt): Promise<Ear> {
  await place.comptoir?.platform.events.settle()
  const { cursors } = await inboxOf(place, by)
  const ear = await listen(place.origin, { ticket: await ticketOf(place, by) })
  ear.send({ type: 'attach', cursors })
  for (const { stream } of cursors) await ear.hears((frame) => frame.type === 'live' && frame.stream === stream)
  return ear
}

/** A visitor's open widget. */
export async function openWidget({ origin, comptoir }: Listening, visitor: Passer): Promise<Ear> {
  await comptoir?.platform.events.settle()
  const params = { channelKey: visitor.channelKey }
  const { cursor } = await grant(origin, { route: 'GET /widget/:channelKey/thread', by: visitor, params })
  const { ticket } = await grant(origin, { route: 'POST /widget/:channelKey/socket-tickets', by: visitor, params })
  const ear = await listen(origin, { ticket })
  if (!cursor) throw new Error('a visitor who has not spoken has nothing to hear')
  ear.send({ type: 'attach', cursors: [cursor] })
  await ear.hears(({ type }) => type === 'live')
  return ear
}

/** The events of a type that came to an ear, in order. */
export const eventsIn = (frames: readonly unknown[], type: string): Record<string, unknown>[] =>
  frames
    .flatMap((frame) => (Object(frame).type === 'events' ? (Object(frame).events as Record<string, unknown>[]) : []))
    .filter((event) => event.type === type)

/** Whether words of a conversation are among what came. */
export const tellsOf = (frames: readonly unknown[], conversationId: ConversationId): boolean =>
  eventsIn(frames, 'conversation.changed').some(({ conversation }) => Object(conversation).id === conversationId)
