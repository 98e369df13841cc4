import type { FileId } from '#contract/ids.ts'
import type { MessageFile } from '#contract/messages.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import { asMessageFile, type Sender } from './file.ts'
import { lockUnsent } from './store.ts'

/**
 * The files that are to go with a message, in the order given, held until the commit: each a finished one of the sender's own that
 * went with no other. One that is not fails them all.
 *
 * @refuses files.unknown
 */
export async function claimFiles(
  tx: OrganisationTransaction,
  sender: Sender,
  ids: readonly FileId[],
): Promise<MessageFile[]> {
  if (ids.length === 0) return []
  const held = new Map((await lockUnsent(tx, sender, ids)).map((file) => [file.id, asMessageFile(file)]))
  const files = ids.map((id) => held.get(id))
  if (held.size !== ids.length || !files.every((file) => file != null))
    throw refusal('files.unknown', { field: 'fileIds' })
  return files
}
