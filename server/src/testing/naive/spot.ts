import type { Channel, Conversation, House, Visitor, World } from './world.ts'

/** Where a browser is: its house and channel, and what it said there. */
export function spotOf(
  world: World,
  { visitor, channelKey }: { visitor: Visitor; channelKey: string },
): { house: House; channel: Channel; conversation: Conversation | undefined } | undefined {
  for (const house of world.houses)
    for (const channel of house.channels) {
      if (channel.key !== channelKey) continue
      const conversation = house.conversations.find((one) => one.visitor === visitor && one.channelId === channel.id)
      return { house, channel, conversation }
    }
  return undefined
}
