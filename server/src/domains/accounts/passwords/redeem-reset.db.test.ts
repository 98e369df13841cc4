import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { apiRoot } from '#contract/addresses.ts'
import { times } from '#contract/limits.ts'
import { type Comptoir, castPassword, openComptoir, type TestOrganisation } from '#server/testing/comptoir.ts'
import { fakeClock } from '#server/testing/fake-clock.ts'
import { linkIn, type MailServer, startMailServer } from '#server/testing/mail-server.ts'
import type { CastAgent } from '#server/testing/person.ts'
import { refusalOf } from '#server/testing/person.ts'

const clock = fakeClock()
let post: MailServer
let comptoir: Comptoir
let lumiere: TestOrganisation

before(async () => {
  post = await startMailServer()
  comptoir = await openComptoir({ clock, smtpUrl: post.url, trustProxy: true })
  lumiere = await comptoir.makeOrganisation('Boutique Lumière')
})
after(async () => {
  await comptoir.stop()
  await post.close()
})

let places = 0
/** A browser in a place of its own: asking is limited by place. */
const stranger = () => comptoir.stranger({ 'x-forwarded-for': `198.51.100.${++places}` })
const hire = () => lumiere.hire('Ada', { role: 'administrator' })
const ask = (email: string) => stranger().call('POST /password-resets', { body: { email, locale: 'fr' } })
const redeem = (token: string, password: string) =>
  stranger().call('POST /password-resets/redemption', { body: { token, password } })

async function receiveToken(ada: CastAgent): Promise<string> {
  await ask(ada.email)
  return linkIn(await post.letterTo(ada.email)).hash.slice(1)
}

async function query<R extends pg.QueryResultRow>(text: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: comptoir.connectionString })
  await client.connect()
  const { rows } = await client.query<R>(text)
  await client.end()
  return rows
}

/** Every letter asked for so far has left, or was found needless. */
async function settle(): Promise<void> {
  for (;;) {
    const [left] = await query<{ count: number }>(
      `select count(*)::int as count from pgboss.job where name like 'accounts.%' and state <> 'completed'`,
    )
    if (left?.count === 0) return
  }
}

test('[U5] a forgotten password is replaced by the link of a letter, and every session ends', async () => {
  const ada = await hire()
  await ask(ada.email)
  const letter = await post.letterTo(ada.email)
  assert.equal(letter.subject, 'Votre nouveau mot de passe')
  const link = linkIn(letter)
  assert.equal(link.origin, comptoir.url.origin)
  assert.equal(link.pathname, '/new-password')

  const ended = new Promise((resolve) => comptoir.platform.signals.once('sessions-ended', resolve))
  await redeem(link.hash.slice(1), 'deux renards sous la pluie')
  await ended
  assert.equal(await refusalOf(ada.call('GET /session')), 'accounts.sign-in-required')
  const signIn = (password: string) =>
    stranger().call('POST /session', { body: { email: ada.email, password, remember: false } })
  assert.equal(await refusalOf(signIn(castPassword)), 'accounts.sign-in-refused')
  await signIn('deux renards sous la pluie')
})

test('a link to a new password works once, also when many use it at once', async () => {
  const ada = await hire()
  const token = await receiveToken(ada)
  const passwords = Array.from({ length: 6 }, (_, index) => `deux renards sous la pluie, ${index} fois`)
  const all = await Promise.allSettled(passwords.map((password) => redeem(token, password)))
  assert.equal(all.filter(({ status }) => status === 'fulfilled').length, 1)
  assert.equal(await refusalOf(redeem(token, 'trois renards sous la pluie')), 'accounts.link-unknown')
  const winner = passwords[all.findIndex(({ status }) => status === 'fulfilled')] ?? ''
  await stranger().call('POST /session', { body: { email: ada.email, password: winner, remember: false } })
})

test('a link to a new password says that it has expired after an hour, and sets nothing', async () => {
  const ada = await hire()
  const token = await receiveToken(ada)
  clock.advance(times.passwordResetLifetimeMs)
  assert.equal(await refusalOf(redeem(token, 'deux renards sous la pluie')), 'accounts.link-expired')
  await stranger().call('POST /session', { body: { email: ada.email, password: castPassword, remember: false } })
})

test('asking again later kills the earlier link', async () => {
  const ada = await hire()
  const first = await receiveToken(ada)
  clock.advance(5 * 60_000)
  const second = await receiveToken(ada)
  assert.equal(await refusalOf(redeem(first, 'deux renards sous la pluie')), 'accounts.link-unknown')
  await redeem(second, 'deux renards sous la pluie')
})

