import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { drawPicture } from '#server/testing/pictures.ts'
import { examineFile } from './examine-file.ts'

const examine = (bytes: Buffer) => examineFile(async () => bytes)

test('a picture is shown small, upright and without what else it said; its size is the one it is seen in', async () => {
  const lying = await sharp(await drawPicture({ width: 1600, height: 900, format: 'jpeg' }))
    .withExif({ IFD0: { Copyright: 'Vera à la maison' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()
  const { mediaType, picture } = await examine(lying)
  assert.equal(mediaType, 'image/jpeg')
  assert.ok(picture)
  assert.deepEqual([picture.width, picture.height], [900, 1600])
  const kept = await sharp(Buffer.from(picture.preview)).metadata()
  assert.deepEqual([kept.format, kept.width, kept.height], ['webp', 360, 640])
  assert.deepEqual([kept.exif, kept.orientation], [undefined, undefined])
})

test('a small picture is not blown up, and what can be seen through stays so', async () => {
  const clear = await sharp({ create: { width: 20, height: 10, channels: 4, background: '#ff000080' } })
    .png()
    .toBuffer()
  const { picture } = await examine(clear)
  assert.ok(picture)
  const kept = await sharp(Buffer.from(picture.preview)).metadata()
  assert.deepEqual([kept.width, kept.height, kept.hasAlpha], [20, 10, true])
  assert.ok((await examine(await sharp(clear).gif().toBuffer())).picture, 'a GIF is a picture too')
})

test('the kind is told by the content: pages, drawings, programs, words', async () => {
  const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200), Buffer.from('PE\0\0'), Buffer.alloc(200)])
  for (const [bytes, mediaType] of [
    [Buffer.from('<!doctype html><script>alert(1)</script>'), 'text/html'],
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'image/svg+xml'],
    [Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'), 'application/pdf'],
    [Buffer.from('GIF89a/*<svg/onload=alert(1)>*/=alert(1)//'), 'text/plain'],
    [exe, 'application/x-msdownload'],
    [Buffer.from([1, 2, 3, 4, 5]), null],
  ] as const)
    assert.equal((await examine(bytes)).mediaType, mediaType, bytes.subarray(0, 20).toString('latin1'))
})

test('a picture that cannot be read, or has too many pixels, is a file like any other', async () => {
  const png = await drawPicture({ width: 40, height: 30 })
  assert.deepEqual(await examine(png.subarray(0, png.length / 2)), { mediaType: 'image/png', picture: null })
  const wide = await sharp({ create: { width: 12_001, height: 1, channels: 3, background: '#000' } })
    .png()
    .toBuffer()
  assert.deepEqual(await examine(wide), { mediaType: 'image/png', picture: null })
})
