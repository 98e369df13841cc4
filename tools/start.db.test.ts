import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { hasEnded } from '../server/src/platform/processes.ts'
import { freshDatabase } from '../server/src/testing/cluster.ts'

const root = dirname(import.meta.dirname)
const folder = mkdtempSync(join(tmpdir(), 'comptoir-start-'))
const data = join(folder, 'data')
after(() => rmSync(folder, { recursive: true, force: true }))

interface Started {
  launcher: ChildProcess
  url: string
  /** The server's own process. */
  serverPid: number
}

/** Starts by this command, and waits for the greeting. */
async function startBy(command: string[], settings: Record<string, string> = {}): Promise<Started> {
  const { PATH, HOME } = process.env
  const [program = '', ...args] = command
  const env = {
    PATH,
    HOME,
    PORT: '0',
    COMPTOIR_DATA: data,
    DATABASE_URL: (await database).connectionString,
    ...settings,
  }
  const launcher = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  for (const stream of [launcher.stdout, launcher.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk
    })
  }
  const deadline = AbortSignal.timeout(120_000)
  for (;;) {
    const url = /^Console\s+(http\S+)$/m.exec(printed)?.[1]
    if (url) return { launcher, url, serverPid: Number(readFileSync(join(data, 'comptoir.pid'), 'utf8')) }
    if (launcher.exitCode !== null) throw new Error(`it ended with ${launcher.exitCode}:\n${printed}`)
    await Promise.race([
      once(launcher, 'exit', { signal: deadline }),
      once(launcher.stdout, 'data', { signal: deadline }),
    ])
  }
}

const database = freshDatabase()
after(async () => (await database).drop())

const npmStart = ['npm', 'start']
/** As on the machine's Node 20, which cannot become another program. */
const withoutExecve = [process.execPath, '--import', 'data:text/javascript,delete process.execve', 'tools/start.mjs']

test('npm start ends with where the console is; SIGTERM to npm stops everything', async () => {
  const { launcher, url, serverPid } = await startBy(npmStart)
  assert.equal((await fetch(new URL('/readyz', url))).status, 200)
  launcher.kill('SIGTERM')
  assert.equal(await hasEnded(serverPid, { withinMs: 6000 }), true)
})

test('npm killed with kill -9: the server stops by itself, and the next start works at once', async () => {
  const first = await startBy(npmStart)
  first.launcher.kill('SIGKILL')
  const next = await startBy(npmStart)
  assert.equal(await hasEnded(first.serverPid, { withinMs: 1000 }), true)
  next.launcher.kill('SIGTERM')
  assert.equal(await hasEnded(next.serverPid, { withinMs: 6000 }), true)
})

test('where the launcher stays beside the server, signals and the exit code pass through it', async () => {
  const { launcher, serverPid } = await startBy(withoutExecve)
  assert.notEqual(launcher.pid, serverPid)
  launcher.kill('SIGINT')
  assert.deepEqual(await once(launcher, 'exit'), [0, null])
  assert.equal(await hasEnded(serverPid, { withinMs: 100 }), true)
})

test('that launcher killed with kill -9 takes the server with it', async () => {
  const { launcher, serverPid } = await startBy(withoutExecve)
  launcher.kill('SIGKILL')
  assert.equal(await hasEnded(serverPid, { withinMs: 6000 }), true)
})

test('a refused start ends with its exit code through every launcher', async () => {
  for (const [program = '', ...args] of [npmStart, withoutExecve]) {
    const { PATH, HOME } = process.env
    const launcher = spawn(program, args, { cwd: root, env: { PATH, HOME, PORT: 'x' }, stdio: 'ignore' })
    assert.deepEqual(await once(launcher, 'exit'), [1, null])
  }
})
