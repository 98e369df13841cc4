/**
 * `npm start`: installs what is missing, builds what changed, and runs the server.
 * Plain JavaScript: it runs on the machine's own Node (20 or newer).
 */
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install } from './install.mjs'
import { InstallFailure } from './install-failure.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const say = (line) => process.stderr.write(`${line}\n`)

try {
  const node = await install(root, 'run', say)
  runStep(node, join(root, 'tools', 'build.ts'))
  runServer(node, [join(root, 'server', 'src', 'main.ts'), ...process.argv.slice(2)])
} catch (error) {
  if (!(error instanceof InstallFailure)) throw error
  say(`\n${error.message}\n${error.remedy}`)
  process.exit(1)
}

function runStep(node, file) {
  const { status, signal } = spawnSync(node, [file], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 128 + constants.signals[signal])
}

/**
 * The server replaces this process where Node can do that, so that signals, exit code and memory are its own. The
 * machine's Node 20 cannot: there the server is a child, in a group of its own so that a Ctrl-C reaches it once (by us).
 */
function runServer(node, args) {
  const above = processesAbove()
  if (typeof process.execve === 'function') {
    const launchedBy = above.length > 0 ? [`--launched-by=${above}`] : []
    process.execve(node, [node, ...args, ...launchedBy], process.env)
  }
  const launchedBy = `--launched-by=${[process.pid, ...above]}`
  const server = spawn(node, [...args, launchedBy], { stdio: 'inherit', detached: true })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal))
  server.on('error', (error) => {
    say(`The server could not be started: ${error.message}`)
    process.exit(1)
  })
  server.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}

/**
 * The shell and the npm we run under: the server stops when one of them is killed, for whoever kills `npm start` with
 * `kill -9` means Comptoir and not its wrapping. Started without npm, nobody above is watched: leaving a shell that
 * started us in the background is no reason to stop.
 */
function processesAbove() {
  if (!process.env.npm_lifecycle_event || process.platform !== 'linux') return []
  const parent = parentOf(process.ppid)
  return isNpm(process.ppid) ? [process.ppid] : isNpm(parent) ? [process.ppid, parent] : []
}

function isNpm(pid) {
  return readProc(pid, 'cmdline').startsWith('npm ')
}

function parentOf(pid) {
  const stat = readProc(pid, 'stat')
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

function readProc(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return '' // It ended meanwhile.
  }
}
