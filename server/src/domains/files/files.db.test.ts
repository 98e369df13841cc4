import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { apiRoot } from '#contract/addresses.ts'
import type { ConversationId, FileId } from '#contract/ids.ts'
import { limits, times } from '#contract/limits.ts'
import type { MessageFile } from '#contract/messages.ts'
import { type Cast, newPasser, openCast, type Passer } from '#server/testing/cast.ts'
import { drawPicture } from '#server/testing/pictures.ts'
import { changesBetween, type Rows, watchRows } from '#server/testing/rows.ts'
import { createScene, type Scene } from '#server/testing/scene.ts'
import { type Engaged, engage } from '#server/testing/staff.ts'
import { eventsIn, inboxOf, openConsole, openWidget } from '#server/testing/talking.ts'
import { aFile, type DeviceFile, uploader } from '#server/testing/uploading.ts'
import { newClientMessageId } from '#server/testing/visitor.ts'
import { grant, type Knocker, make, passerBy, verdictOf } from '#server/testing/wish.ts'
import { dropForsakenFiles } from './drop-forsaken-files.ts'

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

const piece = limits.filePieceBytes
/** Bytes that no compression makes small, and no two places alike. */
const noise = (length: number, seed = 1): Buffer => {
  const bytes = Buffer.alloc(length)
  for (let at = 0, x = seed; at < length; at++) {
    x = (x * 1_103_515_245 + 12_345) & 0x7fffffff
    bytes[at] = x >> 16
  }
  return bytes
}

const agentSays = (
  by: Engaged,
  conversationId: ConversationId,
  body: { text?: string; kind?: 'text' | 'note'; fileIds: FileId[] },
  clientMessageId = newClientMessageId(),
) =>
  make(cast.origin, {
    route: 'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId',
    by,
    params: { organisationId: by.organisationId, conversationId, clientMessageId },
    body: { text: '', kind: 'text', ...body },
  })

const visitorSays = (by: Passer, body: { text?: string; fileIds: FileId[] }, clientMessageId = newClientMessageId()) =>
  make(cast.origin, {
    route: 'PUT /widget/:channelKey/messages/:clientMessageId',
    by,
    params: { channelKey: by.channelKey, clientMessageId },
    body: { text: '', locale: 'fr', page: null, ...body },
  })

const agentsPath = (conversationId: string, fileId: string, tail = '', organisationId: string = cast.verdier.id) =>
  `${apiRoot}/organisations/${organisationId}/conversations/${conversationId}/files/${fileId}${tail}`
const widgetPath = (by: Passer, fileId: string, tail = '') =>
  `${apiRoot}/widget/${by.channelKey}/files/${fileId}${tail}`
const fetchAs = (by: Knocker, path: string) => fetch(`${cast.origin}${path}`, { headers: by.headers() })
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

const messageIn = (answer: { body: unknown }) => Object(answer.body).message as { files: MessageFile[]; text: string }
const receivedOf = (answer: { body: unknown }) =>
  Object(answer.body).receivedBytes ?? Object(Object(answer.body).details).receivedBytes

/** A conversation of Ben's in which both have sent a picture. */
async function exchange() {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  const photo = await drawPicture({ width: 900, height: 600, format: 'jpeg' })
  const theirs = await uploader(cast.origin, { by: talk.visitor }).sendGranted(aFile('plage.jpg', photo))
  await visitorSays(talk.visitor, { fileIds: [theirs.id] })
  const ours = await uploader(cast.origin, { by: cast.ben, ...talk }).sendGranted(aFile('devis.pdf', '%PDF-1.4\n%%EOF'))
  await agentSays(cast.ben, talk.conversationId, { text: 'Voici le devis', fileIds: [ours.id] })
  return { ...talk, photo, theirs, ours }
}

