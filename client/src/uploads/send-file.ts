import type { Upload } from '#contract/files.ts'
import { visitorLimits } from '#contract/limits.ts'
import type { MessageFile } from '#contract/messages.ts'
import { Refused } from '../refused.ts'
import type { Attachment } from './attachment.ts'

/** The doors of uploads, an agent's or a visitor's. */
export interface UploadDoors {
  begin(file: Attachment, signal: AbortSignal): Promise<Upload>
  put(file: Attachment, offset: number, piece: Blob, signal: AbortSignal): Promise<Upload>
  finish(file: Attachment, sha256: string | null, signal: AbortSignal): Promise<MessageFile>
  giveUp(file: Attachment): Promise<unknown>
}

/** The bytes cannot be read any more: the file went from the device, or did not outlive the page. */
export class Lost extends Error {
  override readonly name = 'Lost'
}

/**
 * Sends one file from where the server has it to its end.
 *
 * @throws {Refused} the server's typed no · {Lost} there is nothing left to send · whatever the doors throw: worth trying again
 */
export async function sendFile(
  file: Attachment,
  doors: UploadDoors,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (sentBytes: number) => void },
): Promise<MessageFile> {
  let { receivedBytes, file: finished } = await doors.begin(file, signal)
  if (finished) return finished
  const { bytes } = file
  if (!bytes) throw new Lost()
  while (receivedBytes < file.sizeBytes) {
    onProgress(receivedBytes)
    const piece = await read(bytes.slice(receivedBytes, receivedBytes + visitorLimits.filePieceBytes))
    receivedBytes = await putNext(file, receivedBytes, new Blob([piece]), { doors, signal })
  }
  onProgress(receivedBytes)
  return doors.finish(file, await sumOf(bytes), signal)
}

/** Another tab, or an earlier try whose answer was lost, may have sent the piece: the server says where to go on. */
async function putNext(
  file: Attachment,
  offset: number,
  piece: Blob,
  { doors, signal }: { doors: UploadDoors; signal: AbortSignal },
): Promise<number> {
  try {
    return (await doors.put(file, offset, piece, signal)).receivedBytes
  } catch (error) {
    const standsAt = error instanceof Refused && error.code === 'files.wrong-piece' ? error.details.receivedBytes : null
    if (typeof standsAt !== 'number' || standsAt === offset) throw error
    return standsAt
  }
}

async function sumOf(bytes: Blob): Promise<string | null> {
  // Not there without TLS.
  if (!globalThis.crypto?.subtle) return null
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', await read(bytes)))
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const read = (bytes: Blob): Promise<ArrayBuffer> =>
  bytes.arrayBuffer().catch(() => {
    throw new Lost()
  })
