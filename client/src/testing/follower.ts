import { setTimeout as sleep } from 'node:timers/promises'
import { type Connection, type ConnectionState, createConnection } from '../connection.ts'
import type { ConnectionTimes } from '../connection-settings.ts'
import type { TypingFrame } from '../frames.ts'
import type { Refused } from '../refused.ts'
import type { ContractServer, Word } from './contract-server.ts'
import { TestPage } from './test-page.ts'

/** A server that says nothing is soon given up: for tests of that alone, since a slow machine is silent too. */
export const impatient = { answerMs: 150, wakeAnswerMs: 80, silenceMs: 200 } satisfies Partial<ConnectionTimes>

/** Milliseconds where the product has seconds; but however slow the machine is, no line is given up. */
const quick: Partial<ConnectionTimes> = {
  ...{ answerMs: 600_000, wakeAnswerMs: 600_000, silenceMs: 600_000 },
  retry: { baseMs: 8, capMs: 60 },
  pollWaitMs: 150,
  pollRestMs: 10,
  probe: { baseMs: 40, capMs: 100 },
  steadyMs: 100,
}

/** A reader of a contract server: what it knows of each stream, and everything its connection said. */
export class Follower {
  readonly page = new TestPage()
  words = new Map<string, string[]>()
  readonly states: ConnectionState[] = []
  readonly typing: TypingFrame[] = []
  readonly connection: Connection
  accessChanges = 0
  endedBy: Refused | null = null

  constructor(server: ContractServer, times: Partial<ConnectionTimes> = {}) {
    this.connection = createConnection<Word>({
      socketUrl: server.socketUrl,
      ticket: () => server.ticket(),
      poll: (cursors, waitMs, signal) => server.poll(cursors, waitMs, signal),
      snapshot: async () => {
        const { cursors, words } = await server.snapshot()
        this.words = words
        return cursors
      },
      onEvents: (events, stream) => {
        const known = this.words.get(stream) ?? []
        // Idempotent by the word itself: the tests say no word twice.
        const added = events.map(({ text }) => text).filter((text) => !known.includes(text))
        this.words.set(stream, [...known, ...added])
      },
      onTyping: (frame) => this.typing.push(frame),
      onState: (state) => this.states.push(state),
      onAccessChanged: () => {
        this.accessChanges += 1
      },
      onEnded: (refused) => {
        this.endedBy = refused
      },
      world: this.page.world,
      times: { ...quick, ...times },
    })
  }

  async until(state: ConnectionState) {
    await eventually(() => this.connection.state() === state, `state ${state}, is ${this.connection.state()}`)
  }
}

export async function eventually(holds: () => boolean, what: string, withinMs = 20_000) {
  const deadline = Date.now() + withinMs
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`never came: ${what}`)
    await sleep(2)
  }
}
