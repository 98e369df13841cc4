import webpush from 'web-push'
import type { Database } from '#server/platform/database/database.ts'

/** The pair by which push services know this server (RFC 8292), base64url. */
export interface PushKeys {
  publicKey: string
  privateKey: string
}

/** This installation's own keys, made at its first start. Of several processes that start at once, one makes them. */
export const findOrMakePushKeys = (database: Database): Promise<PushKeys> =>
  database.directory(async ({ db }) => {
    const keys = db.selectFrom('push_keys').select(['public_key as publicKey', 'private_key as privateKey'])
    const known = await keys.executeTakeFirst()
    if (known) return known
    const { publicKey, privateKey } = webpush.generateVAPIDKeys()
    await db
      .insertInto('push_keys')
      .values({ public_key: publicKey, private_key: privateKey })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return keys.executeTakeFirstOrThrow()
  })
