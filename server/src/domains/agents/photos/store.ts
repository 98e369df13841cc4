import type { AgentId, PhotoId } from '#contract/ids.ts'
import type { Database, OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Photo } from './photo.ts'

/** Keeps a photo, and where it is kept. */
export async function insertPhoto(tx: OrganisationTransaction, { id, bytes }: Photo, now: Date): Promise<void> {
  await tx.db.insertInto('photos').values({ organisation_id: tx.organisationId, id, bytes, created_at: now }).execute()
  await tx.db.insertInto('photo_places').values({ photo_id: id, organisation_id: tx.organisationId }).execute()
}

export async function setPhotoOf(
  tx: OrganisationTransaction,
  agentId: AgentId,
  photoId: PhotoId | null,
): Promise<void> {
  await tx.db
    .updateTable('agents')
    .set({ photo_id: photoId })
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', agentId)
    .execute()
}

/** Nobody may show it any more. */
export async function deletePhoto(tx: OrganisationTransaction, id: PhotoId): Promise<void> {
  await tx.db.deleteFrom('photos').where('organisation_id', '=', tx.organisationId).where('id', '=', id).execute()
}

/** Whoever knows the id may see it: the directory says where it is kept. */
export async function findPhoto(database: Database, id: PhotoId): Promise<Buffer | undefined> {
  const place = await database.directory(({ db }) =>
    db.selectFrom('photo_places').select('organisation_id').where('photo_id', '=', id).executeTakeFirst(),
  )
  if (!place) return undefined
  return database.transaction(place.organisation_id, async (tx) => {
    const row = await tx.db
      .selectFrom('photos')
      .select('bytes')
      .where('organisation_id', '=', tx.organisationId)
      .where('id', '=', id)
      .executeTakeFirst()
    return row?.bytes
  })
}
