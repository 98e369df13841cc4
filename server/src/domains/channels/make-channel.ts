import type { SubAccountId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { newChannelKey } from '#server/platform/secrets.ts'
import { settingsChanged } from '../settings-changed.ts'
import { type Channel, defaultColour, emptyTexts } from './channel.ts'
import { insertChannel } from './store.ts'

/** Makes a website channel of a sub-account, inside the transaction of whatever asks for it. */
export async function makeChannel(
  tx: OrganisationTransaction,
  wish: { subAccountId: SubAccountId; name: string; sites: string[] },
  { events, clock, ids }: Pick<Platform, 'events' | 'clock' | 'ids'>,
): Promise<Channel> {
  const channel: Channel = {
    id: ids.channel(),
    subAccountId: wish.subAccountId,
    kind: 'website',
    name: wish.name,
    key: newChannelKey(),
    sites: wish.sites,
    colour: defaultColour,
    texts: emptyTexts,
    questionnaireId: null,
    version: 1,
  }
  await insertChannel(tx, channel, clock.now())
  events.append(tx, settingsChanged('channels'))
  return channel
}
