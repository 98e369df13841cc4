import { existsSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { settings, sizes, themes } from './looks.ts'

const scale = 0.55
const gapPx = 12

/** All looks of a scene on two sheets: the wide ones, then those on a phone. */
export async function makeSheet(folder: string, scene: string): Promise<void> {
  for (const size of ['wide', 'phone'] as const) {
    const names = settings
      .filter((setting) => setting.size === size)
      .flatMap(({ locale }) => themes.map((theme) => `${scene}-${locale}-${size}-${theme}.png`))
      .filter((name) => existsSync(join(folder, name)))
    const columns = size === 'wide' ? 2 : 4
    const widthPx = Math.round(sizes[size].width * (size === 'wide' ? scale : 1))
    const pictures = await Promise.all(
      names.map((name) => sharp(join(folder, name)).resize({ width: widthPx }).toBuffer({ resolveWithObject: true })),
    )
    const heightPx = Math.max(0, ...pictures.map(({ info }) => info.height))
    const rows = Math.ceil(pictures.length / columns)
    if (rows === 0) continue
    await sharp({
      create: {
        width: columns * (widthPx + gapPx),
        height: rows * (heightPx + gapPx),
        channels: 3,
        background: '#888888',
      },
    })
      .composite(
        pictures.map(({ data }, index) => ({
          input: data,
          left: (index % columns) * (widthPx + gapPx),
          top: Math.floor(index / columns) * (heightPx + gapPx),
        })),
      )
      .png()
      .toFile(join(folder, 'sheets', `${scene}-${size}.png`))
  }
}
