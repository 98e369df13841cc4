import type { FileId, OrganisationId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { readPiece } from './store.ts'

/** The bytes of a file, a piece at a time, each read when the one before was taken: a slow reader holds one, and no transaction. */
export async function* piecesOf(
  organisationId: OrganisationId,
  { id, sizeBytes }: { id: FileId; sizeBytes: number },
  { database }: Pick<Platform, 'database'>,
): AsyncGenerator<Uint8Array> {
  for (let place = 0; place * limits.filePieceBytes < sizeBytes; place++) {
    const bytes = await database.transaction(organisationId, (tx) => readPiece(tx, id, place))
    // Given up meanwhile.
    if (!bytes) throw refusal('request.not-found')
    yield bytes
  }
}
