import type { ClientFileId, OrganisationId } from '#contract/ids.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { SenderOf } from './sender.ts'
import { deleteFile, lockUpload } from './store.ts'

/**
 * Throws a file away that went with no message, with whatever came of it. One that was sent is a part of its message.
 *
 * @refuses request.not-found, and what the sender may not
 */
export async function giveUpUpload(
  { organisationId, senderOf }: { organisationId: OrganisationId; senderOf: SenderOf },
  clientFileId: ClientFileId,
  { database }: Pick<Platform, 'database'>,
): Promise<void> {
  await database.transaction(organisationId, async (tx) => {
    const file = await lockUpload(tx, await senderOf(tx), clientFileId)
    if (!file || file.isSent) throw refusal('request.not-found')
    await deleteFile(tx, file.id)
  })
}
