import { createHash } from 'node:crypto'
import type { ClientFileId, FileId, OrganisationId } from '#contract/ids.ts'
import type { MessageFile } from '#contract/messages.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { examineFile } from './examine-file.ts'
import { asMessageFile, type UploadedFile } from './file.ts'
import { objectionTo } from './kinds.ts'
import { piecesOf } from './read-file.ts'
import type { SenderOf } from './sender.ts'
import { findUpload, lockUpload, setFinished } from './store.ts'

type Needs = Pick<Platform, 'database'>

/**
 * Finishes a file that has come whole: it is compared with its checksum, its kind is told by its content, and a picture is made
 * small. Finishing again is the same answer. A file that is refused stays unfinished, and goes with nothing.
 *
 * @refuses request.not-found | files.incomplete | files.damaged | files.type-lies | files.type-refused | request.too-many, and what the sender may not
 */
export async function finishUpload(
  sent: { organisationId: OrganisationId; senderOf: SenderOf },
  { clientFileId, sha256 }: { clientFileId: ClientFileId; sha256: string | null },
  { database }: Needs,
): Promise<MessageFile> {
  const { organisationId, senderOf } = sent
  const file = await database.transaction(organisationId, async (tx) =>
    findUpload(tx, await senderOf(tx), clientFileId),
  )
  const before = finishable(file)
  if (before.content) return asFinished(before)

  const hash = createHash('sha256')
  const findings = await examineFile(async () => {
    const bytes = await wholeFile(organisationId, before, { database })
    hash.update(bytes)
    return bytes
  })
  const found = hash.digest()
  if (sha256 !== null && found.toString('hex') !== sha256) throw refusal('files.damaged')
  const objection = objectionTo(before.name, findings.mediaType)
  if (objection) throw refusal(objection)

  // Looking at it took a while: the sender's rights are asked anew, and another try may have been quicker.
  return database.transaction(organisationId, async (tx) => {
    const now = finishable(await lockUpload(tx, await senderOf(tx), clientFileId))
    if (now.content) return asFinished(now)
    const { picture } = findings
    const content = {
      mediaType: findings.mediaType ?? 'application/octet-stream',
      width: picture?.width ?? null,
      height: picture?.height ?? null,
    }
    await setFinished(tx, now.id, { content, sha256: found, preview: picture && Buffer.from(picture.preview) })
    return asFinished({ ...now, content })
  })
}

function finishable(file: UploadedFile | undefined): UploadedFile {
  if (!file) throw refusal('request.not-found')
  const { receivedBytes, sizeBytes } = file
  if (receivedBytes < sizeBytes) throw refusal('files.incomplete', { details: { receivedBytes } })
  return file
}

async function wholeFile(
  organisationId: OrganisationId,
  { id, sizeBytes }: { id: FileId; sizeBytes: number },
  needs: Needs,
): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of piecesOf(organisationId, { id, sizeBytes }, needs)) pieces.push(piece)
  return Buffer.concat(pieces)
}

function asFinished(file: UploadedFile): MessageFile {
  const finished = asMessageFile(file)
  if (!finished) throw new Error('a file without content is not finished')
  return finished
}
