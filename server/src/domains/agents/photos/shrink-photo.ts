import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { refusal } from '#server/platform/refusal.ts'
import { looksLikePhoto, tooManyPixels, unreadable } from './photo.ts'

export type ShrinkAnswer = { bytes: Uint8Array } | { no: 'unreadable' | 'too-many-pixels' }

/** One photo at a time: decoding takes as much memory as the picture has pixels. So many more may wait. */
const mostWaiting = 8
const patienceMs = 20_000
/** The process leaves after this long without a photo: people change them rarely. */
const idleMs = 15_000

let waiting = 0
let before: Promise<unknown> = Promise.resolve()
let present: ChildProcess | undefined
let leaving: NodeJS.Timeout | undefined

/**
 * What is kept of a photo: upright, square, small, WebP, and nothing of what else the file carried. It is made in a process of
 * its own, which a picture built to do harm may end and the server outlives.
 *
 * @refuses agents.photo-unreadable | agents.photo-too-large | request.too-many
 */
export async function shrinkPhoto(file: Buffer): Promise<Buffer> {
  if (!looksLikePhoto(file)) throw unreadable()
  if (waiting >= mostWaiting) throw refusal('request.too-many', { details: { retryAfterSeconds: 10 } })
  waiting++
  const turn = before.then(() => ask(file))
  before = turn.catch(() => {})
  try {
    const answer = await turn
    if ('bytes' in answer) return Buffer.from(answer.bytes)
    throw answer.no === 'too-many-pixels' ? tooManyPixels() : unreadable()
  } finally {
    waiting--
  }
}

function ask(file: Buffer): Promise<ShrinkAnswer> {
  clearTimeout(leaving)
  present ??= begin()
  const child = present
  keepAlive(child, true)
  return new Promise((resolve) => {
    const end = (answer: ShrinkAnswer) => {
      clearTimeout(impatience)
      child.off('message', end)
      child.off('exit', gone)
      keepAlive(child, false)
      leaving = setTimeout(() => dismiss(child), idleMs).unref()
      resolve(answer)
    }
    // What ends its decoder is no photo.
    const gone = () => end({ no: 'unreadable' })
    const impatience = setTimeout(() => child.kill('SIGKILL'), patienceMs)
    child.on('message', end)
    child.on('exit', gone)
    child.send(file)
  })
}

function begin(): ChildProcess {
  const child = fork(join(import.meta.dirname, 'shrink-process.ts'), {
    execArgv: [],
    env: {},
    serialization: 'advanced',
    // A decoder's grumbling is no news.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const gone = () => {
    if (present === child) present = undefined
  }
  child.on('error', gone)
  child.on('exit', gone)
  return child
}

function dismiss(child: ChildProcess): void {
  if (present === child) present = undefined
  if (child.connected) child.disconnect()
}

/** Whether an unanswered question keeps this process from ending. */
function keepAlive(child: ChildProcess, alive: boolean): void {
  const hold = alive ? 'ref' : 'unref'
  child[hold]()
  child.channel?.[hold]()
}
