import { sql } from 'kysely'
import type { ChannelId, VisitorId } from '#contract/ids.ts'
import type { Locale } from '#contract/vocabulary.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { storedWords } from '#server/platform/search-words.ts'

/** A browser that spoke on a channel. */
export interface Visitor {
  id: VisitorId
  /** Null until they or their site say it. */
  name: string | null
  email: string | null
}

export async function findVisitor(
  tx: OrganisationTransaction,
  by: { channelId: ChannelId; tokenHash: Buffer },
): Promise<Visitor | undefined> {
  return tx.db
    .selectFrom('visitors')
    .select(['id', 'name', 'email'])
    .where('organisation_id', '=', tx.organisationId)
    .where('channel_id', '=', by.channelId)
    .where('token_hash', '=', by.tokenHash)
    .executeTakeFirst()
}

/** The visitor of this token, made if this is their first word: several tabs at once make one. */
export async function findOrMakeVisitor(
  tx: OrganisationTransaction,
  first: { id: VisitorId; channelId: ChannelId; tokenHash: Buffer; locale: Locale; now: Date },
): Promise<Visitor> {
  const known = await findVisitor(tx, first)
  if (known) return known
  const row = await tx.db
    .insertInto('visitors')
    .values({
      organisation_id: tx.organisationId,
      id: first.id,
      channel_id: first.channelId,
      token_hash: first.tokenHash,
      locale: first.locale,
      created_at: first.now,
    })
    // Another tab may be first between the two statements: the row it made is the one.
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'channel_id', 'token_hash']).doUpdateSet({ locale: first.locale }),
    )
    .returning(['id', 'name', 'email'])
    .executeTakeFirstOrThrow()
  return row
}

/** What they, their site or an agent say of who they are: it stands on cards, and they are found by it. Null: not known. */
export async function nameVisitor(
  tx: OrganisationTransaction,
  id: VisitorId,
  { name, email }: Pick<Visitor, 'name' | 'email'>,
): Promise<void> {
  const words = storedWords(tx.organisationId, `${name ?? ''} ${email ?? ''}`)
  await tx.db
    .updateTable('visitors')
    .set({ name, email, words: sql`array_to_tsvector(${words}::text[])` })
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', id)
    .execute()
}

/** In which language the product spoke to them at first. */
export async function visitorLocale(tx: OrganisationTransaction, id: VisitorId): Promise<Locale> {
  const { locale } = await tx.db
    .selectFrom('visitors')
    .select('locale')
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  // Written by findOrMakeVisitor alone.
  return locale as Locale
}