test('a weak password leaves the link good for another try', async () => {
  const ada = await hire()
  const token = await receiveToken(ada)
  assert.equal(await refusalOf(redeem(token, 'court')), 'accounts.password-too-short')
  assert.equal(await refusalOf(redeem(token, 'Boutique Lumière 2026')), 'accounts.password-too-common')
  await redeem(token, 'deux renards sous la pluie')
})

test('[U6] asking for an unknown address is answered like a known one, and writes to nobody', async () => {
  const ada = await hire()
  const before = post.letters.length
  const answer = async (email: string) => {
    const response = await fetch(new URL(`${apiRoot}/password-resets`, comptoir.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': `203.0.113.${++places}` },
      body: JSON.stringify({ email, locale: 'fr' }),
    })
    const headers = [...response.headers].filter(([name]) => name !== 'date')
    return JSON.stringify({ status: response.status, headers, body: await response.text() })
  }
  const answers = [await answer('nobody@verdier.example'), await answer(ada.email)]
  assert.equal(answers[0], answers[1])
  await post.letterTo(ada.email)
  await settle()
  assert.equal(post.letters.length, before + 1)
})

test('[U6] a stranger who asks again and again neither fills the mailbox nor kills the link its owner holds', async () => {
  const ada = await hire()
  const before = post.letters.length
  let token = await receiveToken(ada)
  await ask(ada.email)
  await settle()
  assert.equal(post.letters.length, before + 1, 'two in a hurry are one')
  for (let index = 0; index < 4; index++) {
    clock.advance(3 * 60_000)
    token = await receiveToken(ada)
  }
  for (let index = 0; index < 3; index++) {
    clock.advance(3 * 60_000)
    await ask(ada.email)
  }
  await settle()
  assert.equal(post.letters.length, before + 5, 'five an hour')
  await redeem(token, 'deux renards sous la pluie')
})

test('[U1] of the link only a hash is kept, and a link that is none is unknown', async () => {
  const ada = await hire()
  const token = await receiveToken(ada)
  await settle()
  const kept = await query<{ row: string }>(
    'select row_to_json(r)::text as row from password_resets r union all select row_to_json(l)::text from account_letters l',
  )
  assert.ok(kept.length > 1)
  assert.ok(
    kept.every(({ row }) => !row.includes(token)),
    'nor in the letter, once it was sent',
  )
  for (const bad of ['', token.slice(0, 42), `${token}A`, [token], null, undefined, 42]) {
    const response = await fetch(new URL(`${apiRoot}/password-resets/redemption`, comptoir.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': `203.0.113.${++places}` },
      body: JSON.stringify({ token: bad, password: 'deux renards sous la pluie' }),
    })
    assert.equal(response.status, 404)
    assert.equal((await response.json()).code, 'accounts.link-unknown')
  }
  await redeem(token, 'deux renards sous la pluie')
})

test('a changed password kills the open link', async () => {
  const ada = await hire()
  const token = await receiveToken(ada)
  await ada.call('PUT /password', { body: { current: castPassword, next: 'trois renards sous la neige' } })
  assert.equal(await refusalOf(redeem(token, 'deux renards sous la pluie')), 'accounts.link-unknown')
})

test('[U6] the browser that redeemed a link signs in while strangers have used up everybody’s tries', async () => {
  const ada = await hire()
  const token = await receiveToken(ada)
  const browser = stranger()
  const password = 'deux renards sous la pluie'
  await browser.call('POST /password-resets/redemption', { body: { token, password } })
  const office = '192.0.2.200'
  const wrong = { email: ada.email, password: 'a wrong password', remember: false }
  for (let index = 0; index < 8; index++)
    await refusalOf(comptoir.stranger({ 'x-forwarded-for': office }).call('POST /session', { body: wrong }))
  const inTheOffice = comptoir.stranger({ 'x-forwarded-for': office })
  const body = { email: ada.email, password, remember: false }
  assert.equal(await refusalOf(inTheOffice.call('POST /session', { body })), 'request.too-many', 'the control')
  await browser.call('POST /session', { body })
})

test('one place may ask five times a minute, for whatever addresses', async () => {
  const place = stranger()
  const askFrom = (email: string) => place.call('POST /password-resets', { body: { email, locale: 'fr' } })
  for (let index = 0; index < 5; index++) await askFrom(`nobody.${index}@verdier.example`)
  assert.equal(await refusalOf(askFrom('nobody.5@verdier.example')), 'request.too-many')
  await ask('nobody.6@verdier.example')
})
