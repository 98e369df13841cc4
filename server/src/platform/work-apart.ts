import { type ChildProcess, fork } from 'node:child_process'
import { refusal } from './refusal.ts'

/** One piece of work at a time: decoding takes as much memory as a picture has pixels. So many more may wait. */
const mostWaiting = 16
const usualPatienceMs = 20_000
/** The process leaves after this long without work. */
const idleMs = 15_000

/** Puts a question to a process of its own. Null: it ended over this one, or took too long. @refuses request.too-many */
export type WorkApart<Question, Answer> = (
  question: () => Promise<Question>,
  /** Absent: the usual one. */
  patienceMs?: number,
) => Promise<Answer | null>

interface Bounds {
  /** What its JavaScript may hold; absent: as much as there is. */
  heapMb?: number
  /** Whether each question has a process to itself: what one input did to it, the next does not meet. */
  isAlone?: boolean
}

/**
 * Work that a hostile input may end, done by a process of its own, which this one outlives. `script` answers each message it is
 * sent by one. A question is only made when its turn has come: what waits holds no memory.
 */
export function workApart<Question extends object, Answer>(
  script: string,
  { heapMb, isAlone = false }: Bounds = {},
): WorkApart<Question, Answer> {
  let waiting = 0
  let before: Promise<unknown> = Promise.resolve()
  let present: ChildProcess | undefined
  let leaving: NodeJS.Timeout | undefined

  function ask(question: Question, patienceMs: number): Promise<Answer | null> {
    clearTimeout(leaving)
    present ??= begin()
    const child = present
    keepAlive(child, true)
    return new Promise((resolve) => {
      const end = (answer: Answer | null) => {
        clearTimeout(impatience)
        child.off('message', end)
        child.off('exit', gone)
        keepAlive(child, false)
        if (isAlone) dismiss(child)
        else leaving = setTimeout(() => dismiss(child), idleMs).unref()
        resolve(answer)
      }
      const gone = () => end(null)
      const impatience = setTimeout(() => child.kill('SIGKILL'), patienceMs)
      child.on('message', end)
      child.on('exit', gone)
      child.send(question)
    })
  }

  function begin(): ChildProcess {
    const child = fork(script, {
      execArgv: heapMb === undefined ? [] : [`--max-old-space-size=${heapMb}`],
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

  return async (question, patienceMs = usualPatienceMs) => {
    if (waiting >= mostWaiting) throw refusal('request.too-many', { details: { retryAfterSeconds: 10 } })
    waiting++
    const turn = before.then(async () => ask(await question(), patienceMs))
    before = turn.catch(() => {})
    try {
      return await turn
    } finally {
      waiting--
    }
  }
}

/** Whether an unanswered question keeps this process from ending. */
function keepAlive(child: ChildProcess, alive: boolean): void {
  const hold = alive ? 'ref' : 'unref'
  child[hold]()
  child.channel?.[hold]()
}
