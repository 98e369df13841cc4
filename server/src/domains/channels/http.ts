import type { Platform } from '#server/platform/platform.ts'
import { authorise, may } from '../access/index.ts'
import type { HandlersOf } from '../callers.ts'
import { changeChannel } from './change-channel.ts'
import { forAgent } from './present.ts'
import { listChannels } from './store.ts'

export const channelHandlers = (
  needs: Platform,
): HandlersOf<
  'GET /organisations/:organisationId/channels' | 'PUT /organisations/:organisationId/channels/:channelId'
> => ({
  'GET /organisations/:organisationId/channels': async ({ caller }) => {
    authorise(caller, 'channels.list', null)
    const all = await needs.database.transaction(caller.organisationId, listChannels)
    return {
      channels: all
        .filter((channel) => may(caller, 'channels.read', channel))
        .map((channel) => forAgent(channel, caller, needs.publicUrl)),
    }
  },

  'PUT /organisations/:organisationId/channels/:channelId': async ({ caller, params, body }) =>
    forAgent(await changeChannel(caller, params.channelId, body, needs), caller, needs.publicUrl),
})