test('[N12] a visitor and an agent send each other files, and each has what the other sent, byte for byte', async () => {
  const { visitor, conversationId, photo, theirs, ours } = await exchange()
  assert.deepEqual(theirs, {
    id: theirs.id,
    name: 'plage.jpg',
    mediaType: 'image/jpeg',
    sizeBytes: photo.length,
    width: 900,
    height: 600,
  })
  const got = await fetchAs(cast.ben, agentsPath(conversationId, theirs.id))
  assert.deepEqual(await bytesOf(got), photo)
  assert.equal(String(await bytesOf(await fetchAs(visitor, widgetPath(visitor, ours.id)))), '%PDF-1.4\n%%EOF')

  const thread = await grant(cast.origin, {
    route: 'GET /widget/:channelKey/thread',
    by: visitor,
    params: { channelKey: visitor.channelKey },
  })
  assert.deepEqual(
    thread.messages.flatMap(({ files }) => files),
    [theirs, ours],
  )
  const { messages, more } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/conversations/:conversationId/files',
    by: cast.ben,
    params: { organisationId: cast.verdier.id, conversationId },
  })
  assert.deepEqual(
    messages.flatMap(({ files }) => files),
    [ours, theirs],
    'the newest first',
  )
  assert.equal(more, false)
})

test('[N12] whoever listens is told of files with the words, and a card says how many and what the first is called', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  const [console, widget] = [await openConsole(cast, cast.ben), await openWidget(cast, talk.visitor)]
  const send = uploader(cast.origin, { by: talk.visitor })
  const files = [await send.sendGranted(aFile('un.txt', 'un')), await send.sendGranted(aFile('deux.txt', 'deux'))]
  await visitorSays(talk.visitor, { fileIds: files.map(({ id }) => id) })
  const told = (frame: unknown) =>
    eventsIn([frame], 'conversation.changed').some(({ messages }) =>
      (messages as { files: MessageFile[] }[]).some((message) => message.files[1]?.id === files[1]?.id),
    )
  await console.hears(told)
  await widget.hears(told)
  const { open } = await inboxOf(cast, cast.ben)
  const card = open.find(({ id }) => id === talk.conversationId)
  assert.deepEqual([card?.lastMessage?.text, card?.lastMessage?.files], ['', { count: 2, first: 'un.txt' }])
  console.close()
  widget.close()
})

test('a message with files is one however often it is sent; with other files it is another', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  const send = uploader(cast.origin, { by: talk.visitor })
  const [one, other] = [await send.sendGranted(aFile('a.txt', 'a')), await send.sendGranted(aFile('b.txt', 'b'))]
  const id = newClientMessageId()
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => visitorSays(talk.visitor, { text: 'Voilà', fileIds: [one.id] }, id)),
  )
  for (const answer of answers) {
    assert.deepEqual(messageIn(answer), messageIn(answers[0] ?? assert.fail()))
    assert.deepEqual(messageIn(answer).files, [one])
  }
  for (const fileIds of [[], [other.id], [one.id, other.id]])
    assert.equal(verdictOf(await visitorSays(talk.visitor, { text: 'Voilà', fileIds }, id)), '409 messages.id-reused')
})

test('a file goes with one message of its own sender, and with no other', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  const elsewhere = await scene.talk(cast.lyon, cast.ben, 'open')
  const theirs = await uploader(cast.origin, { by: talk.visitor }).sendGranted(aFile('a.txt', 'a'))
  const bens = await uploader(cast.origin, { by: cast.ben, ...talk }).sendGranted(aFile('b.txt', 'b'))
  const unfinished = aFile('c.txt', 'c')
  await uploader(cast.origin, { by: talk.visitor }).begin(unfinished)
  const unknown = '422 files.unknown'
  assert.equal(verdictOf(await visitorSays(elsewhere.visitor, { fileIds: [theirs.id] })), unknown, 'another visitor')
  assert.equal(verdictOf(await visitorSays(talk.visitor, { fileIds: [bens.id] })), unknown, 'an agent’s')
  assert.equal(verdictOf(await agentSays(cast.ben, talk.conversationId, { fileIds: [theirs.id] })), unknown)
  assert.equal(verdictOf(await agentSays(cast.ben, elsewhere.conversationId, { fileIds: [bens.id] })), unknown)
  assert.equal(
    verdictOf(await agentSays(cast.ada, talk.conversationId, { kind: 'note', fileIds: [bens.id] })),
    unknown,
    'a colleague’s',
  )
  assert.equal(verdictOf(await visitorSays(talk.visitor, { fileIds: [theirs.id, theirs.id] })), unknown, 'twice')
  assert.equal(verdictOf(await visitorSays(talk.visitor, { fileIds: [theirs.id] })), '200', 'control')
  assert.equal(verdictOf(await visitorSays(talk.visitor, { fileIds: [theirs.id] })), unknown, 'sent before')
  assert.equal(verdictOf(await agentSays(cast.ben, talk.conversationId, { fileIds: [bens.id] })), '200', 'control')
  assert.equal(verdictOf(await visitorSays(talk.visitor, { fileIds: [] })), '422 request.invalid', 'nothing at all')
})

