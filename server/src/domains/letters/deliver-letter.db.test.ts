import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { LetterId } from '#contract/ids.ts'
import { startApp } from '#server/app.ts'
import { createLog } from '#server/platform/log.ts'
import { type Comptoir, castPassword, openComptoir, type TestOrganisation } from '#server/testing/comptoir.ts'
import { type FakeClock, fakeClock } from '#server/testing/fake-clock.ts'
import { linkIn, type MailServer, startMailServer } from '#server/testing/mail-server.ts'
import { type CastAgent, newPerson, refusalOf } from '#server/testing/person.ts'
import { deliverLetter } from './deliver-letter.ts'
import { cancelLetter, writeLetters } from './index.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const link = 'https://chat.shop.example/invitation#secret'

let post: MailServer
let clock: FakeClock
let comptoir: Comptoir
let lumiere: TestOrganisation
let ada: CastAgent

before(async () => {
  post = await startMailServer()
  clock = fakeClock()
  comptoir = await openComptoir({ clock, smtpUrl: post.url })
  lumiere = await comptoir.makeOrganisation('Boutique Lumière')
  ada = await lumiere.hire('Ada', { role: 'administrator' })
})
after(async () => {
  await comptoir.stop()
  await post.close()
})

let people = 0
/** Writes a letter to somebody new; `spoil` makes the transaction fail after it. */
async function write({ at = comptoir, organisation = lumiere, spoil = false, lifeMs = 7 * dayMs } = {}) {
  const to = `somebody.${++people}@shop.example`
  const wish = {
    to,
    locale: 'en',
    template: 'invitation',
    params: { inviter: 'Ada', organisation: 'Boutique Lumière', subAccount: null, role: 'agent' },
    link,
    usefulUntil: new Date(clock.now().getTime() + lifeMs),
  } as const
  const [id] = await at.platform.database.transaction(organisation.id, async (tx) => {
    const ids = await writeLetters(tx, [wish], at.platform)
    if (spoil) throw new Error('spoilt')
    return ids
  })
  if (!id) throw new Error('one wish is one letter')
  return { to, id }
}

const read = (id: LetterId) =>
  ada.call('GET /organisations/:organisationId/letters/:letterId', {
    params: { organisationId: lumiere.id, letterId: id },
  })

/** The letter once its present attempt is over. */
async function readOnce(id: LetterId, done: (letter: Awaited<ReturnType<typeof read>>) => boolean) {
  for (;;) {
    const letter = await read(id)
    if (done(letter)) return letter
  }
}

/** The job, as it comes when an attempt is due. */
const attempt = (id: LetterId) => deliverLetter({ organisationId: lumiere.id, id }, comptoir.platform)

test('a letter leaves after the commit of what it tells of, and only then', async () => {
  await assert.rejects(write({ spoil: true }), /spoilt/)
  const { to, id } = await write()
  const received = await post.letterTo(to)
  assert.equal(received.subject, 'Ada invites you to Boutique Lumière')
  assert.equal(linkIn(received).href, link)
  const sent = await readOnce(id, ({ state }) => state === 'sent')
  assert.equal(sent.attempts, 1)
  assert.ok(post.letters.every((letter) => !letter.to.includes(`somebody.${people - 1}@shop.example`)))
})

test('a letter that has left keeps its words, and forgets its link', async () => {
  const { id } = await write()
  const sent = await readOnce(id, ({ state }) => state === 'sent')
  assert.match(sent.text, /Boutique Lumière/)
  assert.doesNotMatch(sent.text, /secret/)
  assert.match(sent.text, /The link can no longer be read here/)
})

test('a refused letter waits a minute, says what the mail server said, and leaves the next time', async () => {
  post.react({ refuse: 'come back later' })
  const { to, id } = await write()
  const refused = await readOnce(id, ({ state }) => state === 'retrying')
  assert.equal(refused.lastError, '450 come back later')
  assert.equal(refused.nextAttemptAt, new Date(clock.now().getTime() + minuteMs).toISOString())
  assert.doesNotMatch(refused.text, /secret/, '[U3] its link is the mailbox’s alone, even before it leaves')
  await attempt(id)
  assert.equal((await read(id)).attempts, 1, 'not before it is due')
  clock.advance(minuteMs)
  await attempt(id)
  assert.equal((await read(id)).state, 'sent')
  assert.equal(linkIn(await post.letterTo(to)).href, link)
})

test('a letter is given up after three days, and can be sent by hand', async () => {
  post.react({ refuse: 'never' })
  const { to, id } = await write()
  let letter = await readOnce(id, ({ state }) => state === 'retrying')
  const start = clock.now().getTime()
  while (letter.nextAttemptAt !== null) {
    post.react({ refuse: 'never' })
    clock.advance(new Date(letter.nextAttemptAt).getTime() - clock.now().getTime())
    await attempt(id)
    letter = await read(id)
  }
  assert.equal(letter.state, 'failed')
  assert.equal(letter.lastError, '450 never')
  assert.ok(clock.now().getTime() - start >= 3 * dayMs)
  const again = await ada.call('POST /organisations/:organisationId/letters/:letterId/delivery', {
    params: { organisationId: lumiere.id, letterId: id },
  })
  assert.equal(again.state, 'waiting')
  assert.equal(linkIn(await post.letterTo(to)).href, link)
  await readOnce(id, ({ state }) => state === 'sent')
  const delivery = ada.call('POST /organisations/:organisationId/letters/:letterId/delivery', {
    params: { organisationId: lumiere.id, letterId: id },
  })
  assert.equal(await refusalOf(delivery), 'letters.not-waiting')
})

