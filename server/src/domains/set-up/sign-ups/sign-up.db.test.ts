import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { times } from '#contract/limits.ts'
import { type Comptoir, castPassword, openComptoir, type TestOrganisation } from '#server/testing/comptoir.ts'
import { fakeClock } from '#server/testing/fake-clock.ts'
import { linkIn, type MailServer, startMailServer } from '#server/testing/mail-server.ts'
import { type CastAgent, type Person, refusalOf } from '#server/testing/person.ts'
import { untilQuiet } from '#server/testing/quiet.ts'

const clock = fakeClock()
const password = 'deux renards sous la pluie'
let post: MailServer
let open: Comptoir
let closed: Comptoir
let lumiere: TestOrganisation
let ada: CastAgent

before(async () => {
  post = await startMailServer()
  open = await openComptoir({ clock, smtpUrl: post.url, trustProxy: true, signUp: 'open' })
  closed = await openComptoir({ clock, trustProxy: true })
  for (const comptoir of [open, closed]) await markSetUp(comptoir)
  lumiere = await open.makeOrganisation('Boutique Lumière')
  ada = await lumiere.hire('Ada', { role: 'administrator' })
})
after(async () => {
  await Promise.all([open.stop(), closed.stop()])
  await post.close()
})

/** The operator has made the first organisation. */
const markSetUp = ({ platform }: Comptoir) =>
  platform.database.directory(({ db }) => db.updateTable('installation').set({ set_up_at: clock.now() }).execute())

let places = 0
/** A browser in a place of its own: asking is limited by place. */
const stranger = (comptoir = open) => comptoir.stranger({ 'x-forwarded-for': `198.51.100.${++places}` })
let people = 0
const newEmail = () => `sacha.${++people}@neuf.example`
const ask = (email: string, by: Person = stranger()) =>
  by.call('POST /sign-ups', {
    body: { firstName: 'Sacha', lastName: 'Neuf', organisationName: 'Atelier Neuf', email, locale: 'fr' },
  })
const tokenFor = async (email: string) => linkIn(await post.letterTo(email)).hash.slice(1)
const complete = (token: string, by: Person = stranger()) =>
  by.call('POST /sign-ups/completion', { body: { token, password } })
const view = (token: string, by: Person = stranger()) => by.call('POST /sign-ups/view', { body: { token } })

test('closed, as it is from the start, every door refuses and nothing is offered', async () => {
  assert.equal((await stranger(closed).call('GET /set-up')).signUp, 'closed')
  assert.equal(await refusalOf(ask(newEmail(), stranger(closed))), 'sign-up.closed')
  assert.equal(await refusalOf(view('A'.repeat(43), stranger(closed))), 'sign-up.closed')
  assert.equal(await refusalOf(complete('A'.repeat(43), stranger(closed))), 'sign-up.closed')
  const ailleurs = await closed.makeOrganisation('Ailleurs')
  const oscar = await ailleurs.hire('Oscar', { role: 'administrator' })
  assert.equal(await refusalOf(oscar.call('POST /organisations', { body: { name: 'Deux' } })), 'sign-up.closed')
})

test('[S13] open, a stranger proves their address, chooses a password, and administers an organisation on the free plan', async () => {
  assert.equal((await stranger().call('GET /set-up')).signUp, 'open')
  const email = newEmail()
  await ask(email)
  const link = linkIn(await post.letterTo(email))
  assert.equal(link.pathname, '/new-organisation')
  const token = link.hash.slice(1)
  assert.deepEqual(await view(token), { firstName: 'Sacha', organisationName: 'Atelier Neuf', email })
  const sacha = stranger()
  const { user, memberships } = await complete(token, sacha)
  assert.equal(user.emailIsProven, true)
  assert.deepEqual(
    memberships.map(({ organisationName, role }) => [organisationName, role]),
    [['Atelier Neuf', 'administrator']],
  )
  const params = { organisationId: memberships[0]?.organisationId ?? '' }
  const terms = await sacha.call('GET /organisations/:organisationId/subscription', { params })
  assert.equal(terms.plan, 'free')
  assert.equal((await sacha.call('GET /organisations/:organisationId/channels', { params })).channels.length, 1)
  assert.equal(await refusalOf(complete(token)), 'accounts.link-unknown', 'once')
})