test('an upload goes on where it stood, whoever asks and however often', async () => {
  const { visitor } = await scene.talk(cast.lyon, cast.ben)
  const send = uploader(cast.origin, { by: visitor })
  const file = aFile('film.bin', noise(2 * piece + 1_234))
  assert.equal(receivedOf(await send.begin(file)), 0)
  assert.equal(receivedOf(await send.put(file, 0)), piece)
  // The network was lost; a reload begins again under the same id.
  assert.equal(receivedOf(await send.begin(file)), piece)
  assert.equal(verdictOf(await send.finish(file)), '409 files.incomplete')
  assert.equal(receivedOf(await send.put(file, piece)), 2 * piece)
  assert.equal(receivedOf(await send.put(file, 2 * piece)), file.bytes.length)
  const finished = await send.finish(file)
  assert.equal(finished.status, 200)
  assert.deepEqual((await send.finish(file)).body, finished.body, 'finishing again is the same answer')
  assert.deepEqual(Object((await send.begin(file)).body).file, finished.body, 'and so is beginning again')
  await visitorSays(visitor, { fileIds: [Object(finished.body).id] })
  assert.deepEqual(await bytesOf(await fetchAs(visitor, widgetPath(visitor, Object(finished.body).id))), file.bytes)
})

test('a piece is taken at its place and length alone, and of the same piece many times at once one is kept', async () => {
  const { visitor } = await scene.talk(cast.lyon, cast.ben)
  const send = uploader(cast.origin, { by: visitor })
  const file = aFile('film.bin', noise(2 * piece + 10))
  await send.begin(file)
  const wrong = '409 files.wrong-piece'
  assert.equal(verdictOf(await send.put(file, piece)), wrong, 'the second first')
  assert.equal(verdictOf(await send.put(file, 1)), wrong, 'between two places')
  assert.equal(verdictOf(await send.put(file, 0, piece - 1)), wrong, 'too short')
  assert.equal(verdictOf(await send.put(file, 0, 0)), wrong, 'nothing')
  assert.equal(verdictOf(await send.put(file, 0, piece + 1)), '413 request.too-large')
  const answers = await Promise.all(Array.from({ length: 6 }, () => send.put(file, 0)))
  assert.deepEqual(answers.map(verdictOf).sort(), ['200', ...Array.from({ length: 5 }, () => wrong)])
  assert.deepEqual(new Set(answers.map(receivedOf)), new Set([piece]), 'and each is told where it stands')
  await send.put(file, piece)
  await send.put(file, 2 * piece)
  assert.equal(verdictOf(await send.put(file, 2 * piece)), wrong, 'past its end')
  assert.equal(verdictOf(await send.finish(file)), '200')
})

test('what arrives otherwise than it was sent is told, and goes with nothing', async () => {
  const { visitor } = await scene.talk(cast.lyon, cast.ben)
  const send = uploader(cast.origin, { by: visitor })
  const file = aFile('notes.txt', 'un mot')
  await send.begin(file)
  await send.put(file, 0)
  const untouched = await rows.read()
  assert.equal(verdictOf(await send.finish(file, '0'.repeat(64))), '422 files.damaged')
  assert.deepEqual(changesBetween(untouched, await rows.read()), [])
  assert.equal(verdictOf(await send.begin({ ...file, name: 'autre.txt' })), '409 files.id-reused')
  assert.equal(verdictOf(await send.begin(file, 7)), '409 files.id-reused')
  assert.equal(verdictOf(await send.finish(file, null)), '200', 'a page without TLS knows no checksum')
})

