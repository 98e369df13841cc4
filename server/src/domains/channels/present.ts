import type { ChannelForAgent } from '#contract/channels.ts'
import { may } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import type { Channel } from './channel.ts'

export const forAgent = (channel: Channel, reader: Actor, publicUrl: URL): ChannelForAgent => ({
  ...channel,
  scriptTag: `<script async src="${new URL('/widget.js', publicUrl).href}" data-channel="${channel.key}"></script>`,
  may: { change: may(reader, 'channels.change', channel) },
})
