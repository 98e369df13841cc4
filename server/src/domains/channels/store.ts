import { type Selectable, sql } from 'kysely'
import { ChannelForAgent, OpeningHours } from '#contract/channels.ts'
import type { ChannelId, QuestionnaireId, SubAccountId } from '#contract/ids.ts'
import type { Absence } from '#contract/vocabulary.ts'
import type { Database, OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import type { KeptCount } from '../sub-accounts/index.ts'
import type { Channel, ChannelDoor } from './channel.ts'

export async function insertChannel(tx: OrganisationTransaction, channel: Channel, now: Date): Promise<void> {
  await tx.db
    .insertInto('channels')
    .values({
      organisation_id: tx.organisationId,
      id: channel.id,
      kind: channel.kind,
      key: channel.key,
      created_at: now,
      ...changing(channel),
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

/** As it is now, and stays until the commit. */
export async function lockChannel(tx: OrganisationTransaction, id: ChannelId): Promise<Channel | undefined> {
  const row = await all(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toChannel(row)
}

/** Archived ones too. */
export async function countChannels(tx: OrganisationTransaction): Promise<number> {
  const { count } = await tx.db
    .selectFrom('channels')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organisation_id', '=', tx.organisationId)
    .executeTakeFirstOrThrow()
  return count
}

/** Writes over the row that is held. */
export async function saveChannel(tx: OrganisationTransaction, channel: Channel): Promise<void> {
  await tx.db
    .updateTable('channels')
    .set(changing(channel))
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', channel.id)
    .execute()
}

const changing = (channel: Channel) => ({
  sub_account_id: channel.subAccountId,
  state: channel.state,
  name: channel.name,
  sites: channel.sites,
  colour: channel.colour,
  widget_side: channel.position.side,
  side_px: channel.position.sidePx,
  bottom_px: channel.position.bottomPx,
  languages: channel.languages,
  texts: JSON.stringify(channel.texts),
  hours: JSON.stringify(channel.hours),
  when_nobody: channel.whenNobody,
  questionnaire_id: channel.questionnaireId,
  asks_rating: channel.asksRating,
  version: channel.version,
})

/** Where a channel leads now, held until the commit: it goes to no other sub-account before what began by it is written. */
export async function holdPlace(
  tx: OrganisationTransaction,
  id: ChannelId,
): Promise<Pick<Channel, 'subAccountId' | 'questionnaireId' | 'state' | 'languages'> | undefined> {
  return tx.db
    .selectFrom('channels')
    .select(['sub_account_id as subAccountId', 'questionnaire_id as questionnaireId', 'state', 'languages'])
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst()
}

/** The name of a questionnaire on offer in a sub-account, held until the commit: it is not archived before. */
export async function holdQuestionnaire(
  tx: OrganisationTransaction,
  { id, subAccountId }: { id: QuestionnaireId; subAccountId: SubAccountId },
): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('questionnaires')
    .select('name')
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', id)
    .where('sub_account_id', '=', subAccountId)
    .where('archived_at', 'is', null)
    .forShare()
    .executeTakeFirst()
  return row?.name
}

/** The name of any questionnaire. */
export async function questionnaireName(tx: OrganisationTransaction, id: QuestionnaireId): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('questionnaires')
    .select('name')
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.name
}

/** No channel begins with it any more. Whether one did. */
export async function clearQuestionnaire(tx: OrganisationTransaction, id: QuestionnaireId): Promise<boolean> {
  const rows = await tx.db
    .updateTable('channels')
    .set((eb) => ({
      questionnaire_id: null,
      when_nobody: sql<Absence>`case when_nobody when 'questionnaire' then 'form' else when_nobody end`,
      version: eb('version', '+', 1),
    }))
    .where('organisation_id', '=', tx.organisationId)
    .where('questionnaire_id', '=', id)
    .returning('id')
    .execute()
  return rows.length > 0
}

export async function countInSubAccounts(tx: OrganisationTransaction): Promise<KeptCount[]> {
  const rows = await tx.db
    .selectFrom('channels')
    .select((eb) => ['sub_account_id as subAccountId', eb.fn.countAll<number>().as('count')])
    .where('organisation_id', '=', tx.organisationId)
    .groupBy('sub_account_id')
    .execute()
  return rows.map((row) => ({ ...row, kind: 'channels' }))
}

export async function moveToSubAccount(
  tx: OrganisationTransaction,
  { from, to }: { from: SubAccountId; to: SubAccountId },
): Promise<void> {
  await tx.db
    .updateTable('channels')
    .set((eb) => ({ sub_account_id: to, version: eb('version', '+', 1) }))
    .where('organisation_id', '=', tx.organisationId)
    .where('sub_account_id', '=', from)
    .execute()
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
    kind: ChannelForAgent.shape.kind.parse(row.kind),
    state: row.state,
    name: row.name,
    key: row.key,
    sites: row.sites,
    colour: row.colour,
    position: { side: row.widget_side, sidePx: row.side_px, bottomPx: row.bottom_px },
    languages: row.languages,
    texts: ChannelForAgent.shape.texts.parse(row.texts),
    hours: OpeningHours.parse(row.hours),
    whenNobody: row.when_nobody,
    questionnaireId: row.questionnaire_id,
    asksRating: row.asks_rating,
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
