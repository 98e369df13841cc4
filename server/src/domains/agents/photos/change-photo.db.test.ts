import assert from 'node:assert/strict'
import { request } from 'node:http'
import { after, before, test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { apiRoot, photoPath } from '#contract/addresses.ts'
import { limits, times } from '#contract/limits.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { aPhoto, drawPicture } from '#server/testing/pictures.ts'
import { changesBetween, type Rows, watchRows } from '#server/testing/rows.ts'
import { createScene, type Scene } from '#server/testing/scene.ts'
import { type Engaged, engage } from '#server/testing/staff.ts'
import { eventsIn, inboxOf, openConsole, openWidget } from '#server/testing/talking.ts'
import { grant, make, passerBy, verdictOf } from '#server/testing/wish.ts'
import { dropLostPhotos } from './drop-lost-photos.ts'
import { photoSide } from './photo.ts'

let cast: Cast
let scene: Scene
let rows: Rows
before(async () => {
  cast = await openCast()
  scene = createScene(cast)
  rows = await watchRows(cast.comptoir)
})
after(async () => {
  await rows.close()
  await cast.comptoir.stop()
})

const own = 'PUT /organisations/:organisationId/me/photo'
const paramsOf = ({ organisationId }: Engaged) => ({ organisationId })
const hire = () => engage(cast.comptoir, cast.verdier.id, 'Léa Lang', { role: 'agent', subAccountId: cast.lyon.id })
const set = (by: Engaged, file: Buffer) => make(cast.origin, { route: own, by, params: paramsOf(by), file })
const setGranted = async (by: Engaged, file: Buffer): Promise<string> =>
  (await grant(cast.origin, { route: own, by, params: paramsOf(by), file })).photoId ?? assert.fail('no photo')
const fetchPhoto = async (photoId: string) => fetch(`${cast.origin}${photoPath(photoId)}`)
const meOf = (by: Engaged) =>
  grant(cast.origin, { route: 'GET /organisations/:organisationId/me', by, params: paramsOf(by) })

test('a photo of each kind becomes a small square, upright, with nothing else the file said', async () => {
  const léa = await hire()
  for (const format of ['jpeg', 'png', 'webp'] as const) {
    const photoId = await setGranted(léa, await drawPicture({ width: 900, height: 300, format }))
    const kept = sharp(Buffer.from(await (await fetchPhoto(photoId)).arrayBuffer()))
    const { width, height, format: kind } = await kept.metadata()
    assert.deepEqual([width, height, kind], [photoSide, photoSide, 'webp'], format)
  }
  // Lying on its side, as phones write them: red on the left becomes red on top.
  const lying = await sharp(await drawPicture({ width: 300, height: 300, format: 'jpeg' }))
    .withExif({ IFD0: { Copyright: 'Vera à la maison' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()
  assert.equal((await sharp(lying).metadata()).orientation, 6, 'control')
  const bytes = Buffer.from(await (await fetchPhoto(await setGranted(léa, lying))).arrayBuffer())
  const kept = await sharp(bytes).metadata()
  assert.equal(kept.exif, undefined)
  assert.equal(kept.orientation, undefined)
  const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  const pixel = (x: number, y: number) => [...data.subarray((y * photoSide + x) * 3, (y * photoSide + x) * 3 + 3)]
  const [top = [], bottom = []] = [pixel(128, 20), pixel(128, 236)]
  assert.ok((top[0] ?? 0) > 200 && (bottom[2] ?? 0) > 200, `${top} ${bottom}`)
})

test('whoever knows its id may see a photo, may keep it for ever, and can do nothing else with it', async () => {
  const photoId = await setGranted(await hire(), await aPhoto())
  const answer = await fetchPhoto(photoId)
  assert.equal(answer.status, 200)
  const header = (name: string) => answer.headers.get(name)
  assert.equal(header('content-type'), 'image/webp')
  assert.match(header('cache-control') ?? '', /immutable/)
  assert.equal(header('x-content-type-options'), 'nosniff')
  assert.equal(header('content-security-policy'), "sandbox; default-src 'none'")
  assert.equal(header('cross-origin-resource-policy'), 'cross-origin')
  const another = `${photoId.slice(0, -1)}${photoId.endsWith('0') ? '1' : '0'}`
  const missing = await fetchPhoto(another)
  assert.equal(missing.status, 404)
  assert.equal(missing.headers.get('cache-control'), 'no-store')
  assert.equal((await fetch(`${cast.origin}${apiRoot}/photos/1`)).status, 404)
})

test('another photo is another address, and the earlier one is gone for good; so is one that was taken away', async () => {
  const léa = await hire()
  const first = await setGranted(léa, await aPhoto())
  const second = await setGranted(léa, await aPhoto())
  assert.notEqual(first, second)
  assert.equal((await fetchPhoto(first)).status, 404)
  assert.equal((await meOf(léa)).photoId, second)
  await grant(cast.origin, {
    route: 'DELETE /organisations/:organisationId/me/photo',
    by: léa,
    params: paramsOf(léa),
  })
  assert.equal((await fetchPhoto(second)).status, 404)
  assert.equal((await meOf(léa)).photoId, null)
})

test('what is no photo, is too heavy or has too many pixels is refused, each for its reason', async () => {
  const léa = await hire()
  await setGranted(léa, await aPhoto())
  const untouched = await rows.read()
  const png = await aPhoto()
  for (const [what, file] of [
    ['nothing', Buffer.alloc(0)],
    ['words', Buffer.from('ceci n’est pas une photo')],
    ['half a photo', png.subarray(0, png.length / 2)],
    ['only its beginning', png.subarray(0, 8)],
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>')],
    ['a GIF', await sharp(png).gif().toBuffer()],
    ['a TIFF', await sharp(png).tiff().toBuffer()],
  ] as const) {
    const answer = await set(léa, file)
    assert.equal(verdictOf(answer), '422 agents.photo-unreadable', what)
  }
  const wide = await set(léa, pngOf(50_000, 3))
  assert.equal(verdictOf(wide), '422 agents.photo-too-large')
  assert.deepEqual(Object(wide.body).details, { maxPixels: limits.photoPixels })
  const heavy = await set(léa, Buffer.alloc(limits.photoBytes + 1, 0xff))
  assert.equal(verdictOf(heavy), '422 agents.photo-too-large')
  assert.deepEqual(Object(heavy.body).details, { maxBytes: limits.photoBytes })
  assert.deepEqual(changesBetween(untouched, await rows.read()), [])
})

test('a hundred megabytes are refused before they are read, and a body that does not say how long it is, once it is too long', async () => {
  const léa = await hire()
  const { port } = new URL(cast.origin)
  const upload = (headers: Record<string, string>, send: (chunk: (bytes: Buffer) => boolean) => void) =>
    new Promise<number>((resolve, reject) => {
      const asking = request(
        {
          port,
          method: 'PUT',
          path: `${apiRoot}/organisations/${léa.organisationId}/me/photo`,
          headers: { ...léa.headers(), 'content-type': 'image/png', ...headers },
        },
        (answer) => {
          answer.resume()
          resolve(answer.statusCode ?? 0)
          asking.destroy()
        },
      )
      asking.on('error', reject)
      asking.flushHeaders()
      send((bytes) => asking.write(bytes))
    })
  assert.equal(await upload({ 'content-length': String(100 * 1024 * 1024) }, () => {}), 422, 'not a byte was sent')
  const chunks = Math.ceil(limits.photoBytes / 65_536) + 1
  assert.equal(
    await upload({ 'transfer-encoding': 'chunked' }, (chunk) => {
      for (let sent = 0; sent < chunks; sent++) chunk(Buffer.alloc(65_536, 0xff))
    }),
    422,
    'and the answer came before the end',
  )
})

test('a picture that is small to send and huge to hold takes nobody down', async () => {
  const léa = await hire()
  const side = limits.photoPixels
  const answers = await Promise.all([set(léa, pngOf(side, side)), set(léa, await aPhoto())])
  assert.equal(answers[1]?.status, 200, 'the next is served')
  assert.match(verdictOf(answers[0] ?? assert.fail()), /^(200|422 agents\.photo-unreadable)$/)
  assert.equal((await meOf(léa)).agentId, léa.agentId)
})

test('colleagues see another photo at once, and so does the visitor they answer', async () => {
  const léa = await hire()
  const { visitor } = await scene.talk(cast.lyon, léa, 'open')
  const [console, widget] = [await openConsole(cast, cast.marc), await openWidget(cast, visitor)]
  const photoId = await setGranted(léa, await aPhoto())
  await console.hears((frame) =>
    eventsIn([frame], 'colleague.changed').some(({ colleague }) => Object(colleague).photoId === photoId),
  )
  await widget.hears((frame) =>
    eventsIn([frame], 'conversation.changed').some(
      ({ conversation }) => Object(conversation).assignee?.photoId === photoId,
    ),
  )
  const { colleagues } = await inboxOf(cast, cast.marc)
  assert.equal(colleagues.find(({ id }) => id === léa.agentId)?.photoId, photoId)
  const thread = { route: 'GET /widget/:channelKey/thread', by: visitor } as const
  const { conversation } = await grant(cast.origin, { ...thread, params: { channelKey: visitor.channelKey } })
  assert.equal(conversation?.assignee?.photoId, photoId)
  console.close()
  widget.close()
})

test('[A6] the photo of somebody who can no longer be brought back is thrown away, and nobody else’s', async () => {
  const [gone, lately, here] = [await hire(), await hire(), await hire()]
  const photos = await Promise.all([gone, lately, here].map(async (agent) => setGranted(agent, await aPhoto())))
  const { platform } = cast.comptoir
  for (const agent of [gone, lately])
    await grant(cast.origin, {
      route: 'DELETE /organisations/:organisationId/agents/:agentId',
      by: cast.ada,
      params: { organisationId: cast.verdier.id, agentId: agent.agentId },
    })
  await platform.database.transaction(cast.verdier.id, ({ db }) =>
    db
      .updateTable('agents')
      .set({ removed_at: new Date(platform.clock.now().getTime() - times.restorableForMs) })
      .where('organisation_id', '=', cast.verdier.id)
      .where('id', '=', gone.agentId)
      .execute(),
  )
  await dropLostPhotos(platform)
  const answers = await Promise.all(photos.map(fetchPhoto))
  assert.deepEqual(
    answers.map(({ status }) => status),
    [404, 200, 200],
  )
})

test('an agent’s photo is set by whoever may edit them, and by nobody else', async () => {
  const léa = await hire()
  const of = (by: Engaged) =>
    make(cast.origin, {
      route: 'PUT /organisations/:organisationId/agents/:agentId/photo',
      by,
      params: { organisationId: cast.verdier.id, agentId: léa.agentId },
      file: Buffer.from('not even looked at'),
    })
  for (const by of [cast.ben, cast.iris, cast.milo])
    assert.equal(verdictOf(await of(by)), '403 access.refused', by.name)
  assert.equal(verdictOf(await of(cast.marc)), '422 agents.photo-unreadable', 'control')
  assert.equal(
    verdictOf(await make(cast.origin, { route: own, by: passerBy, params: paramsOf(léa), file: await aPhoto() })),
    '401 accounts.sign-in-required',
  )
})

/** A PNG of one colour and these pixels, written by hand: as small as it can be. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), body])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(body.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // One bit a pixel, grey.
  header.writeUInt8(1, 8)
  const line = Buffer.alloc(1 + Math.ceil(width / 8))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => line)))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
