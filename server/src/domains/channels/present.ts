import type { ChannelForAgent } from '#contract/channels.ts'
import { may } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import type { Channel } from './channel.ts'
import { kinds } from './kinds.ts'

export const forAgent = (channel: Channel, reader: Actor, publicUrl: URL): ChannelForAgent => ({
  ...channel,
  scriptTag: kinds[channel.kind].scriptTag(channel, publicUrl),
  may: { change: may(reader, 'channels.change', channel) },
})
