import type { ClientFileId, FileId, OrganisationId } from '#contract/ids.ts'
import { beginUpload } from '#server/domains/files/begin-upload.ts'
import { finishUpload } from '#server/domains/files/finish-upload.ts'
import { receivePiece } from '#server/domains/files/receive-piece.ts'
import type { SenderOf } from '#server/domains/files/sender.ts'
import { uuid7 } from '#server/platform/ids.ts'
import { makePaper, type PaperKey } from './papers.ts'
import type { Needs } from './play-talk.ts'

/** Uploads what goes with a message, as a device would. */
export function sendPapers(
  sent: { organisationId: OrganisationId; senderOf: SenderOf },
  papers: readonly PaperKey[],
  needs: Needs,
): Promise<FileId[]> {
  return Promise.all(
    papers.map(async (key) => {
      const { name, bytes } = await makePaper(key)
      const clientFileId = uuid7() as ClientFileId
      await beginUpload(sent, { clientFileId, name, sizeBytes: bytes.length }, needs)
      // Each is smaller than one piece.
      await receivePiece(sent, { clientFileId, offset: 0, bytes }, needs)
      return (await finishUpload(sent, { clientFileId, sha256: null }, needs)).id
    }),
  )
}
