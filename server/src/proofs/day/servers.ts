import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type pg from 'pg'
import { hasEnded, signal } from '../../platform/processes.ts'
import type { HeldOptions } from './hold-day-server.ts'
import { type Pace, timeAt } from './pace.ts'

const holder = join(import.meta.dirname, 'hold-day-server.ts')

interface Server {
  port: number
  process: ChildProcess
}

/** Servers beside each other on one database, each of which may be killed; they keep their ports, and agree on the time. */
export class Servers {
  readonly #connection: pg.PoolConfig
  readonly #servers: Server[] = []
  #pace: Pace
  kills = 0

  private constructor(connection: pg.PoolConfig, pace: Pace) {
    this.#connection = connection
    this.#pace = pace
  }

  static async start(connection: pg.PoolConfig, pace: Pace, count: number): Promise<Servers> {
    const servers = new Servers(connection, pace)
    for (let place = 0; place < count; place++) await servers.start(place)
    return servers
  }

  /** Where they are reached, dead or alive. */
  get origins(): string[] {
    return this.#servers.map(({ port }) => `http://127.0.0.1:${port}`)
  }

  now(): Date {
    return timeAt(this.#pace)
  }

  /** Time goes on, from here or from a later moment of the day, so many times as fast, up to where it waits. */
  goOn({ from = this.now(), waitsAt, speed }: { from?: Date; waitsAt: Date; speed: number }): void {
    this.#pace = { machineMs: Date.now(), dayMs: from.getTime(), waitsAtMs: waitsAt.getTime(), speed }
    for (const { process } of this.#servers) if (process.connected) process.send(this.#pace)
  }

  /** kill -9, all in one blow; resolves when they are gone. */
  async kill(...places: number[]): Promise<void> {
    this.kills += places.length
    const pids = places.map((place) => this.#servers[place]?.process.pid ?? 0)
    for (const pid of pids) signal(pid, 'SIGKILL')
    for (const pid of pids) await hasEnded(pid, { withinMs: 10_000 })
  }

  /** On the same data and port as before. */
  async start(place: number): Promise<void> {
    const port = this.#servers[place]?.port ?? 0
    const options: HeldOptions = { connection: this.#connection, port, pace: this.#pace }
    // What it prints goes where errors go: a test's own output is a protocol, and its flags are not for it.
    const held = fork(holder, [JSON.stringify(options)], { stdio: ['ignore', 2, 2, 'ipc'], execArgv: [] })
    const [said] = await Promise.race([once(held, 'message'), once(held, 'exit')])
    if (typeof said?.url !== 'string') throw new Error('a server of the day did not start')
    this.#servers[place] = { port: Number(new URL(said.url).port), process: held }
    // It may have changed while this one started.
    held.send(this.#pace)
  }

  async stop(): Promise<void> {
    await this.kill(...this.#servers.keys())
  }
}
