import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openInviting } from '#server/testing/inviting.ts'
import { linkIn } from '#server/testing/mail-server.ts'
import { refusalOf } from '#server/testing/person.ts'

const house = await openInviting()
after(() => house.close())
const { ada, ask: invite, clock, comptoir, lumiere, lyon, newEmail, pending: list, post } = house
const dayMs = 24 * 60 * 60 * 1000

test('[S2] inviting sends a real letter with the link, in the language chosen', async () => {
  const email = newEmail()
  const [result] = await invite(ada, { emails: [email], locale: 'en' })
  assert.equal(result?.result, 'invited')
  const letter = await post.letterTo(email)
  assert.equal(letter.subject, 'Ada invites you to Boutique Lumière')
  assert.notEqual(
    linkIn(letter).href,
    result?.link,
    '[U3] the letter has a link of its own, which nobody else has seen',
  )
  assert.equal(linkIn(letter).pathname, '/invitation')
  assert.equal(linkIn(letter).search, '', 'the secret is in the fragment, which no server and no log ever sees')
})

test('[S3] the list shows pending invitations with what is left of their time, and how their letter stands', async () => {
  const email = newEmail()
  await invite(ada, { emails: [email], languages: ['fr', 'en', 'fr'], activeOnArrival: false })
  await post.letterTo(email)
  for (;;) {
    const row = (await list(ada)).find((one) => one.email === email)
    if (row?.letter !== 'sent') continue
    const { id: _, ...shown } = row
    assert.deepEqual(shown, {
      email,
      role: 'agent',
      customRoleId: null,
      subAccountId: lyon.id,
      languages: ['fr', 'en'],
      conversationLimit: null,
      activeOnArrival: false,
      inviterName: 'Ada',
      createdAt: clock.now().toISOString(),
      expiresAt: new Date(clock.now().getTime() + 7 * dayMs).toISOString(),
      expired: false,
      letter: 'sent',
      may: { resend: true, revoke: true },
    })
    break
  }
})

test('each address has its own result; members and the invited are not invited again', async () => {
  const [first, second] = [newEmail(), newEmail()]
  await invite(ada, { emails: [first] })
  const results = await invite(ada, { emails: [first, 'nonsense', second.toUpperCase(), second, ada.email] })
  assert.deepEqual(
    results.map(({ email, result, link }) => [email, result, link !== null]),
    [
      [first, 'already-invited', false],
      ['nonsense', 'invalid', false],
      [second, 'invited', true],
      [second, 'already-invited', false],
      [ada.email, 'already-member', false],
    ],
  )
})

test('[A4] an address whose account is proven gets its own result among the others, no link, and no row among those who wait', async () => {
  const elsewhere = await comptoir.makeOrganisation('Ailleurs')
  const oscar = await elsewhere.hire('Oscar', { role: 'administrator' })
  const unknown = newEmail()
  const results = await invite(ada, { emails: [oscar.email, unknown, oscar.email] })
  assert.deepEqual(
    results.map(({ result, link }) => [result, link !== null]),
    [
      ['added', false],
      ['invited', true],
      ['already-member', false],
    ],
  )
  const waiting = (await list(ada)).map(({ email }) => email)
  assert.ok(waiting.includes(unknown) && !waiting.includes(oscar.email))
})

test('two people who invite one address at once make one invitation', async () => {
  const other = await lumiere.hire('Alma', { role: 'administrator' })
  const emails = [newEmail()]
  const all = await Promise.all([ada, other, ada, other].map((person) => invite(person, { emails })))
  assert.deepEqual(all.map(([one]) => one?.result).sort(), [
    'already-invited',
    'already-invited',
    'already-invited',
    'invited',
  ])
  assert.equal((await list(ada)).filter(({ email }) => email === emails[0]).length, 1)
})

test('fifty addresses are invited at once, fifty-one are too many', async () => {
  const emails = Array.from({ length: 50 }, newEmail)
  const results = await invite(ada, { emails })
  assert.equal(new Set(results.map(({ link }) => link)).size, 50)
  assert.equal(await refusalOf(invite(ada, { emails: [...emails, newEmail()] })), 'request.invalid')
})

test('an expired invitation makes way for a new one to the same address', async () => {
  const emails = [newEmail()]
  await invite(ada, { emails })
  clock.advance(7 * dayMs + 1_000)
  assert.equal((await list(ada)).find(({ email }) => email === emails[0])?.expired, true)
  const [again] = await invite(ada, { emails })
  assert.equal(again?.result, 'invited')
  assert.deepEqual(
    (await list(ada)).filter(({ email }) => email === emails[0]).map(({ expired }) => expired),
    [false],
  )
})

test('a role that belongs to one sub-account needs one, and one that has them all takes none', async () => {
  const elsewhere = await comptoir.makeOrganisation('Ailleurs')
  const foreign = await elsewhere.makeSubAccount('Paris')
  const before = (await list(ada)).length
  assert.equal(await refusalOf(invite(ada, { role: 'agent', subAccountId: null })), 'sub-accounts.required')
  assert.equal(await refusalOf(invite(ada, { role: 'moderator', subAccountId: lyon.id })), 'sub-accounts.not-allowed')
  assert.equal(await refusalOf(invite(ada, { subAccountId: foreign.id })), 'request.not-found')
  assert.equal((await list(ada)).length, before)
})

test('strangers, other organisations and roles that lead nobody are refused', async () => {
  const elsewhere = await comptoir.makeOrganisation('Ailleurs')
  const oscar = await elsewhere.hire('Oscar', { role: 'administrator' })
  const milo = await lumiere.hire('Milo', { role: 'moderator' })
  const ben = await lumiere.hire('Ben', { role: 'agent', subAccountId: lyon.id })
  const refused = [
    [comptoir.stranger(), 'accounts.sign-in-required'],
    [oscar, 'request.not-found'],
    [milo, 'access.refused'],
    [ben, 'access.refused'],
  ] as const
  for (const [person, code] of refused) {
    assert.equal(await refusalOf(invite(person)), code)
    assert.equal(await refusalOf(list(person)), code)
  }
})

test('a manager invites managers and agents of their own sub-account, and sees those alone', async () => {
  const paris = await lumiere.makeSubAccount('Paris')
  const marc = await lumiere.hire('Marc', { role: 'manager', subAccountId: lyon.id })
  for (const wish of [
    { role: 'administrator', subAccountId: null },
    { role: 'moderator', subAccountId: null },
    { role: 'agent', subAccountId: paris.id },
  ] as const)
    assert.equal(await refusalOf(invite(marc, wish)), 'agents.above-you')
  const [own] = await invite(marc, { role: 'manager' })
  const [other] = await invite(ada, { subAccountId: paris.id })
  const seen = (await list(marc)).map(({ email }) => email)
  assert.ok(seen.includes(own?.email ?? ''))
  assert.ok(!seen.includes(other?.email ?? ''))
  assert.ok(
    (await list(ada)).some(({ email }) => email === other?.email),
    'the control: it is there to be seen',
  )
})

test('those who may invite are told that the list changed', async () => {
  const { events, database } = comptoir.platform
  await events.settle()
  const since = await database.transaction(lumiere.id, async (tx) =>
    (await events.heads(tx, ['organisation'])).get('organisation'),
  )
  await invite(ada)
  await events.settle()
  const told = await database.transaction(lumiere.id, (tx) => events.read(tx, 'organisation', since ?? 0, 100))
  for (const list of ['invitations', 'letters'])
    assert.ok(
      told.some(({ type, payload }) => type === 'settings.changed' && Object(payload).list === list),
      list,
    )
})
