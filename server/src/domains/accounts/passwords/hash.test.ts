import assert from 'node:assert/strict'
import { randomBytes, scryptSync } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Refusal } from '#server/platform/refusal.ts'
import { hashPassword, nobodysHash, type PasswordHash, verifyPassword } from './hash.ts'

const password = 'quatre tasses bleues'

test('[U7] what is kept is scrypt with its figures and a salt of its own, and tells right from wrong', async () => {
  const [one, other] = await Promise.all([hashPassword(password), hashPassword(password)])
  assert.match(one, /^\$scrypt\$ln=15,r=8,p=3\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  assert.notEqual(one, other)
  assert.deepEqual(await verifyPassword(password, one), { right: true, outdated: false })
  assert.deepEqual(await verifyPassword('quatre tasses rouges', one), { right: false, outdated: false })
})

test('a password may be long, and its end counts', async () => {
  const long = 'é'.repeat(255)
  const kept = await hashPassword(`${long}a`)
  assert.equal((await verifyPassword(`${long}b`, kept)).right, false)
  assert.equal((await verifyPassword(`${long}a`, kept)).right, true)
})

test('the same word typed on another keyboard is the same password', async () => {
  const kept = await hashPassword('thé à la menthe fraîche'.normalize('NFD'))
  assert.equal((await verifyPassword('thé à la menthe fraîche'.normalize('NFC'), kept)).right, true)
})

test('a hash of other figures still opens, and says that it is outdated', async () => {
  const salt = randomBytes(16)
  const hash = scryptSync(password, salt, 32, { N: 2 ** 12, r: 8, p: 1 })
  const text = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
  const kept = `$scrypt$ln=12,r=8,p=1$${text(salt)}$${text(hash)}` as PasswordHash
  assert.deepEqual(await verifyPassword(password, kept), { right: true, outdated: true })
})

test('only what is opened for a test hashes in no time', () => {
  const root = join(import.meta.dirname, '../../../../..')
  const callers = globSync('{server,tools,bench,e2e}/**/*.{ts,mts,mjs}', { cwd: root })
    .filter((file) => /\bhashInNoTime\(\)\n/.test(readFileSync(join(root, file), 'utf8')))
    .sort()
  assert.deepEqual(callers, ['server/src/testing/comptoir.ts'])
})

test('[U6] nobody’s hash is no password’s, and as dear to check as a real one', async () => {
  const [kept, nobodys] = [await hashPassword(password), nobodysHash()]
  assert.equal((await verifyPassword(password, nobodys)).right, false)
  const shapeOf = (hash: string) => hash.replaceAll(/[^$]+$|[^$]+(?=\$[^$]+$)/g, ({ length }) => `${length}`)
  assert.equal(shapeOf(nobodys), shapeOf(kept), 'figures, salt and hash cost the same')
  assert.match(shapeOf(kept), /^\$scrypt\$ln=15,r=8,p=3\$22\$43$/)
})

test('more than a hundred who wait are sent away, and those who wait are served', async () => {
  const crowd = await Promise.allSettled(Array.from({ length: 110 }, () => verifyPassword(password, cheap)))
  const away = crowd.filter(({ status }) => status === 'rejected')
  assert.equal(away.length, 8)
  for (const one of away)
    assert.equal(one.status === 'rejected' && one.reason instanceof Refusal && one.reason.code, 'request.unavailable')
})

/** Checked in no time: what is tested is the queue. */
const cheap = `$scrypt$ln=2,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}` as PasswordHash
