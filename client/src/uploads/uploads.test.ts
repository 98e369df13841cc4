import 'fake-indexeddb/auto'
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import type { FileId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import type { MessageFile } from '#contract/messages.ts'
import { Refused, Unreachable } from '../refused.ts'
import { eventually } from '../testing/follower.ts'
import { TestPage } from '../testing/test-page.ts'
import type { Attachment } from './attachment.ts'
import { openAttachmentStore } from './attachment-store.ts'
import type { UploadDoors } from './send-file.ts'
import { sendWithFiles } from './send-with-files.ts'
import { createUploads, type Uploads } from './uploads.ts'

const piece = limits.filePieceBytes
let named = 0

/** A server's part of uploads, and a network that a test may cut. */
class Disk {
  readonly files = new Map<string, { bytes: Buffer; sizeBytes: number; finished: MessageFile | null }>()
  isReachable = true
  /** Answers after which the network is gone, once. */
  cutAfterPuts = Number.POSITIVE_INFINITY
  /** What arrives, but whose answer is lost. */
  losesAnswerOfPut = -1
  refusal: Refused | null = null
  puts: number[] = []
  /** Every piece that came, welcome or not. */
  asked: number[] = []
  /** Pieces are taken once it is done. */
  held: Promise<void> = Promise.resolve()
  givenUp: string[] = []

  readonly doors: UploadDoors = {
    begin: async ({ id, sizeBytes }) => {
      this.answer()
      const file = this.files.get(id) ?? { bytes: Buffer.alloc(0), sizeBytes, finished: null }
      this.files.set(id, file)
      return { receivedBytes: file.bytes.length, file: file.finished }
    },
    put: async ({ id }, offset, bytes) => {
      this.asked.push(offset)
      await this.held
      if (this.puts.length >= this.cutAfterPuts) this.isReachable = false
      this.answer()
      const file = this.files.get(id) ?? assert.fail('not begun')
      if (offset !== file.bytes.length)
        throw new Refused(409, {
          code: 'files.wrong-piece',
          message: '',
          details: { receivedBytes: file.bytes.length },
        })
      file.bytes = Buffer.concat([file.bytes, Buffer.from(await bytes.arrayBuffer())])
      this.puts.push(offset)
      if (this.puts.length - 1 === this.losesAnswerOfPut) throw new Unreachable('lost')
      return { receivedBytes: file.bytes.length, file: null }
    },
    finish: async ({ id, name, sizeBytes }, sha256) => {
      this.answer()
      const file = this.files.get(id) ?? assert.fail('not begun')
      assert.equal(sha256, createHash('sha256').update(file.bytes).digest('hex'))
      file.finished = {
        id: `server ${id}` as FileId,
        name,
        mediaType: 'text/plain',
        sizeBytes,
        width: null,
        height: null,
      }
      return file.finished
    },
    giveUp: async ({ id }) => this.givenUp.push(id),
  }

  private answer() {
    if (!this.isReachable) throw new Unreachable('down')
    if (this.refusal) throw this.refusal
  }
}

function open(
  disk: Disk,
  { name = `uploads ${++named}`, tab = 'one', page = new TestPage(), onChange = () => {} } = {},
) {
  const uploads = createUploads({
    name,
    tab,
    doors: disk.doors,
    lost: (file) => `${file} is lost`,
    unnamed: () => 'file',
    onChange,
    retry: { baseMs: 5, capMs: 20 },
    world: page.world,
  })
  return { uploads, name, page }
}

const aFile = (name: string, length = 10) => new File([new Uint8Array(length).fill(7)], name)
const statesOf = (uploads: Uploads, lane = 'a') => uploads.drafts(lane).map(({ state }) => state)
const forever = () => new AbortController().signal

/** Waits until the device keeps these, and how. */
async function untilKept(name: string, expected: readonly string[]): Promise<void> {
  const store = openAttachmentStore(name)
  const kept = async () =>
    (await store.all()).map((file) => (file.isSent ? `${file.name} with a message` : file.name)).sort()
  let known = await kept()
  while (!isDeepStrictEqual(known, expected)) known = await kept()
  store.close()
}

const until = (uploads: Uploads, state: Attachment['state'], lane = 'a') =>
  eventually(() => statesOf(uploads, lane).every((each) => each === state), `all ${state}`)

test('files are sent in pieces, one after the other, and their progress is told', async () => {
  const disk = new Disk()
  const { uploads } = open(disk)
  assert.equal(uploads.add('a', [aFile('un.txt', 2 * piece + 3), aFile('deux.txt')]), 0)
  assert.deepEqual(statesOf(uploads), ['sending', 'waiting'])
  await until(uploads, 'ready')
  assert.deepEqual(disk.puts, [0, piece, 2 * piece, 0])
  assert.deepEqual(
    uploads.drafts('a').map(({ name, sentBytes }) => [name, sentBytes]),
    [
      ['un.txt', 2 * piece + 3],
      ['deux.txt', 10],
    ],
  )
  assert.deepEqual(uploads.drafts('b'), [])
  uploads.close()
})

test('after a lost network a file goes on from where the server has it', async () => {
  const disk = new Disk()
  disk.cutAfterPuts = 2
  const { uploads, page } = open(disk)
  uploads.add('a', [aFile('film.bin', 3 * piece)])
  await eventually(() => !disk.isReachable, 'the cut')
  assert.deepEqual(disk.puts, [0, piece])
  disk.cutAfterPuts = Number.POSITIVE_INFINITY
  disk.isReachable = true
  page.wake()
  await until(uploads, 'ready')
  assert.deepEqual(disk.puts, [0, piece, 2 * piece], 'no piece twice')
  uploads.close()
})

test('a piece whose answer was lost is not sent again', async () => {
  const disk = new Disk()
  disk.losesAnswerOfPut = 0
  const { uploads } = open(disk)
  uploads.add('a', [aFile('film.bin', 2 * piece)])
  await until(uploads, 'ready')
  assert.deepEqual(disk.puts, [0, piece])
  uploads.close()
})

test('[D12] a reload finds the files of its tab, and the message that waits for them, and goes on', async () => {
  const disk = new Disk()
  disk.isReachable = false
  const before = open(disk)
  before.uploads.add('a', [aFile('un.txt')])
  const attached = before.uploads.take('a')
  before.uploads.add('a', [aFile('deux.txt')])
  await untilKept(before.name, ['deux.txt', 'un.txt with a message'])
  before.uploads.close()

  disk.isReachable = true
  const after = open(disk, { name: before.name })
  await eventually(() => after.uploads.drafts('a').length === 1, 'the draft')
  assert.equal(after.uploads.drafts('a')[0]?.name, 'deux.txt')
  const [sent] = await after.uploads.settled(attached, forever())
  assert.equal(sent?.name, 'un.txt')
  assert.equal(disk.files.get(attached[0]?.id ?? '')?.bytes.length, 10)
  const looked = Promise.withResolvers<void>()
  const beside = open(disk, { name: before.name, tab: 'other', onChange: looked.resolve })
  await looked.promise
  assert.deepEqual(beside.uploads.drafts('a'), [], 'what is being written in another tab stays there')
  for (const { uploads } of [after, beside]) uploads.close()
})

test('a file that is refused says why, and can be tried again or taken away; what was not in vain stays', async () => {
  const disk = new Disk()
  disk.refusal = new Refused(422, { code: 'files.type-lies', message: 'No such picture' })
  const { uploads } = open(disk)
  uploads.add('a', [aFile('plage.png')])
  await until(uploads, 'refused')
  const [refused] = uploads.drafts('a')
  assert.equal(refused?.reason, 'No such picture')
  const attached = uploads.take('a')
  await assert.rejects(uploads.settled(attached, forever()), { message: 'No such picture' })
  uploads.giveBack('a', attached)
  assert.deepEqual(statesOf(uploads), ['refused'])
  disk.refusal = null
  uploads.retry(refused?.id ?? '')
  await until(uploads, 'ready')
  uploads.remove(refused?.id ?? '')
  assert.deepEqual(uploads.drafts('a'), [])
  assert.deepEqual(disk.givenUp, [refused?.id])
  uploads.close()
})

test('a message whose file did not outlive the page is told so by its name', async () => {
  const { uploads } = open(new Disk())
  const gone = { id: 'nobody', name: 'film.mp4', mediaType: '', sizeBytes: 3 }
  await assert.rejects(uploads.settled([gone], forever()), { code: 'files.unknown', message: 'film.mp4 is lost' })
  uploads.close()
})

test('no more files than a message takes; the rest is counted', () => {
  const { uploads } = open(new Disk())
  const many = Array.from({ length: limits.filesPerMessage + 3 }, (_, n) => aFile(`${n}.txt`))
  assert.equal(uploads.add('a', many), 3)
  assert.equal(uploads.add('a', [aFile('encore.txt')]), 1)
  assert.equal(uploads.drafts('a').length, limits.filesPerMessage)
  uploads.close()
})

test('a message that waited longer than the server keeps its files sends them anew', async () => {
  const disk = new Disk()
  const { uploads } = open(disk)
  uploads.add('a', [aFile('un.txt')])
  const files = uploads.take('a')
  await uploads.settled(files, forever())
  disk.files.clear()
  const asked: FileId[][] = []
  const reply = await sendWithFiles(uploads, { files, signal: forever() }, async (fileIds) => {
    asked.push(fileIds)
    if (disk.files.size === 0) throw new Refused(422, { code: 'files.unknown', message: '' })
    return 'sent'
  })
  assert.equal(reply, 'sent')
  assert.equal(asked.length, 2)
  assert.equal(disk.puts.length, 2, 'its bytes went twice')
  uploads.close()
})

test('[D12] two tabs that wait for the same file do not send it twice', async () => {
  const disk = new Disk()
  const { uploads, name } = open(disk)
  disk.isReachable = false
  uploads.add('a', [aFile('un.txt', 3 * piece)])
  const attached = uploads.take('a')
  const kept = openAttachmentStore(name)
  const [file] = attached
  assert.ok(file)
  while (!(await kept.get(file.id))) await new Promise(setImmediate)
  const other = open(disk, { name, tab: 'two' }).uploads
  disk.isReachable = true
  const { promise, resolve } = Promise.withResolvers<void>()
  disk.held = promise
  const both = [uploads, other].map((each) => each.settled(attached, forever()))
  await eventually(() => other.find(file.id)?.state === 'sending' && disk.asked.length > 0, 'both are at it')
  // Long enough for the other to come with a piece of its own, if it did.
  for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate)
  resolve()
  const [mine, theirs] = await Promise.all(both)
  assert.deepEqual(mine, theirs)
  assert.deepEqual(disk.asked, [0, piece, 2 * piece], 'each piece once')
  kept.close()
  for (const each of [uploads, other]) each.close()
})
