import type { ChannelKind } from '#contract/vocabulary.ts'
import type { Channel } from './channel.ts'

/** What differs from kind to kind. A new one is a line in `channelKinds` and one here: the compiler asks for it. */
interface KindOfChannel {
  /** What is pasted where its conversations are to come from. */
  scriptTag(channel: Pick<Channel, 'key'>, publicUrl: URL): string
}

export const kinds: Record<ChannelKind, KindOfChannel> = {
  website: {
    scriptTag: ({ key }, publicUrl) =>
      `<script async src="${new URL('/widget.js', publicUrl).href}" data-channel="${key}"></script>`,
  },
}
