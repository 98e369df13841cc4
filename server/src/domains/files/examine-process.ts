/** The process of examine-file.ts: what a hostile file does to whoever reads it, it does here. */
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { limits } from '#contract/limits.ts'
import { firstToGo } from '#server/platform/first-to-go.ts'
import type { Findings } from './examine-file.ts'
import { textTypeOf } from './read-text.ts'

/** Either side of a preview: the widest bubble there is, on a screen of two pixels a point. */
const previewSide = 640
const qualities = [78, 55, 30]
/** What a row may hold. */
const mostBytes = 262_144

/** Kinds that are written as text; any other that a text seems to be is a chance of its first letters. */
const writtenAsText = /^(application\/(pdf|rtf|postscript|eps)|text\/.+)$/

firstToGo()
sharp.concurrency(1)
sharp.cache(false)
// Whatever else the library reads stays shut.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
})

process.on('message', async (file: Uint8Array) => {
  process.send?.(await examine(file))
})

async function examine(file: Uint8Array): Promise<Findings> {
  const text = textTypeOf(file)
  const sign = (await fileTypeFromBuffer(file).catch(() => undefined))?.mime ?? null
  const mediaType = text === null ? sign : sign !== null && writtenAsText.test(sign) ? sign : text
  const isShown = mediaType !== null && /^image\/(jpeg|png|apng|webp|gif)$/.test(mediaType)
  return { mediaType, picture: isShown ? await shrink(file).catch(() => null) : null }
}

async function shrink(file: Uint8Array): Promise<Findings['picture']> {
  const { autoOrient: size } = await sharp(file, { limitInputPixels: false }).metadata()
  if (Math.max(size.width, size.height) > limits.photoPixels) return null
  const image = sharp(file, { limitInputPixels: limits.photoPixels ** 2, failOn: 'error', sequentialRead: true })
    .autoOrient()
    .resize(previewSide, previewSide, { fit: 'inside', withoutEnlargement: true })
    .timeout({ seconds: 15 })
  for (const quality of qualities) {
    const preview = await image.clone().webp({ quality }).toBuffer()
    if (preview.length <= mostBytes) return { ...size, preview }
  }
  return null
}
