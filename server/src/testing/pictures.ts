import sharp from 'sharp'

interface Picture {
  width: number
  height: number
  format?: 'jpeg' | 'png' | 'webp'
}

/** A picture of these pixels, its left half red and its right half blue. */
export async function drawPicture({ width, height, format = 'png' }: Picture): Promise<Buffer> {
  const half = Math.floor(width / 2)
  const blue = { create: { width: width - half, height, channels: 3 as const, background: '#0000ff' } }
  return sharp({ create: { width, height, channels: 3, background: '#ff0000' } })
    .composite([{ input: blue, left: half, top: 0 }])
    .toFormat(format)
    .toBuffer()
}

let small: Promise<Buffer> | undefined

/** A photo like any other, drawn once. */
export function aPhoto(): Promise<Buffer> {
  small ??= drawPicture({ width: 64, height: 48 })
  return small
}
