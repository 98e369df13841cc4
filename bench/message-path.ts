/**
 * `npm run bench`: the message path against its limits, in one run on one machine: raw inserts of single rows with the same pool, and a
 * raw WebSocket echo with one insert. Ratios are what counts; rounds are interleaved, medians are printed. Reads bench/README.md.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { WebSocketServer } from 'ws'
import { startApp } from '../server/src/app.ts'
import { migrate } from '../server/src/platform/database/migrate.ts'
import { uuid7 } from '../server/src/platform/ids.ts'
import { createLog } from '../server/src/platform/log.ts'
import { startEmbeddedPostgres } from '../server/src/platform/postgres/embedded-postgres.ts'
import type { CrowdAnswer, CrowdQuestion } from './crowd.ts'

const visitors = 20
const messagesEach = 50
const steadyMessages = 100
const rounds = 3

const folder = mkdtempSync(join(tmpdir(), 'comptoir-bench-'))
const quiet = { info: () => {}, warn: (line: string) => console.error(line) }
const postgres = await startEmbeddedPostgres({ folder, log: quiet })
await migrate(postgres.connection)
const app = await startApp({
  connection: postgres.connection,
  host: '127.0.0.1',
  port: 0,
  publicUrl: null,
  smtpUrl: null,
  mailFrom: 'bench@comptoir.example',
  trustProxy: false,
  log: createLog('warn'),
})
const raw = new pg.Pool({ ...postgres.connection, max: 16 })
await raw.query('create table bench_raw (id uuid primary key, text text not null)')
const echo = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
echo.on('connection', (socket) =>
  socket.on('message', async (data) => {
    await raw.query('insert into bench_raw values ($1, $2)', [uuid7(), String(data)])
    socket.send(String(data))
  }),
)
const crowd = fork(join(import.meta.dirname, 'crowd.ts'))

try {
  const figures = []
  for (let round = 0; round < rounds; round++) {
    const rawPerSecond = await rawInserts()
    const burst = await ask({ ...place(), kind: 'burst', visitors, messagesEach })
    const limit = await ask({ ...place(), kind: 'echo', messages: steadyMessages })
    const steady = await ask({ ...place(), kind: 'steady', messages: steadyMessages })
    figures.push({ rawPerSecond, burst, limit, steady })
  }
  print(figures)
} finally {
  crowd.kill()
  echo.close()
  await raw.end()
  await app.stop()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

function place() {
  const address = echo.address()
  return { url: app.url.origin, echoPort: typeof address === 'object' && address ? address.port : 0 }
}

async function ask(question: CrowdQuestion): Promise<CrowdAnswer> {
  crowd.send(question)
  const [answer] = await once(crowd, 'message')
  return answer
}

async function rawInserts(): Promise<number> {
  const start = performance.now()
  const insert = async () => {
    for (let index = 0; index < messagesEach; index++)
      await raw.query('insert into bench_raw values ($1, $2)', [uuid7(), 'words of a usual length, said once more'])
  }
  await Promise.all(Array.from({ length: visitors }, insert))
  return (visitors * messagesEach * 1000) / (performance.now() - start)
}

function print(figures: { rawPerSecond: number; burst: CrowdAnswer; limit: CrowdAnswer; steady: CrowdAnswer }[]): void {
  const rawPerSecond = median(figures.map((figure) => figure.rawPerSecond))
  const perSecond = median(figures.map(({ burst }) => burst.perSecond))
  const limitMs = median(figures.map(({ limit }) => limit.p50Ms))
  const steadyMs = median(figures.map(({ steady }) => steady.p50Ms))
  const rows = [
    ['raw single-row inserts, same pool, 20 at once', `${Math.round(rawPerSecond)}/s`, '1'],
    [
      'messages accepted and on the agent’s socket, 20 visitors',
      `${Math.round(perSecond)}/s`,
      (perSecond / rawPerSecond).toFixed(2),
    ],
    ['raw WebSocket echo with one insert, p50', `${limitMs.toFixed(1)} ms`, '1'],
    ['words sent → on the agent’s socket, p50', `${steadyMs.toFixed(1)} ms`, (steadyMs / limitMs).toFixed(2)],
    ['the same, p99', `${median(figures.map(({ steady }) => steady.p99Ms)).toFixed(1)} ms`, ''],
  ]
  console.log(
    `${cpus().length} cores, Node ${process.version}, PostgreSQL with fsync, ${rounds} interleaved rounds, medians`,
  )
  for (const [what, figure, ratio] of rows)
    console.log(`${what?.padEnd(58)} ${figure?.padStart(10)} ${ratio?.padStart(6)}`)
}

function median(numbers: number[]): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0
}
