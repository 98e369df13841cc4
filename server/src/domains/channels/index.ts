export type { Channel } from './channel.ts'
export { makeChannel } from './make-channel.ts'
export { type ChannelsByKey, channelsByKey } from './recognise-channel.ts'
export { channelKeyFor, listChannels } from './store.ts'
