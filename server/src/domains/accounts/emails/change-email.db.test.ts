import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { times } from '#contract/limits.ts'
import { type Comptoir, castPassword, openComptoir, type TestOrganisation } from '#server/testing/comptoir.ts'
import { fakeClock } from '#server/testing/fake-clock.ts'
import { linkIn, type MailServer, startMailServer } from '#server/testing/mail-server.ts'
import { type CastAgent, type Person, refusalOf } from '#server/testing/person.ts'
import { untilQuiet } from '#server/testing/quiet.ts'

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
/** A browser in a place of its own: following links is limited by place. */
const stranger = () => comptoir.stranger({ 'x-forwarded-for': `198.51.100.${++places}` })
const hire = (name = 'Ada') => lumiere.hire(name, { role: 'administrator' })
let addresses = 0
const newAddress = () => `ada.new.${++addresses}@shop.example`
const ask = (person: Person, email: string, password = castPassword) =>
  person.call('POST /email-changes', { body: { email, password } })
const tokenFor = async (email: string) => linkIn(await post.letterTo(email)).hash.slice(1)
const view = (token: string) => stranger().call('POST /email-changes/view', { body: { token } })
const confirm = (token: string, by: Person = stranger(), password: string | null = null) =>
  by.call('POST /email-changes/confirmation', { body: { token, password } })
const object = (token: string, password = 'deux renards sous la pluie') =>
  stranger().call('POST /email-changes/objection', { body: { token, password } })
const signIn = (email: string, password = castPassword) =>
  stranger().call('POST /session', { body: { email, password, remember: false } })
const userOf = async (person: Person) => (await person.call('GET /session')).user
const emailInList = async (of: CastAgent) => {
  await untilQuiet(comptoir)
  const params = { organisationId: of.organisationId }
  const { agents } = await of.call('GET /organisations/:organisationId/agents', { params })
  return agents.find(({ id }) => id === of.agentId)?.email
}

test('[A3] another address counts once its link was followed, everywhere, and other sessions end', async () => {
  const ada = await hire()
  const elsewhere = ada.elsewhere()
  await elsewhere.call('POST /session', { body: { email: ada.email, password: castPassword, remember: true } })
  const email = newAddress()
  const asked = await ask(ada, email)
  assert.equal(asked.user.email, ada.email, 'nothing has changed yet')
  assert.equal(asked.user.nextEmail?.email, email)
  assert.equal(await emailInList(ada), ada.email)

  const link = linkIn(await post.letterTo(email))
  assert.equal(link.pathname, '/new-address')
  assert.deepEqual(await view(link.hash.slice(1)), { email, password: 'kept' })
  assert.deepEqual(await confirm(link.hash.slice(1), ada), { email })

  assert.equal((await userOf(ada)).email, email, 'the browser that followed it stays signed in')
  assert.equal((await userOf(ada)).nextEmail, null)
  assert.equal(await refusalOf(elsewhere.call('GET /session')), 'accounts.sign-in-required')
  assert.equal(await emailInList(ada), email)
  assert.equal(await refusalOf(signIn(ada.email)), 'accounts.sign-in-refused')
  await signIn(email)
})

test('[A3] the link needs no sign-in, and ends every session', async () => {
  const ada = await hire()
  const email = newAddress()
  await ask(ada, email)
  await confirm(await tokenFor(email))
  assert.equal(await refusalOf(ada.call('GET /session')), 'accounts.sign-in-required')
  await signIn(email)
})

test('[A3] only whoever knows the present password may ask', async () => {
  const ada = await hire()
  assert.equal(await refusalOf(ask(ada, newAddress(), 'not the password of Ada')), 'accounts.password-wrong')
  assert.equal((await userOf(ada)).nextEmail, null)
  assert.equal(await refusalOf(ask(ada, ada.email)), 'accounts.email-same')
})

test('[A3] [U1] a link works once; blank, cut short, replaced and cancelled ones are unknown; one too old says so', async () => {
  const ada = await hire()
  const email = newAddress()
  await ask(ada, email)
  const first = await tokenFor(email)
  await ada.call('POST /email-changes/resending')
  const second = await tokenFor(email)
  for (const token of ['', first.slice(0, 20), first])
    for (const follow of [() => view(token), () => confirm(token)])
      assert.equal(await refusalOf(follow()), 'accounts.link-unknown')
  assert.equal((await view(second)).email, email, 'the control: the newest is good')

  await ada.call('DELETE /email-changes')
  assert.equal(await refusalOf(confirm(second)), 'accounts.link-unknown')
  await ask(ada, email)
  const third = await tokenFor(email)
  clock.advance(times.emailChangeLifetimeMs + 1_000)
  assert.equal(await refusalOf(view(third)), 'accounts.link-expired')
  assert.equal(await refusalOf(confirm(third)), 'accounts.link-expired')

  const other = newAddress()
  await ask(ada, other)
  const fourth = await tokenFor(other)
  const all = await Promise.allSettled(Array.from({ length: 8 }, () => confirm(fourth)))
  assert.equal(all.filter(({ status }) => status === 'fulfilled').length, 1)
  assert.equal(await refusalOf(confirm(fourth)), 'accounts.link-unknown')
})

