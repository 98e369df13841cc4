import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise, may } from '../access/index.ts'
import { readAs } from '../agents/index.ts'
import type { Actor, HandlersOf } from '../callers.ts'
import { type Channel, findChannel } from '../channels/index.ts'
import { actedForAgent, passOffer } from '../conversations/index.ts'
import { changeChannelRouting } from './change-channel-routing.ts'
import { explainRouting } from './explain-routing.ts'
import { readPlace } from './read-place.ts'
import { readQueue } from './read-queue.ts'
import { byHand, listRules, type SavedRule } from './store.ts'

type Doors =
  | 'GET /organisations/:organisationId/channels/:channelId/routing'
  | 'PUT /organisations/:organisationId/channels/:channelId/routing'
  | 'GET /organisations/:organisationId/queue'
  | 'GET /organisations/:organisationId/conversations/:conversationId/routing'
  | 'DELETE /organisations/:organisationId/conversations/:conversationId/offer'
  | 'GET /widget/:channelKey/place'

export function routingHandlers(needs: Platform): HandlersOf<Doors> {
  return {
    'GET /organisations/:organisationId/channels/:channelId/routing': ({ caller, params }) =>
      readAs(caller, needs, async (tx, reader) => {
        authorise(reader, 'channels.list', null)
        const channel = await findChannel(tx, params.channelId)
        if (!channel) throw refusal('request.not-found')
        authorise(reader, 'channels.read', channel)
        return forAgent((await listRules(tx)).get(channel.id) ?? byHand, channel, reader)
      }),

    'PUT /organisations/:organisationId/channels/:channelId/routing': async ({ caller, params, body }) => ({
      ...(await changeChannelRouting(caller, params.channelId, body, needs)),
      may: { change: true },
    }),

    'GET /organisations/:organisationId/queue': ({ caller }) => readQueue(caller, needs),

    'GET /organisations/:organisationId/conversations/:conversationId/routing': ({ caller, params }) =>
      explainRouting(caller, params.conversationId, needs),

    'DELETE /organisations/:organisationId/conversations/:conversationId/offer': async ({ caller, params }) =>
      actedForAgent(await passOffer(caller, params.conversationId, needs)),

    'GET /widget/:channelKey/place': ({ caller }) => readPlace(caller, needs),
  }
}

const forAgent = (rule: SavedRule, channel: Channel, reader: Actor) => ({
  ...rule,
  may: { change: may(reader, 'channels.change', channel) },
})
