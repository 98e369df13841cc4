import type { SessionId, UserId } from '#contract/ids.ts'
import type { Platform } from '#server/platform/platform.ts'

/** Whether a session, known by its id, has neither ended nor expired: asked when a socket opens on it. */
export const sessionStands =
  ({ database, clock }: Pick<Platform, 'database' | 'clock'>) =>
  async ({ userId, sessionId }: { userId: UserId; sessionId: SessionId }): Promise<boolean> => {
    const row = await database.directory(({ db }) =>
      db
        .selectFrom('sessions')
        .select('expires_at')
        .where('id', '=', sessionId)
        .where('user_id', '=', userId)
        .executeTakeFirst(),
    )
    return row !== undefined && row.expires_at > clock.now()
  }