test('what is empty, too large, a program or not what its name says is refused, each for its reason', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  const html = '<!doctype html><script>alert(1)</script>'
  const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(64, 1), Buffer.from([0]), Buffer.alloc(64, 2)])
  for (const sending of [{ by: talk.visitor }, { by: cast.ben, ...talk }]) {
    const send = uploader(cast.origin, sending)
    assert.equal(verdictOf(await send.begin(aFile('vide.txt', ''))), '422 files.empty')
    const huge = await send.begin(aFile('film.mp4', 'x'), limits.fileBytes + 1)
    assert.equal(verdictOf(huge), '413 files.too-large')
    assert.deepEqual(Object(huge.body).details, { maxBytes: limits.fileBytes })
    assert.equal(verdictOf(await send.send(aFile('plage.png', html))), '422 files.type-lies')
    assert.equal(verdictOf(await send.send(aFile('plage.png', exe))), '422 files.type-lies')
    assert.equal(verdictOf(await send.send(aFile('outil.exe', exe))), '422 files.type-refused')
    assert.equal(verdictOf(await send.send(aFile('page.html', html))), '200', 'control')
    assert.equal(
      verdictOf(await send.begin(aFile(`${'n'.repeat(limits.fileNameLength)}.txt`, 'x'))),
      '422 request.invalid',
    )
    assert.equal(verdictOf(await send.begin(aFile('../../etc/passwd', 'x'))), '422 request.invalid')
    assert.equal(verdictOf(await send.begin(aFile('\u202egnp.exe', 'x'))), '422 request.invalid')
  }
})

test('a file is served to be kept, never to be run, and by nobody on the way', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  const send = uploader(cast.origin, { by: talk.visitor })
  const photo = await send.sendGranted(aFile('Été à la plage (1).png', await drawPicture({ width: 30, height: 20 })))
  const page = await send.sendGranted(aFile('page.html', '<!doctype html><script>alert(1)</script>'))
  const drawing = await send.sendGranted(aFile('logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'))
  await visitorSays(talk.visitor, { fileIds: [photo.id, page.id, drawing.id] })
  for (const [file, type] of [
    [photo, 'image/png'],
    [page, 'application/octet-stream'],
    [drawing, 'application/octet-stream'],
  ] as const)
    for (const answer of [
      await fetchAs(cast.ben, agentsPath(talk.conversationId, file.id)),
      await fetchAs(talk.visitor, widgetPath(talk.visitor, file.id)),
    ]) {
      const header = (name: string) => answer.headers.get(name)
      assert.equal(answer.status, 200)
      assert.equal(header('content-type'), type)
      assert.equal(header('content-length'), String(file.sizeBytes))
      assert.equal(header('content-disposition'), `attachment; filename*=UTF-8''${written(file.name)}`)
      assert.equal(header('content-security-policy'), "sandbox; default-src 'none'")
      assert.equal(header('cross-origin-resource-policy'), 'same-origin')
      assert.equal(header('x-content-type-options'), 'nosniff')
      assert.equal(header('cache-control'), 'no-store')
    }
  const preview = await fetchAs(cast.ben, agentsPath(talk.conversationId, photo.id, '/preview'))
  assert.equal(preview.headers.get('content-type'), 'image/webp')
  assert.equal(preview.headers.get('cache-control'), 'no-store')
  assert.equal((await fetchAs(cast.ben, agentsPath(talk.conversationId, page.id, '/preview'))).status, 404)
})

const written = (name: string) => encodeURIComponent(name).replace('(', '%28').replace(')', '%29')

