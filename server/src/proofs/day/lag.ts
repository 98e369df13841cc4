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
  /** By second of the machine's clock: the longest that was felt in it. */
  readonly #felt = new Map<number, number>()
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
    return turns * (this.#felt.get(secondOf(moment)) ?? 0)
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
    const tookMs = Date.now() - from
    if (tookMs <= quickMs) return
    for (let second = secondOf(from); second <= secondOf(from + tookMs + feltForMs); second++)
      this.#felt.set(second, Math.max(tookMs, this.#felt.get(second) ?? 0))
  }
}

const secondOf = (ms: number): number => Math.floor(ms / 1_000)
