/** The process of shrink-photo.ts: what a hostile file does to a decoder, it does here. */
import sharp from 'sharp'
import { limits } from '#contract/limits.ts'
import { firstToGo } from '#server/platform/first-to-go.ts'
import { photoSide } from './photo.ts'
import type { ShrinkAnswer } from './shrink-photo.ts'

const qualities = [82, 60, 35]
/** What a row may hold. */
const mostBytes = 60_000

firstToGo()
sharp.concurrency(1)
sharp.cache(false)
// Whatever else the library reads stays shut.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})

process.on('message', async (file: Uint8Array) => {
  process.send?.(await shrink(file).catch((): ShrinkAnswer => ({ no: 'unreadable' })))
})

async function shrink(file: Uint8Array): Promise<ShrinkAnswer> {
  const { width, height } = await sharp(file, { limitInputPixels: false }).metadata()
  if (Math.max(width, height) > limits.photoPixels) return { no: 'too-many-pixels' }
  const image = sharp(file, { limitInputPixels: limits.photoPixels ** 2, failOn: 'error', sequentialRead: true })
    .autoOrient()
    .resize(photoSide, photoSide, { fit: 'cover', position: 'attention' })
    .flatten({ background: '#ffffff' })
    .timeout({ seconds: 15 })
  for (const quality of qualities) {
    const bytes = await image.clone().webp({ quality }).toBuffer()
    if (bytes.length <= mostBytes) return { bytes }
  }
  return { no: 'unreadable' }
}
