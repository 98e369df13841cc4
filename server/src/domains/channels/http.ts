import type { ChannelId } from '#contract/ids.ts'
import type { Platform } from '#server/platform/platform.ts'
import { authorise, may, mayMakeChannels } from '../access/index.ts'
import { readAs } from '../agents/index.ts'
import type { Actor, HandlersOf } from '../callers.ts'
import { changeChannel } from './change-channel.ts'
import { archiveChannel, pauseChannel, restoreChannel, resumeChannel } from './change-state.ts'
import type { Channel } from './channel.ts'
import type { ChannelNeeds } from './hold-channel.ts'
import { addChannel } from './make-channel.ts'
import { type ChannelFollower, holdingsOf, moveChannel } from './move-channel.ts'
import { forAgent } from './present.ts'
import { listChannels } from './store.ts'

type Doors =
  | 'GET /organisations/:organisationId/channels'
  | 'POST /organisations/:organisationId/channels'
  | 'PUT /organisations/:organisationId/channels/:channelId'
  | 'GET /organisations/:organisationId/channels/:channelId/holdings'
  | 'PUT /organisations/:organisationId/channels/:channelId/sub-account'
  | `${'POST' | 'DELETE'} /organisations/:organisationId/channels/:channelId/${'pause' | 'archiving'}`

export function channelHandlers(needs: Platform & { follower: ChannelFollower }): HandlersOf<Doors> {
  const present = (channel: Channel, reader: Actor) => forAgent(channel, reader, needs.publicUrl)

  const acting =
    (act: (by: Actor, id: ChannelId, needs: ChannelNeeds) => Promise<Channel>) =>
    async ({ caller, params }: { caller: Actor; params: { channelId: ChannelId } }) =>
      present(await act(caller, params.channelId, needs), caller)

  return {
    'GET /organisations/:organisationId/channels': ({ caller }) =>
      readAs(caller, needs, async (tx, reader) => {
        authorise(reader, 'channels.list', null)
        const seen = (await listChannels(tx)).filter((channel) => may(reader, 'channels.read', channel))
        return { channels: seen.map((channel) => present(channel, reader)), mayMake: mayMakeChannels(reader) }
      }),

    'POST /organisations/:organisationId/channels': async ({ caller, body }) =>
      present(await addChannel(caller, body, needs), caller),

    'PUT /organisations/:organisationId/channels/:channelId': async ({ caller, params, body }) =>
      present(await changeChannel(caller, params.channelId, body, needs), caller),

    'GET /organisations/:organisationId/channels/:channelId/holdings': ({ caller, params }) =>
      holdingsOf(caller, params.channelId, needs),

    'PUT /organisations/:organisationId/channels/:channelId/sub-account': async ({ caller, params, body }) =>
      present(await moveChannel(caller, { ...body, channelId: params.channelId }, needs), caller),

    'POST /organisations/:organisationId/channels/:channelId/pause': acting(pauseChannel),
    'DELETE /organisations/:organisationId/channels/:channelId/pause': acting(resumeChannel),
    'POST /organisations/:organisationId/channels/:channelId/archiving': acting(archiveChannel),
    'DELETE /organisations/:organisationId/channels/:channelId/archiving': acting(restoreChannel),
  }
}
