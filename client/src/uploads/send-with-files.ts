import type { FileId } from '#contract/ids.ts'
import { Refused } from '../refused.ts'
import type { Attached } from './attachment.ts'
import type { Uploads } from './uploads.ts'

/**
 * Sends a message once the server has its files. One that waited so long that they were thrown away there sends them anew, once.
 *
 * @throws {Refused} the message's own no, or that of one of its files · whatever `send` throws: worth trying again
 */
export async function sendWithFiles<Reply>(
  uploads: Uploads,
  { files, signal }: { files: readonly Attached[]; signal: AbortSignal },
  send: (fileIds: FileId[]) => Promise<Reply>,
): Promise<Reply> {
  const ready = async () => (await uploads.settled(files, signal)).map(({ id }) => id)
  const fileIds = await ready()
  try {
    return await send(fileIds)
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'files.unknown') throw error
    uploads.renew(files)
    return send(await ready())
  }
}