test('[N3] who may not read the conversation finds no file of it, and is answered as if there were none', async () => {
  const { visitor, conversationId, theirs, ours } = await exchange()
  const other = await scene.talk(cast.lyon, cast.ben, 'open')
  const missing = await fetchAs(cast.ben, agentsPath(conversationId, '01890000-0000-7000-8000-000000000000'))
  assert.equal(missing.status, 404)
  const same = await missing.text()
  for (const tail of ['', '/preview']) {
    for (const by of [cast.lou, cast.chloe, cast.iris, cast.oscar, cast.olga]) {
      const house = by.organisationId
      const answer = await fetchAs(by, agentsPath(conversationId, theirs.id, tail, house))
      assert.deepEqual([answer.status, await answer.text()], [404, same], by.name)
    }
    for (const [by, path] of [
      [cast.ben, agentsPath(other.conversationId, theirs.id, tail)],
      [other.visitor, widgetPath(other.visitor, theirs.id, tail)],
      [newPasser(cast.lyon), widgetPath(visitor, theirs.id, tail)],
      [visitor, `${apiRoot}/widget/${cast.lille.channelKey}/files/${theirs.id}${tail}`],
    ] as const) {
      const answer = await fetchAs(by, path)
      assert.deepEqual([answer.status, await answer.text()], [404, same], path)
    }
  }
  assert.equal((await fetchAs(passerBy, agentsPath(conversationId, theirs.id))).status, 401)
  assert.equal((await fetchAs(cast.marc, agentsPath(conversationId, theirs.id, '/preview'))).status, 200, 'control')
  assert.equal((await fetchAs(visitor, widgetPath(visitor, ours.id))).status, 200, 'control')
})

test('the files of notes are for agents alone', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  const send = uploader(cast.origin, { by: cast.ben, ...talk })
  const noted = await send.sendGranted(aFile('interne.txt', 'entre nous'))
  await agentSays(cast.ben, talk.conversationId, { kind: 'note', fileIds: [noted.id] })
  assert.equal((await fetchAs(talk.visitor, widgetPath(talk.visitor, noted.id))).status, 404)
  assert.equal((await fetchAs(cast.ada, agentsPath(talk.conversationId, noted.id))).status, 200, 'control')
  const thread = await grant(cast.origin, {
    route: 'GET /widget/:channelKey/thread',
    by: talk.visitor,
    params: { channelKey: talk.visitor.channelKey },
  })
  assert.equal(JSON.stringify(thread).includes('interne'), false)
})

test('a file taken back with its words is for those who may read what stood there, and for nobody else', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  const reading = { role: 'agent', subAccountId: cast.lyon.id, reach: 'sub-account' } as const
  const rita = await engage(cast.comptoir, cast.verdier.id, 'Rita Proche', reading)
  const sent = await uploader(cast.origin, { by: cast.ben, ...talk }).sendGranted(aFile('devis.txt', 'le mauvais'))
  await agentSays(cast.ben, talk.conversationId, { fileIds: [sent.id] })
  const had = async (by: Knocker) => (await fetchAs(by, agentsPath(talk.conversationId, sent.id))).status
  assert.deepEqual([await had(cast.ben), await had(rita)], [200, 200], 'control: everybody who reads it')
  const thread = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/conversations/:conversationId',
    by: cast.ben,
    params: { organisationId: cast.verdier.id, conversationId: talk.conversationId },
  })
  const seq = thread.conversation.lastSeq
  await grant(cast.origin, {
    route: 'DELETE /organisations/:organisationId/conversations/:conversationId/words/:seq',
    by: cast.ben,
    params: { organisationId: cast.verdier.id, conversationId: talk.conversationId, seq },
  })
  assert.deepEqual([await had(cast.ben), await had(cast.marc), await had(rita)], [200, 200, 404])
  assert.equal((await fetchAs(talk.visitor, widgetPath(talk.visitor, sent.id))).status, 404)
})

test('[S12] who may not take part sends nothing, from the very piece at which it ended', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  const file = aFile('notes.txt', 'x')
  const begun = (by: Engaged) => uploader(cast.origin, { by, ...talk }).begin(file)
  assert.equal(verdictOf(await begun(cast.iris)), '403 access.inactive')
  assert.equal(verdictOf(await begun(cast.lou)), '404 request.not-found')
  assert.equal(verdictOf(await begun(cast.chloe)), '404 request.not-found')
  const chloe = { by: cast.chloe, ...(await scene.talk(cast.lyon, cast.chloe, 'open')) }
  const send = uploader(cast.origin, chloe)
  const film = aFile('film.bin', noise(piece + 1))
  await send.begin(film)
  assert.equal(verdictOf(await send.put(film, 0)), '200', 'control')
  const activity = (active: boolean) =>
    grant(cast.origin, {
      route: 'PUT /organisations/:organisationId/agents/:agentId/activity',
      by: cast.ada,
      params: { organisationId: cast.verdier.id, agentId: cast.chloe.agentId },
      body: { active },
    })
  await activity(false)
  assert.equal(verdictOf(await send.put(film, piece)), '403 access.inactive')
  assert.equal(verdictOf(await send.finish(film)), '403 access.inactive')
  await activity(true)
})

