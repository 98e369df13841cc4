import { setTimeout as pause } from 'node:timers/promises'
import { apiRoot } from '#contract/addresses.ts'

/** A short question to every server, this often. */
const everyMs = 200
/** Who hears late has waited for several turns of a server that is this slow. */
const turns = 10
/** What is answered within this is not slow. */
const quickMs = 50
/** A slow moment is felt for so long. */
const feltForMs = 10_000

/**
 * How far behind the servers of this machine are: what is bound to be heard within a time on a machine that has time for it is
 * bound to be heard that much later on one that has not.
 */
export class Lag {
  readonly #slow: { from: number; to: number; tookMs: number }[] = []
  #isOver = false
  readonly #asking: Promise<void>

  constructor(origins: () => readonly string[]) {
    this.#asking = this.#ask(origins)
  }

  async stop(): Promise<void> {
    this.#isOver = true
    await this.#asking
  }

  /** What was felt at a moment, in milliseconds of the machine's clock. */
  at(moment: number): number {
    const felt = this.#slow.filter(({ from, to }) => from <= moment && to + feltForMs >= moment)
    return turns * Math.max(0, ...felt.map(({ tookMs }) => tookMs))
  }

  async #ask(origins: () => readonly string[]): Promise<void> {
    while (!this.#isOver) {
      await Promise.all(origins().map((origin) => this.#time(origin)))
      await pause(everyMs)
    }
  }

  /** A server that is down is not slow: nobody hears anything of it. */
  async #time(origin: string): Promise<void> {
    const from = Date.now()
    try {
      const answer = await fetch(`${origin}${apiRoot}/set-up`, { signal: AbortSignal.timeout(60_000) })
      await answer.text()
    } catch {
      return
    }
    const to = Date.now()
    if (to - from > quickMs) this.#slow.push({ from, to, tookMs: to - from })
  }
}