test('two jobs for one letter send it once, and asking for it by hand meanwhile does too', async () => {
  const release = Promise.withResolvers<void>()
  post.react({ hold: release.promise })
  const { to, id } = await write()
  await post.letterTo(to)
  await Promise.all([attempt(id), attempt(id)])
  await ada.call('POST /organisations/:organisationId/letters/:letterId/delivery', {
    params: { organisationId: lumiere.id, letterId: id },
  })
  await attempt(id)
  release.resolve()
  await readOnce(id, ({ state }) => state === 'sent')
  assert.equal(post.letters.filter((letter) => letter.to.includes(to)).length, 1)
})

test('a letter whose purpose ended does not leave, and is in nobody’s outbox', async () => {
  post.react({ refuse: 'not now' })
  const { id, to } = await write()
  await readOnce(id, ({ state }) => state === 'retrying')
  await comptoir.platform.database.transaction(lumiere.id, (tx) => cancelLetter(tx, id, comptoir.platform))
  clock.advance(minuteMs)
  await attempt(id)
  assert.ok(!post.letters.some((letter) => letter.to.includes(to)))
  assert.equal(await refusalOf(read(id)), 'request.not-found')
  const { letters } = await ada.call('GET /organisations/:organisationId/letters', {
    params: { organisationId: lumiere.id },
  })
  assert.ok(letters.length > 0 && letters.every((letter) => letter.id !== id))
})

test('a letter that could not leave before its link expired never does', async () => {
  post.react({ refuse: 'not now' })
  const { id, to } = await write({ lifeMs: 30_000 })
  await readOnce(id, ({ state }) => state === 'retrying')
  clock.advance(minuteMs)
  await attempt(id)
  assert.equal(await refusalOf(read(id)), 'request.not-found')
  assert.ok(!post.letters.some((letter) => letter.to.includes(to)))
})

const appOn = (connectionString: string, smtpUrl: string | null) =>
  startApp({
    connection: { connectionString },
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    smtpUrl,
    mailFrom: 'comptoir@verdier.example',
    trustProxy: false,
    log: createLog('silent'),
    clock,
  })

/** Nobody else works on this database: its letters are those of the test. */
async function quietComptoir() {
  const quiet = await openComptoir({ clock })
  const organisation = await quiet.makeOrganisation('Boutique Lumière')
  const administrator = await organisation.hire('Ada', { role: 'administrator' })
  return { quiet, organisation, administrator }
}

test('without SMTP letters wait where their words and links can be read, and leave at the first start with SMTP', async () => {
  const { quiet, organisation, administrator } = await quietComptoir()
  const params = { organisationId: organisation.id }
  const { to, id } = await write({ at: quiet, organisation })
  const { letters, smtp } = await administrator.call('GET /organisations/:organisationId/letters', { params })
  assert.equal(smtp, false)
  assert.deepEqual(
    letters.map(({ state, attempts }) => ({ state, attempts })),
    [{ state: 'waiting', attempts: 0 }],
  )
  const { text } = await administrator.call('GET /organisations/:organisationId/letters/:letterId', {
    params: { ...params, letterId: id },
  })
  assert.ok(text.includes(link))

  const withPost = await appOn(quiet.connectionString, post.url)
  assert.equal(linkIn(await post.letterTo(to)).href, link)
  await withPost.stop()
  await quiet.stop()
})

test('killed between the mail server’s yes and its own commit, a letter is sent again under the same name, never lost', async () => {
  const { quiet, organisation, administrator } = await quietComptoir()
  const { to, id } = await write({ at: quiet, organisation })
  const never = Promise.withResolvers<void>()
  post.react({ hold: never.promise })
  const options = JSON.stringify({ connection: { connectionString: quiet.connectionString }, smtpUrl: post.url })
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../testing/hold-comptoir.ts'), options], {
    stdio: 'ignore',
  })
  const first = await post.letterTo(to)
  child.kill('SIGKILL')
  await once(child, 'exit')

  // By then the dead process's claim has run out.
  clock.advance(2 * minuteMs)
  const next = await appOn(quiet.connectionString, post.url)
  const second = await post.letterTo(to)
  assert.equal(second.headers.get('message-id'), first.headers.get('message-id'))
  const params = { organisationId: organisation.id, letterId: id }
  const person = newPerson(next.url.origin)
  await person.call('POST /session', { body: { email: administrator.email, password: castPassword, remember: true } })
  for (;;) {
    const letter = await person.call('GET /organisations/:organisationId/letters/:letterId', { params })
    if (letter.state !== 'sent') continue
    assert.equal(letter.attempts, 2)
    break
  }
  await next.stop()
  await quiet.stop()
})
