import assert from 'node:assert/strict'
import { Readable, Writable } from 'node:stream'
import { after, before, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { apiRoot } from '#contract/addresses.ts'
import { restoreBackup } from '../../platform/backup/restore-backup.ts'
import { writeBackup } from '../../platform/backup/write-backup.ts'
import { StartRefusal } from '../../platform/config/start-refusal.ts'
import { migrate } from '../../platform/database/migrate.ts'
import { emptyDatabase, type FreshDatabase, freshDatabase } from '../../testing/cluster.ts'
import { type Comptoir, castPassword, openComptoir } from '../../testing/comptoir.ts'
import { refusalOf } from '../../testing/person.ts'
import { drawPicture } from '../../testing/pictures.ts'
import { aFile, uploader } from '../../testing/uploading.ts'
import { newClientMessageId, newVisitor } from '../../testing/visitor.ts'
import { grant, visitorWith } from '../../testing/wish.ts'

const databases: FreshDatabase[] = []
let comptoir: Comptoir

before(async () => {
  comptoir = await openComptoir()
})
after(async () => {
  await comptoir.stop()
  for (const database of databases) await database.drop()
})

async function backUp(config: FreshDatabase['config'] | { connectionString: string }): Promise<Buffer> {
  const chunks: Buffer[] = []
  const output = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  await writeBackup(config, output)
  return Buffer.concat(chunks)
}

async function empty(): Promise<FreshDatabase> {
  const database = await emptyDatabase()
  databases.push(database)
  return database
}

const isRefused = (code: string) => (error: unknown) => error instanceof StartRefusal && error.code === code

// Every character that could trip a line-wise format, beside words that must come back as they were.
const hardText = 'a\tb\\n \\. \u2028 \u2029 é 🍵 "quoted" {"rows":1}\nsecond line \\\\'

test('[D13] a restored backup holds every word, has another epoch, and resyncs every client (P2.6, P4.6)', async () => {
  const verdier = await comptoir.makeOrganisation('Maison Verdier')
  const lyon = await verdier.makeSubAccount('Lyon')
  const ada = await verdier.hire('Ada Lefèvre', { role: 'administrator' })
  const vera = lyon.visitor()
  await vera.say('Bonjour')
  await vera.say(hardText)
  await comptoir.platform.events.settle()
  const params = { organisationId: verdier.id }
  const before = await ada.call('GET /organisations/:organisationId/inbox', { params })
  const archive = await backUp({ connectionString: comptoir.connectionString })
  await vera.say('After the backup: gone with it')

  const target = await empty()
  await restoreBackup(target.config, Readable.from([archive]))
  const restored = await openComptoir({ connection: target.config })
  try {
    const elsewhere = restored.stranger()
    await elsewhere.call('POST /session', { body: { email: ada.email, password: castPassword, remember: false } })
    const inbox = await elsewhere.call('GET /organisations/:organisationId/inbox', { params })
    assert.deepEqual(inbox.pending, before.pending)
    assert.notEqual(inbox.cursors[0]?.epoch, before.cursors[0]?.epoch)

    const poll = (cursors: typeof before.cursors) =>
      elsewhere.call('POST /organisations/:organisationId/poll', { params, body: { cursors, waitMs: 0 } })
    const { frames } = await poll(before.cursors)
    assert.deepEqual(new Set(frames.map((frame) => frame.type === 'resync' && frame.reason)), new Set(['epoch']))
    const control = await poll(inbox.cursors)
    assert.ok(
      control.frames.every(({ type }) => type !== 'resync'),
      'control: fresh cursors are served',
    )
  } finally {
    await restored.stop()
  }
})

test('[D13] [N12] a restored backup holds the files exchanged, byte for byte, and their previews', async () => {
  const verdier = await comptoir.makeOrganisation('Maison Verdier')
  const lyon = await verdier.makeSubAccount('Lyon')
  const { channelKey, token, say } = lyon.visitor()
  const vera = { channelKey, token, ...visitorWith(token) }
  await say('Bonjour')
  const photo = await drawPicture({ width: 1200, height: 900 })
  // Longer than a piece, with line ends and what COPY writes by its code.
  const film = Buffer.concat(Array.from({ length: 3 }, () => Buffer.alloc(250_000, '\\.\n\\N\t\x00\xff', 'latin1')))
  const send = uploader(comptoir.url.origin, { by: vera })
  const files = [await send.sendGranted(aFile('plage.png', photo)), await send.sendGranted(aFile('film.bin', film))]
  const body = { text: '', locale: 'fr', page: null, fileIds: files.map(({ id }) => id) } as const
  const clientMessageId = newClientMessageId()
  const params = { channelKey, clientMessageId }
  const route = 'PUT /widget/:channelKey/messages/:clientMessageId'
  await grant(comptoir.url.origin, { route, by: vera, params, body })
  const fetchFrom = async ({ url }: Comptoir, path: string) => {
    const answer = await fetch(`${url.origin}${apiRoot}/widget/${channelKey}/files/${path}`, {
      headers: vera.headers(),
    })
    return [answer.status, Buffer.from(await answer.arrayBuffer())] as const
  }
  const preview = await fetchFrom(comptoir, `${files[0]?.id}/preview`)
  const archive = await backUp({ connectionString: comptoir.connectionString })

  const target = await empty()
  await restoreBackup(target.config, Readable.from([archive]))
  const restored = await openComptoir({ connection: target.config })
  try {
    assert.deepEqual(await fetchFrom(restored, `${files[0]?.id}`), [200, photo])
    assert.deepEqual(await fetchFrom(restored, `${files[1]?.id}`), [200, film])
    assert.deepEqual(await fetchFrom(restored, `${files[0]?.id}/preview`), preview)
    assert.equal(preview[0], 200, 'control')
    await grant(restored.url.origin, { route, by: vera, params, body })
  } finally {
    await restored.stop()
  }
})

test('after a restore everything goes on: numbers continue, and nobody is still signed in', async () => {
  const verdier = await comptoir.makeOrganisation('Maison Verdier')
  const lyon = await verdier.makeSubAccount('Lyon')
  const ben = await verdier.hire('Ben Carpentier', { role: 'moderator' })
  const vera = lyon.visitor()
  await vera.say('Un')
  const archive = await backUp({ connectionString: comptoir.connectionString })
  const target = await empty()
  await restoreBackup(target.config, Readable.from([archive]))
  const restored = await openComptoir({ connection: target.config })
  try {
    const cookie = `comptoir_session=${ben.cookies.get('comptoir_session')}`
    assert.equal(await refusalOf(restored.stranger({ cookie }).call('GET /session')), 'accounts.sign-in-required')
    const again = newVisitor(restored.url.origin, vera.channelKey, vera.token)
    assert.equal((await again.say('Deux')).message.seq, 2)
    await restored.platform.events.settle()
  } finally {
    await restored.stop()
  }
})

test('a backup that is cut, damaged or no backup changes nothing', async () => {
  const archive = await backUp({ connectionString: comptoir.connectionString })
  const unpacked = gunzipSync(archive)
  const target = await empty()
  const restore = (bytes: Buffer) => restoreBackup(target.config, Readable.from([bytes]))
  await assert.rejects(restore(archive.subarray(0, archive.length / 2)), isRefused('backup.damaged'))
  await assert.rejects(restore(gzipSync(unpacked.subarray(0, unpacked.length / 2))), isRefused('backup.damaged'))
  await assert.rejects(restore(Buffer.from('not a backup')), isRefused('backup.damaged'))
  await assert.rejects(
    restore(gzipSync(unpacked.toString().replace(/"rows":\d+\}\n$/, '"rows":1}\n'))),
    isRefused('backup.damaged'),
  )
  await restore(archive)
})

test('a backup of a newer Comptoir is refused, and so is one onto an organisation, unless asked for', async () => {
  const archive = await backUp({ connectionString: comptoir.connectionString })
  const target = await empty()
  const newer = gzipSync(
    gunzipSync(archive)
      .toString()
      .replace(/"migration":\d+/, '"migration":9999'),
  )
  await assert.rejects(restoreBackup(target.config, Readable.from([newer])), isRefused('backup.newer'))
  await restoreBackup(target.config, Readable.from([archive]))
  await assert.rejects(restoreBackup(target.config, Readable.from([archive])), isRefused('backup.not-empty'))
  await restoreBackup(target.config, Readable.from([archive]), { replace: true })
})

test('nothing is restored under a running Comptoir', async () => {
  const archive = await backUp({ connectionString: comptoir.connectionString })
  await assert.rejects(
    restoreBackup({ connectionString: comptoir.connectionString }, Readable.from([archive]), { replace: true }),
    isRefused('backup.in-use'),
  )
})

test('an empty Comptoir can be backed up and restored', async () => {
  const source = await freshDatabase()
  databases.push(source)
  const target = await empty()
  await restoreBackup(target.config, Readable.from([await backUp(source.config)]))
  await migrate(target.config)
})
