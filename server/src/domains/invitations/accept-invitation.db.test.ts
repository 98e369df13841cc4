import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { castPassword } from '#server/testing/comptoir.ts'
import { newcomersPassword, openInviting } from '#server/testing/inviting.ts'
import { refusalOf } from '#server/testing/person.ts'

const house = await openInviting()
after(() => house.close())
const { accept, agents, clock, comptoir, invite, lumiere, newEmail, newPlace, revoke, stranger, view } = house
const dayMs = 24 * 60 * 60 * 1000

/** What became of each of many calls at once: the code of its no, or `in`. */
const verdicts = (calls: Promise<unknown>[]): Promise<string[]> =>
  Promise.all(calls.map((call) => refusalOf(call).catch(() => 'in')))

test('[S4] the link of a letter leads to a name and a password, and then into the organisation', async () => {
  const { email, token } = await invite({ activeOnArrival: false })
  assert.deepEqual(await view(token), {
    organisationName: 'Boutique Lumière',
    inviterName: 'Ada',
    email,
    role: 'agent',
    subAccountName: null,
    expiresAt: new Date(clock.now().getTime() + 7 * dayMs).toISOString(),
    way: 'fresh',
  })
  const chloe = stranger()
  const there = await accept(token, chloe)
  assert.deepEqual(
    there.memberships.map(({ role, organisationId }) => ({ role, organisationId })),
    [{ role: 'agent', organisationId: lumiere.id }],
  )
  const me = await chloe.call('GET /organisations/:organisationId/me', { params: { organisationId: lumiere.id } })
  assert.equal(me.name, 'Chloé')
  assert.equal(me.email, email)
  assert.deepEqual(me.languages, ['fr', 'en'])
  assert.equal(me.active, false, '[S10] active on arrival was not asked for')
  await stranger().call('POST /session', { body: { email, password: newcomersPassword, remember: false } })
})

test('[S10] who was invited to be active on arrival is', async () => {
  const { token } = await invite({ activeOnArrival: true })
  const chloe = stranger()
  await accept(token, chloe)
  const me = await chloe.call('GET /organisations/:organisationId/me', { params: { organisationId: lumiere.id } })
  assert.equal(me.active, true)
})

test('[U2] of fifty who accept at once as the person invited, one does', async () => {
  const elsewhere = await comptoir.makeOrganisation('Ailleurs')
  const { token, email } = await invite()
  // The account came after the invitation: a known address would have joined at once.
  const oscar = await elsewhere.hire('Oscar', { role: 'administrator', email })
  const cookie = [...oscar.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const browsers = Array.from({ length: 50 }, () => comptoir.stranger({ cookie, ...newPlace() }))
  const codes = await verdicts(browsers.map((browser) => accept(token, browser, null)))
  assert.deepEqual(
    codes.filter((code) => code !== 'invitations.unknown'),
    ['in'],
  )
  assert.equal((await agents()).filter(({ email }) => email === oscar.email).length, 1)
})

test('[U2] of many who accept at once as somebody new, one does, and there is one account', async () => {
  const { token, email } = await invite()
  const codes = await verdicts(Array.from({ length: 8 }, (_, index) => accept(token, stranger(), `N° ${index}`)))
  assert.equal(codes.filter((code) => code === 'in').length, 1)
  const others = new Set(codes.filter((code) => code !== 'in'))
  assert.ok(others.isSubsetOf(new Set(['invitations.unknown', 'invitations.sign-in-required'])), [...others].join())
  assert.equal((await agents()).filter((agent) => agent.email === email).length, 1)
  await stranger().call('POST /session', { body: { email, password: newcomersPassword, remember: false } })
})

test('[U4] an accept page that was open while the invitation was revoked sets no password', async () => {
  const { token, email, id } = await invite()
  assert.equal((await view(token)).way, 'fresh')
  await revoke(id)
  assert.equal(await refusalOf(accept(token)), 'invitations.unknown')
  const signIn = stranger().call('POST /session', { body: { email, password: newcomersPassword, remember: false } })
  assert.equal(await refusalOf(signIn), 'accounts.sign-in-refused')
})

test('[S5] [U3] signed in with the invited address, a person joins by accepting, in any spelling of it', async () => {
  const elsewhere = await comptoir.makeOrganisation('Ailleurs')
  const invited = newEmail()
  const { token } = await invite({ emails: [invited.toUpperCase()] })
  const subAccountId = (await elsewhere.makeSubAccount('A')).id
  const oscar = await elsewhere.hire('Oscar', { role: 'agent', subAccountId, email: invited })
  assert.equal((await view(token)).way, 'sign-in')
  assert.equal(await refusalOf(accept(token)), 'invitations.sign-in-required')
  assert.equal((await view(token, oscar)).way, 'join')
  const there = await accept(token, oscar, null)
  assert.deepEqual(
    there.memberships.map(({ organisationName }) => organisationName),
    ['Ailleurs', 'Boutique Lumière'],
  )
  assert.ok((await agents()).some(({ name, email }) => name === 'Oscar' && email === oscar.email))
  await stranger().call('POST /session', { body: { email: oscar.email, password: castPassword, remember: false } })
})

test('[S5] [U3] signed in as somebody else, nobody joins, whatever they send along', async () => {
  const { token, email } = await invite()
  const elsewhere = await comptoir.makeOrganisation('Ailleurs')
  const oscar = await elsewhere.hire('Oscar', { role: 'administrator' })
  assert.equal((await view(token, oscar)).way, 'other')
  assert.equal((await view(token, oscar)).email, email, 'the banner names the invited address')
  for (const name of [null, 'Oscar'])
    assert.equal(await refusalOf(accept(token, oscar, name)), 'invitations.other-account')
  assert.equal((await oscar.call('GET /session')).memberships.length, 1)
  await oscar.call('DELETE /session')
  await accept(token, oscar)
})

test('an account is needed where there is none, with a password worth its name', async () => {
  const { token, email } = await invite()
  assert.equal(await refusalOf(accept(token, stranger(), null)), 'request.invalid')
  const weak = (weakPassword: string) =>
    stranger().call('POST /invitation-links/acceptance', {
      body: { token, account: { firstName: 'Chloé', lastName: '', password: weakPassword, locale: 'fr' } },
    })
  assert.equal(await refusalOf(weak('trop court')), 'accounts.password-too-short')
  assert.equal(await refusalOf(weak('passwordpassword')), 'accounts.password-too-common')
  assert.equal(await refusalOf(weak(`${email.split('@')[0]} lumière 1`)), 'accounts.password-too-common')
  await accept(token)
})