test('[A3] [U6] an address that has an account is refused to its reader alone', async () => {
  const [ada, ben] = [await hire(), await hire('Ben')]
  const free = newAddress()
  const [known, unknown] = [await ask(ada, ben.email), await ask(await hire(), free)]
  assert.deepEqual(Object.keys(known.user), Object.keys(unknown.user))
  assert.equal(known.user.nextEmail?.email, ben.email)
  assert.equal(await refusalOf(confirm(await tokenFor(ben.email))), 'accounts.email-taken')
  assert.equal((await userOf(ben)).email, ben.email)
  assert.equal((await userOf(ada)).email, ada.email)
})

test('[A3] of two who prove one address at once, one has it', async () => {
  const email = newAddress()
  const tokens: string[] = []
  for (const person of [await hire(), await hire('Ben')]) {
    await ask(person, email)
    tokens.push(await tokenFor(email))
  }
  const all = await Promise.allSettled(tokens.map((token) => confirm(token)))
  assert.deepEqual(all.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
})

test('[A3] the old address is told, and can say no before it happens: a new password, and every session ends', async () => {
  const ada = await hire()
  const email = newAddress()
  await ask(ada, email)
  const link = linkIn(await post.letterTo(ada.email))
  assert.equal(link.pathname, '/keep-address')
  assert.deepEqual(await object(link.hash.slice(1)), { email: ada.email })
  assert.equal(await refusalOf(ada.call('GET /session')), 'accounts.sign-in-required')
  assert.equal(await refusalOf(confirm(await tokenFor(email))), 'accounts.link-unknown')
  assert.equal(await refusalOf(signIn(ada.email)), 'accounts.sign-in-refused')
  await signIn(ada.email, 'deux renards sous la pluie')
  assert.equal(await refusalOf(object(link.hash.slice(1))), 'accounts.link-unknown', 'once')
})

test('[A3] the old address can take it back for a week, through further changes, and theirs die with it', async () => {
  const ada = await hire()
  const [second, third] = [newAddress(), newAddress()]
  await ask(ada, second)
  const objection = await tokenFor(ada.email)
  await confirm(await tokenFor(second), ada)
  await ask(ada, third)
  const thief = await tokenFor(second)
  await confirm(await tokenFor(third), ada)
  assert.equal((await userOf(ada)).email, third, 'the control: it went on')

  assert.deepEqual(await object(objection), { email: ada.email })
  await signIn(ada.email, 'deux renards sous la pluie')
  assert.equal(await refusalOf(object(thief)), 'accounts.link-unknown')
  assert.equal(await refusalOf(ada.call('GET /session')), 'accounts.sign-in-required')
})

test('[A3] after a week the old address has no say any more', async () => {
  const ada = await hire()
  const email = newAddress()
  await ask(ada, email)
  const objection = await tokenFor(ada.email)
  await confirm(await tokenFor(email), ada)
  clock.advance(times.emailObjectionLifetimeMs + 1_000)
  assert.equal(await refusalOf(object(objection)), 'accounts.link-expired')
})

test('[U5] a new password ends a change of address that waits', async () => {
  const ada = await hire()
  const email = newAddress()
  await ask(ada, email)
  await ada.call('PUT /password', { body: { current: castPassword, next: 'deux renards sous la pluie' } })
  assert.equal(await refusalOf(confirm(await tokenFor(email))), 'accounts.link-unknown')
})

test('[U6] nobody’s mailbox is filled by somebody who asks in its name', async () => {
  const ada = await hire()
  const email = newAddress()
  await ask(ada, email)
  for (let sent = 1; sent < 5; sent++) await ada.call('POST /email-changes/resending')
  assert.equal(await refusalOf(ask(ada, email)), 'request.too-many')
  await untilQuiet(comptoir)
  const sent = (address: string) => post.letters.filter(({ to }) => to.includes(address)).length
  assert.ok(sent(email) <= 5)
  assert.equal(sent(ada.email), 1, 'and the old address is told once')
})

test('[A3] the journal of the organisation tells of the change', async () => {
  const ada = await hire()
  const email = newAddress()
  await ask(ada, email)
  await confirm(await tokenFor(email), ada)
  await untilQuiet(comptoir)
  const { entries } = await ada.call('GET /organisations/:organisationId/journal', {
    params: { organisationId: ada.organisationId },
    query: {},
  })
  const entry = entries.find(({ act, after }) => act === 'accounts.email-changed' && after?.email === email)
  assert.equal(entry?.before?.email, ada.email)
})
