import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'

export interface StrengthQuestion {
  id: number
  password: string
  /** What anybody would try first for this person. */
  about: string[]
}

export interface StrengthAnswer {
  id: number
  guessesLog10: number
}

interface Judge {
  child: ChildProcess
  asked: Map<number, { resolve(guessesLog10: number): void; reject(error: Error): void }>
  leaving?: NodeJS.Timeout
}

/** The judge leaves after this long without a question, and its dictionaries with it: people choose passwords rarely. */
const idleMs = 15_000

let present: Judge | undefined
let lastId = 0

/**
 * How many guesses a password withstands, as a power of ten, by somebody who tries common passwords, words and names in
 * French and English, keyboard walks, dates, repetitions, and what is known of the person.
 */
export function guessesLog10(password: string, about: string[]): Promise<number> {
  present ??= callJudge()
  const { child, asked, leaving } = present
  clearTimeout(leaving)
  const id = ++lastId
  return new Promise((resolve, reject) => {
    asked.set(id, { resolve, reject })
    keepAlive(child, true)
    child.send({ id, password, about } satisfies StrengthQuestion)
  })
}

function callJudge(): Judge {
  const child = fork(join(import.meta.dirname, 'strength-process.ts'), { execArgv: [], env: {} })
  const judge: Judge = { child, asked: new Map() }
  child.on('message', ({ id, guessesLog10 }: StrengthAnswer) => {
    judge.asked.get(id)?.resolve(guessesLog10)
    judge.asked.delete(id)
    if (judge.asked.size > 0) return
    keepAlive(child, false)
    judge.leaving = setTimeout(() => dismiss(judge), idleMs).unref()
  })
  const gone = (cause?: unknown) => {
    dismiss(judge)
    for (const { reject } of judge.asked.values()) reject(new Error('the judge of passwords ended', { cause }))
    judge.asked.clear()
  }
  child.on('error', gone)
  child.on('exit', () => gone())
  return judge
}

function dismiss(judge: Judge): void {
  if (present === judge) present = undefined
  // Its side of the channel ends, and with it its reason to stay.
  if (judge.child.connected) judge.child.disconnect()
}

/** Whether an unanswered question keeps this process from ending. */
function keepAlive(child: ChildProcess, alive: boolean): void {
  const hold = alive ? 'ref' : 'unref'
  child[hold]()
  child.channel?.[hold]()
}
