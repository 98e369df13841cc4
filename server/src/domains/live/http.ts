import type { AgentDownFrame, VisitorDownFrame } from '#contract/socket/frames.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { Actor, HandlersOf, VisitorCaller } from '../callers.ts'
import { findByVisitor } from '../conversations/index.ts'
import { findVisitor } from '../visitors/index.ts'
import type { Bearer } from './bearer.ts'
import type { Hearing } from './hearing.ts'
import type { Listeners } from './listeners.ts'
import { poll } from './poll.ts'
import { issueTicket } from './tickets.ts'

type Doors =
  | 'POST /organisations/:organisationId/socket-tickets'
  | 'POST /organisations/:organisationId/poll'
  | 'POST /widget/:channelKey/socket-tickets'
  | 'POST /widget/:channelKey/poll'

type Needs = Platform & { hearing: Hearing; listeners: Listeners }

export const liveHandlers = (needs: Needs): HandlersOf<Doors> => ({
  'POST /organisations/:organisationId/socket-tickets': async ({ caller }) => ({
    ticket: await issueTicket(asBearer(caller), needs),
  }),

  'POST /organisations/:organisationId/poll': async ({ caller, body, answer }) => ({
    // An agent's reader makes agents' frames.
    frames: (await poll(asBearer(caller), body, answer.gone, needs)) as AgentDownFrame[],
  }),

  'POST /widget/:channelKey/socket-tickets': async ({ caller, params }) => ({
    ticket: await issueTicket(await visitorBearer(caller, params.channelKey, needs), needs),
  }),

  'POST /widget/:channelKey/poll': async ({ caller, params, body, answer }) => ({
    // A visitor's reader makes visitors' frames.
    frames: (await poll(
      await visitorBearer(caller, params.channelKey, needs),
      body,
      answer.gone,
      needs,
    )) as VisitorDownFrame[],
  }),
})

const asBearer = (actor: Actor): Bearer => ({
  kind: 'agent',
  organisationId: actor.organisationId,
  agentId: actor.agentId,
  userId: actor.userId,
  sessionId: actor.sessionId,
  ...(actor.apiKeyId && { apiKeyId: actor.apiKeyId }),
})

/** Somebody who never spoke has nothing to listen to. */
async function visitorBearer(
  caller: VisitorCaller,
  channelKey: string,
  { database }: Pick<Platform, 'database'>,
): Promise<Bearer> {
  return database.transaction(caller.organisationId, async (tx) => {
    const visitor = await findVisitor(tx, caller)
    const conversation = visitor && (await findByVisitor(tx, visitor.id))
    if (!conversation) throw refusal('request.not-found')
    return {
      kind: 'visitor',
      organisationId: caller.organisationId,
      channelId: caller.channelId,
      channelKey,
      visitorId: visitor.id,
      conversationId: conversation.id,
    }
  })
}
