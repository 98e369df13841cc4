import { times } from '#contract/limits.ts'
import type { Platform } from '#server/platform/platform.ts'

/**
 * Throws away the faces of people who can no longer be brought back, and photos that nobody wears any more because the person
 * was erased. In every organisation: run as the tables' owner, by whoever keeps house.
 */
export async function dropLostPhotos({ database, clock }: Pick<Platform, 'database' | 'clock'>): Promise<void> {
  const goneBefore = new Date(clock.now().getTime() - times.restorableForMs)
  await database.asOwner(async ({ db }) => {
    await db
      .updateTable('agents')
      .set({ photo_id: null })
      .where('removed_at', '<=', goneBefore)
      .where('photo_id', 'is not', null)
      .execute()
    await db
      .deleteFrom('photos')
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('agents')
              .select('agents.id')
              .whereRef('agents.organisation_id', '=', 'photos.organisation_id')
              .whereRef('agents.photo_id', '=', 'photos.id'),
          ),
        ),
      )
      .execute()
  })
}
