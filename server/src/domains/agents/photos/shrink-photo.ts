import { join } from 'node:path'
import { workApart } from '#server/platform/work-apart.ts'
import { looksLikePhoto, tooManyPixels, unreadable } from './photo.ts'

export type ShrinkAnswer = { bytes: Uint8Array } | { no: 'unreadable' | 'too-many-pixels' }

const shrink = workApart<Buffer, ShrinkAnswer>(join(import.meta.dirname, 'shrink-process.ts'))

/**
 * What is kept of a photo: upright, square, small, WebP, and nothing of what else the file carried. It is made in a process of
 * its own, which a picture built to do harm may end and the server outlives.
 *
 * @refuses agents.photo-unreadable | agents.photo-too-large | request.too-many
 */
export async function shrinkPhoto(file: Buffer): Promise<Buffer> {
  if (!looksLikePhoto(file)) throw unreadable()
  const answer = await shrink(async () => file)
  // What ends its decoder is no photo.
  if (answer === null) throw unreadable()
  if ('bytes' in answer) return Buffer.from(answer.bytes)
  throw answer.no === 'too-many-pixels' ? tooManyPixels() : unreadable()
}
