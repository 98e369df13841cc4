import type { BeginUpload, Upload } from '#contract/files.ts'
import type { ClientFileId, OrganisationId } from '#contract/ids.ts'
import { limits, times } from '#contract/limits.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { dailyBytesOf, quotaReached } from './file.ts'
import { forUploader } from './present.ts'
import type { SenderOf } from './sender.ts'
import { countBytesSince, findUpload, insertUpload, lockSender } from './store.ts'

/**
 * Makes room for a file that is to come in pieces, or says how far one came. Its whole length counts from now on against what its
 * sender may send in a day. `onBegun` may still refuse a new one.
 *
 * @refuses files.empty | files.too-large | files.quota-reached | files.id-reused, and what the sender may not
 */
export async function beginUpload(
  { organisationId, senderOf }: { organisationId: OrganisationId; senderOf: SenderOf },
  wish: BeginUpload & { clientFileId: ClientFileId },
  {
    database,
    clock,
    ids,
    onBegun = async () => {},
  }: Pick<Platform, 'database' | 'clock' | 'ids'> & {
    onBegun?: (sizeBytes: number) => Promise<void>
  },
): Promise<Upload> {
  return database.transaction(organisationId, async (tx) => {
    const sender = await senderOf(tx)
    await lockSender(tx, sender)
    const earlier = await findUpload(tx, sender, wish.clientFileId)
    if (earlier) {
      if (earlier.name !== wish.name || earlier.sizeBytes !== wish.sizeBytes) throw refusal('files.id-reused')
      return forUploader(earlier)
    }
    if (wish.sizeBytes === 0) throw refusal('files.empty')
    if (wish.sizeBytes > limits.fileBytes) throw refusal('files.too-large', { details: { maxBytes: limits.fileBytes } })
    const now = clock.now()
    const spent = await countBytesSince(tx, sender, new Date(now.getTime() - times.uploadLifetimeMs))
    if (spent + wish.sizeBytes > dailyBytesOf(sender)) throw quotaReached(dailyBytesOf(sender))
    await onBegun(wish.sizeBytes)
    const file = { id: ids.file(), ...wish, receivedBytes: 0, content: null, isSent: false }
    await insertUpload(tx, sender, { file, now })
    return forUploader(file)
  })
}
