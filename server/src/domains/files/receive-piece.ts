import type { Upload } from '#contract/files.ts'
import type { ClientFileId, OrganisationId } from '#contract/ids.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { nextPiece } from './file.ts'
import { forUploader } from './present.ts'
import type { SenderOf } from './sender.ts'
import { insertPiece, lockUpload } from './store.ts'

/**
 * Keeps the next piece of a file: exactly as long as it must be, exactly where it begins. Of the same piece twice at once one is
 * kept, and the other is told where the file stands.
 *
 * @refuses request.not-found | files.wrong-piece, and what the sender may not
 */
export async function receivePiece(
  { organisationId, senderOf }: { organisationId: OrganisationId; senderOf: SenderOf },
  { clientFileId, offset, bytes }: { clientFileId: ClientFileId; offset: number; bytes: Buffer },
  { database }: Pick<Platform, 'database'>,
): Promise<Upload> {
  return database.transaction(organisationId, async (tx) => {
    const file = await lockUpload(tx, await senderOf(tx), clientFileId)
    if (!file) throw refusal('request.not-found')
    const next = nextPiece(file)
    if (!next || offset !== file.receivedBytes || bytes.length !== next.bytes)
      throw refusal('files.wrong-piece', { details: { receivedBytes: file.receivedBytes } })
    await insertPiece(tx, file, { place: next.place, bytes })
    return forUploader({ ...file, receivedBytes: file.receivedBytes + bytes.length })
  })
}
