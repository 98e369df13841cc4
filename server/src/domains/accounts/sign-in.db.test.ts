import assert from 'node:assert/strict'
import { randomBytes, scryptSync } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Knock } from '#server/platform/http/door.ts'
import { Refusal } from '#server/platform/refusal.ts'
import { type Comptoir, castPassword, openComptoir, type TestOrganisation } from '#server/testing/comptoir.ts'
import { createGuesses } from './guesses.ts'
import { type PasswordHash, verifyPassword } from './passwords/hash.ts'
import { listSessions } from './sessions/store.ts'
import { signIn } from './sign-in.ts'
import { findUserByEmail, setPasswordHash } from './store.ts'

let comptoir: Comptoir
let lumiere: TestOrganisation

before(async () => {
  comptoir = await openComptoir()
  lumiere = await comptoir.makeOrganisation('Boutique Lumière')
})
after(() => comptoir.stop())

const knock: Knock = {
  address: '192.0.2.1',
  userAgent: null,
  origin: null,
  locale: 'fr',
  cookie: () => undefined,
  credential: () => undefined,
}

const userOf = async (email: string) => {
  const user = await comptoir.platform.database.directory((tx) => findUserByEmail(tx, email))
  assert.ok(user)
  return user
}
const keep = (email: string, hash: PasswordHash) =>
  comptoir.platform.database.directory(async (tx) => {
    const user = await findUserByEmail(tx, email)
    if (user) await setPasswordHash(tx, user.id, hash)
  })

/** A hash of the cast's password by figures that are not today's. */
function earlierHash(): PasswordHash {
  const salt = randomBytes(16)
  const hash = scryptSync(castPassword.normalize('NFKC'), salt, 32, { N: 2 ** 12, r: 8, p: 1 })
  const text = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
  return `$scrypt$ln=12,r=8,p=1$${text(salt)}$${text(hash)}` as PasswordHash
}

test('a password hashed by earlier figures is hashed anew when it is next used', async () => {
  const ada = await lumiere.hire('Ada', { role: 'administrator' })
  await keep(ada.email, earlierHash())
  const body = { email: ada.email, password: castPassword, remember: false }
  await ada.elsewhere().call('POST /session', { body })
  const kept = await verifyPassword(castPassword, (await userOf(ada.email)).passwordHash)
  assert.deepEqual(kept, { right: true, outdated: false })
  await ada.elsewhere().call('POST /session', { body })
})

test('[U5] a sign-in under way with a password that is changed meanwhile starts no session', async () => {
  const ada = await lumiere.hire('Ada', { role: 'administrator' })
  const user = await userOf(ada.email)
  const sessions = async () =>
    (await comptoir.platform.database.directory((tx) => listSessions(tx, user.id, new Date()))).length
  const before = await sessions()
  const guesses = createGuesses()
  const late = signIn({ email: ada.email, password: castPassword, remember: false }, knock, {
    ...comptoir.platform,
    // The password is right, and changed before the session starts.
    guesses: { ...guesses, giveBack: () => keep(ada.email, earlierHash()) },
  })
  await assert.rejects(late, (error) => error instanceof Refusal && error.code === 'accounts.sign-in-refused')
  assert.equal(await sessions(), before)
  await signIn({ email: ada.email, password: castPassword, remember: false }, knock, { ...comptoir.platform, guesses })
  assert.equal(await sessions(), before + 1, 'the control: left alone, it starts one')
})

test('nobody has more than a hundred sessions: the one unseen for longest ends', async () => {
  const ada = await lumiere.hire('Ada', { role: 'administrator' })
  const user = await userOf(ada.email)
  const { database, ids, clock } = comptoir.platform
  await database.directory(async (tx) => {
    const now = clock.now().getTime()
    const rows = Array.from({ length: 120 }, (_, index) => ({
      id: ids.session(),
      user_id: user.id,
      token_hash: randomBytes(32),
      remembered: true,
      created_at: new Date(now - 200_000),
      last_seen_at: new Date(now - 100_000 - index),
      expires_at: new Date(now + 1_000_000),
      user_agent: null,
      address: null,
    }))
    await tx.db.insertInto('sessions').values(rows).execute()
  })
  await ada.call('GET /session')
  const browser = ada.elsewhere()
  await browser.call('POST /session', { body: { email: ada.email, password: castPassword, remember: true } })
  const { sessions } = await browser.call('GET /sessions')
  assert.equal(sessions.length, 100)
  await ada.call('GET /session')
})
