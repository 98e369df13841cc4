import type { Knock } from '#server/platform/http/door.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { type ChannelDoor, mayRunOn } from './channel.ts'
import { findByKey } from './store.ts'

/** A visitor's every request names its channel: asked of the database at most this often. A changed list of sites holds after it. */
const freshForMs = 1_000
/** So that made-up keys cannot fill the memory. */
const mostRemembered = 10_000

/** The channel that a key in a path means, if the page that asks stands on one of its sites. */
export function channelsByKey({ database, clock, publicUrl }: Pick<Platform, 'database' | 'clock' | 'publicUrl'>) {
  const remembered = new Map<string, { door: Promise<ChannelDoor | undefined>; askedAt: number }>()

  function find(key: string): Promise<ChannelDoor | undefined> {
    const now = clock.now().getTime()
    const known = remembered.get(key)
    if (known && now - known.askedAt < freshForMs) return known.door
    if (remembered.size >= mostRemembered) remembered.clear()
    const door = findByKey(database, key)
    remembered.set(key, { door, askedAt: now })
    door.catch(() => remembered.delete(key))
    return door
  }

  return async (knock: Knock, key: string | undefined): Promise<ChannelDoor> => {
    const door = /^[A-Za-z0-9_-]{22}$/.test(key ?? '') ? await find(key ?? '') : undefined
    if (!door) throw refusal('request.not-found')
    // A browser always states where a page that calls across sites stands; what states nothing is no page.
    if (knock.origin !== null && !mayRunOn(door.channel, knock.origin, publicUrl.origin))
      throw refusal('channels.site-refused')
    return door
  }
}
export type ChannelsByKey = ReturnType<typeof channelsByKey>
