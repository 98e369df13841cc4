import type { Selectable } from 'kysely'
import { ChangeChannel } from '#contract/channels.ts'
import type { ChannelId } from '#contract/ids.ts'
import type { Database, OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import type { Channel, ChannelDoor } from './channel.ts'

export async function insertChannel(tx: OrganisationTransaction, channel: Channel, now: Date): Promise<void> {
  await tx.db
    .insertInto('channels')
    .values({
      organisation_id: tx.organisationId,
      id: channel.id,
      sub_account_id: channel.subAccountId,
      kind: channel.kind,
      name: channel.name,
      key: channel.key,
      sites: channel.sites,
      colour: channel.colour,
      texts: JSON.stringify(channel.texts),
      questionnaire_id: channel.questionnaireId,
      version: channel.version,
      created_at: now,
    })
    .execute()
  await tx.db
    .insertInto('channel_keys')
    .values({ key: channel.key, organisation_id: tx.organisationId, channel_id: channel.id })
    .execute()
}

/** All of the organisation, by name. */
export async function listChannels(tx: OrganisationTransaction): Promise<Channel[]> {
  return (await all(tx).orderBy('name').orderBy('id').execute()).map(toChannel)
}

export async function findChannel(tx: OrganisationTransaction, id: ChannelId): Promise<Channel | undefined> {
  const row = await all(tx).where('id', '=', id).executeTakeFirst()
  return row && toChannel(row)
}

/** Saves over exactly the version that was read; undefined when somebody saved first. */
export async function updateChannel(
  tx: OrganisationTransaction,
  id: ChannelId,
  change: ChangeChannel,
): Promise<Channel | undefined> {
  const row = await tx.db
    .updateTable('channels')
    .set({
      name: change.name,
      sites: change.sites,
      colour: change.colour,
      texts: JSON.stringify(change.texts),
      version: change.version + 1,
    })
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', id)
    .where('version', '=', change.version)
    .returningAll()
    .executeTakeFirst()
  return row && toChannel(row)
}

/** From the key in a script tag to the channel, through the directory. */
export async function findByKey(database: Database, key: string): Promise<ChannelDoor | undefined> {
  const place = await database.directory(({ db }) =>
    db.selectFrom('channel_keys').select(['organisation_id', 'channel_id']).where('key', '=', key).executeTakeFirst(),
  )
  if (!place) return undefined
  const channel = await database.transaction(place.organisation_id, (tx) => findChannel(tx, place.channel_id))
  return channel && { organisationId: place.organisation_id, channel }
}

const all = (tx: OrganisationTransaction) =>
  tx.db.selectFrom('channels').selectAll().where('organisation_id', '=', tx.organisationId)

function toChannel(row: Selectable<Tables['channels']>): Channel {
  return {
    id: row.id,
    subAccountId: row.sub_account_id,
    kind: 'website',
    name: row.name,
    key: row.key,
    sites: row.sites,
    colour: row.colour,
    texts: ChangeChannel.shape.texts.parse(row.texts),
    questionnaireId: row.questionnaire_id,
    version: row.version,
  }
}

/** The key of a channel for the test page: the one asked for if there is such a one, else the oldest. */
export async function channelKeyFor({ database }: { database: Database }, requested?: string): Promise<string | null> {
  const row = await database.directory(({ db }) => {
    const keys = db.selectFrom('channel_keys').select('key')
    return (requested === undefined ? keys.orderBy('channel_id') : keys.where('key', '=', requested))
      .limit(1)
      .executeTakeFirst()
  })
  return row?.key ?? null
}
