import type { PhotoId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import { type Refusal, refusal } from '#server/platform/refusal.ts'

/** A face as it is kept: square, WebP, without anything else the file said. */
export interface Photo {
  id: PhotoId
  bytes: Buffer
}

/** Either side of what is kept, in pixels: the largest avatar there is, on a screen of three pixels a point. */
export const photoSide = 256

const starts: readonly [at: number, bytes: Buffer][][] = [
  [[0, Buffer.from([0xff, 0xd8, 0xff])]], // JPEG
  [[0, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])]], // PNG
  [
    [0, Buffer.from('RIFF')],
    [8, Buffer.from('WEBP')],
  ],
]

/** Whether a file begins as a JPEG, PNG or WebP does, whatever it was called: nothing else is handed to the decoder. */
export const looksLikePhoto = (file: Buffer): boolean =>
  starts.some((parts) => parts.every(([at, bytes]) => file.subarray(at, at + bytes.length).equals(bytes)))

export const unreadable = (): Refusal => refusal('agents.photo-unreadable')

export const tooManyPixels = (): Refusal =>
  refusal('agents.photo-too-large', { details: { maxPixels: limits.photoPixels } })