test('[U6] a known address gets the same answer, and a letter that says it has an account', async () => {
  const unknown = newEmail()
  assert.deepEqual(await ask(ada.email), await ask(unknown))
  const letter = await post.letterTo(ada.email)
  assert.equal(letter.subject, 'Vous avez déjà un compte')
  assert.equal(linkIn(letter).pathname, '/sign-in')
  assert.equal(linkIn(letter).hash, '')
  assert.equal((await ada.call('GET /session')).memberships.length, 1)
})

test('nothing exists for others before the address is proven', async () => {
  const email = newEmail()
  await ask(email)
  await untilQuiet(open)
  assert.equal(
    await refusalOf(stranger().call('POST /session', { body: { email, password, remember: false } })),
    'accounts.sign-in-refused',
  )
  const { results } = await ada.call('POST /organisations/:organisationId/invitations', {
    params: { organisationId: lumiere.id },
    body: {
      emails: [email],
      role: 'moderator',
      subAccountId: null,
      languages: ['fr'],
      activeOnArrival: true,
      locale: 'fr',
    },
  })
  assert.equal(results[0]?.result, 'invited', 'to an invitation the address is unknown')
})

test('[U1] blank, cut short and replaced links are unknown, one too old says so, and of many at once one makes the organisation', async () => {
  const email = newEmail()
  await ask(email)
  const first = await tokenFor(email)
  await ask(email)
  const second = await tokenFor(email)
  for (const token of ['', first.slice(0, 20), first]) {
    assert.equal(await refusalOf(view(token)), 'accounts.link-unknown')
    assert.equal(await refusalOf(complete(token)), 'accounts.link-unknown')
  }
  const all = await Promise.allSettled(Array.from({ length: 6 }, () => complete(second)))
  assert.equal(all.filter(({ status }) => status === 'fulfilled').length, 1)

  const late = newEmail()
  await ask(late)
  const third = await tokenFor(late)
  clock.advance(times.signUpLifetimeMs + 1_000)
  assert.equal(await refusalOf(view(third)), 'accounts.link-expired')
  assert.equal(await refusalOf(complete(third)), 'accounts.link-expired')
})

test('[U6] nobody’s mailbox is filled by strangers, and asking is limited by place', async () => {
  const email = newEmail()
  for (let asked = 0; asked < 5; asked++) {
    await ask(email)
    await post.letterTo(email)
  }
  for (let asked = 0; asked < 3; asked++) await ask(email)
  await untilQuiet(open)
  assert.equal(post.letters.filter(({ to }) => to.includes(email)).length, 5)
  const here = stranger()
  for (let asked = 0; asked < 5; asked++) await ask(newEmail(), here)
  assert.equal(await refusalOf(ask(newEmail(), here)), 'request.too-many')
})

test('[A4] who is signed in makes another organisation without a letter, and only with a proven address', async () => {
  const made = await ada.call('POST /organisations', { body: { name: 'Deuxième boutique' } })
  assert.deepEqual(made.memberships.map(({ organisationName }) => organisationName).sort(), [
    'Boutique Lumière',
    'Deuxième boutique',
  ])
  assert.ok(made.memberships.some(({ organisationId }) => organisationId === made.organisationId))
  const email = newEmail()
  await ada.call('POST /organisations/:organisationId/agents', {
    params: { organisationId: lumiere.id },
    body: {
      email,
      password: castPassword,
      firstName: 'Ben',
      lastName: '',
      role: 'moderator',
      subAccountId: null,
      languages: ['fr'],
      active: true,
      locale: 'fr',
    },
  })
  const ben = stranger()
  await ben.call('POST /session', { body: { email, password: castPassword, remember: true } })
  assert.equal(await refusalOf(ben.call('POST /organisations', { body: { name: 'À moi' } })), 'accounts.email-unproven')
})