test('one’s own upload is one’s own: the same id of somebody else is another file', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  const stranger = newPasser(cast.lyon)
  const file = aFile('a.txt', 'le mien')
  const other: DeviceFile = { ...file, name: 'b.txt', bytes: Buffer.from('le leur') }
  const mine = await uploader(cast.origin, { by: talk.visitor }).sendGranted(file)
  assert.equal(verdictOf(await uploader(cast.origin, { by: stranger }).put(other, 0)), '404 request.not-found')
  const theirs = await uploader(cast.origin, { by: stranger }).sendGranted(other)
  const bens = await uploader(cast.origin, { by: cast.ben, ...talk }).sendGranted(other)
  assert.equal(new Set([mine.id, theirs.id, bens.id]).size, 3)
})

test('a file that was given up is gone with its bytes; one that was sent stays', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  const send = uploader(cast.origin, { by: talk.visitor })
  const untouched = await rows.read()
  const file = aFile('a.txt', 'a')
  await send.begin(file)
  await send.put(file, 0)
  assert.equal(
    verdictOf(await uploader(cast.origin, { by: newPasser(cast.lyon) }).giveUp(file)),
    '404 request.not-found',
  )
  assert.equal(verdictOf(await send.giveUp(file)), '200')
  assert.deepEqual(changesBetween(untouched, await rows.read()), [])
  const sent = await send.sendGranted(file)
  await visitorSays(talk.visitor, { fileIds: [sent.id] })
  assert.equal(verdictOf(await send.giveUp(file)), '404 request.not-found')
  assert.equal((await fetchAs(talk.visitor, widgetPath(talk.visitor, sent.id))).status, 200)
})

test('what a visitor may send in a day is counted from its beginning, races included', async () => {
  const visitor = newPasser(cast.lyon)
  const send = uploader(cast.origin, { by: visitor })
  const most = Math.floor(limits.fileBytesPerVisitorDay / limits.fileBytes)
  const answers = await Promise.all(
    Array.from({ length: most + 4 }, (_, n) => send.begin(aFile(`film-${n}.mp4`, 'x'), limits.fileBytes)),
  )
  const verdicts = answers.map(verdictOf)
  assert.equal(verdicts.filter((verdict) => verdict === '200').length, most)
  assert.equal(verdicts.filter((verdict) => verdict === '409 files.quota-reached').length, 4)
  const control = uploader(cast.origin, { by: newPasser(cast.lyon) })
  assert.equal(verdictOf(await control.begin(aFile('film.mp4', 'x'), limits.fileBytes)), '200', 'control')
})

test('what went with no message within a day is thrown away, and nothing else', async () => {
  const { visitor, theirs } = await exchange()
  const send = uploader(cast.origin, { by: visitor })
  const [old, young] = [await send.sendGranted(aFile('a.txt', 'a')), await send.sendGranted(aFile('b.txt', 'b'))]
  const { platform } = cast.comptoir
  const before = new Date(platform.clock.now().getTime() - times.uploadLifetimeMs - 1_000)
  await platform.database.transaction(cast.verdier.id, ({ db }) =>
    db.updateTable('files').set({ created_at: before }).where('id', 'in', [old.id, theirs.id]).execute(),
  )
  await dropForsakenFiles(platform)
  assert.equal(verdictOf(await visitorSays(visitor, { fileIds: [old.id] })), '422 files.unknown')
  assert.equal(verdictOf(await visitorSays(visitor, { fileIds: [young.id] })), '200')
  assert.equal((await fetchAs(visitor, widgetPath(visitor, theirs.id))).status, 200)
})
