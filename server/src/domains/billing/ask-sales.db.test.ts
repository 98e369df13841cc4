import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openComptoir } from '#server/testing/comptoir.ts'
import { fakeClock } from '#server/testing/fake-clock.ts'
import { startMailServer } from '#server/testing/mail-server.ts'
import { type CastAgent, refusalOf } from '#server/testing/person.ts'
import { answerRequest } from './answer-request.ts'
import { plansFrom, shippedPlans } from './plans.ts'
import { listUntoldEverywhere } from './sales-store.ts'
import { enqueueUntoldRequests } from './tell-operator.ts'

const operatorEmail = 'vente@operateur.example'
const post = await startMailServer()
const clock = fakeClock()
const comptoir = await openComptoir({ smtpUrl: post.url, operatorEmail, clock })
after(async () => {
  await comptoir.stop()
  await post.close()
})

const askedOf = async (by: CastAgent) =>
  (
    await by.call('GET /organisations/:organisationId/sales-requests', {
      params: { organisationId: by.organisationId },
    })
  ).requests

const ask = (by: CastAgent, message: string, more: { phone?: string; seats?: number } = {}) =>
  by.call('POST /organisations/:organisationId/sales-requests', {
    params: { organisationId: by.organisationId },
    body: { message, ...more },
  })

test('[S15] asking sales is kept in the list and reaches the operator as a letter, with all there is to answer', async () => {
  const lumiere = await comptoir.makeOrganisation('Boutique Lumière')
  const ada = await lumiere.hire('Ada', { role: 'administrator' })
  const asked = await ask(ada, 'We will soon be forty.\nIn two cities.', { phone: '+33 1 23 45 67 89', seats: 40 })
  assert.deepEqual(await askedOf(ada), [asked])
  assert.deepEqual([asked.byName, asked.seats, asked.answeredAt], ['Ada', 40, null])

  const letter = await post.letterTo(operatorEmail)
  assert.equal(letter.subject, 'Boutique Lumière asks the sales department', 'in the language of whoever asks')
  for (const part of [
    'Ada (Boutique Lumière)',
    ada.email,
    '+33 1 23 45 67 89',
    'Seats wished for: 40',
    'Present plan: Ultimate, unlimited seats',
    'We will soon be forty.\nIn two cities.',
  ])
    assert.ok(letter.text.replaceAll('\r\n', '\n').includes(part), `${part}\n${letter.text}`)
})

test('[S15] the operator says a request is dealt with, and whoever asked reads so', async () => {
  const lumiere = await comptoir.makeOrganisation('Boutique Lumière')
  const ada = await lumiere.hire('Ada', { role: 'administrator' })
  const { id } = await ask(ada, 'Bonjour')
  const request = { organisationId: lumiere.id, id }
  assert.equal(await answerRequest(request, comptoir.platform), true)
  assert.equal(await answerRequest(request, comptoir.platform), false, 'once')
  assert.equal((await askedOf(ada))[0]?.answeredAt, clock.now().toISOString())
})

test('[S15] full access only, and each organisation reads its own', async () => {
  const lumiere = await comptoir.makeOrganisation('Boutique Lumière')
  const lyon = await lumiere.makeSubAccount('Lyon')
  const ada = await lumiere.hire('Ada', { role: 'administrator' })
  const ben = await lumiere.hire('Ben', { role: 'agent', subAccountId: lyon.id })
  const oscar = await (await comptoir.makeOrganisation('Ailleurs')).hire('Oscar', { role: 'administrator' })
  await ask(ada, 'Bonjour')
  assert.equal(await refusalOf(ask(ben, 'Moi aussi')), 'access.refused')
  assert.equal(await refusalOf(askedOf(ben)), 'access.refused')
  assert.deepEqual(await askedOf(oscar), [])
  assert.equal((await askedOf(ada)).length, 1, 'control')
})

test('[S15] what cannot be answered is refused at its field; nobody fills the operator’s mailbox', async () => {
  const lumiere = await comptoir.makeOrganisation('Boutique Lumière')
  const ada = await lumiere.hire('Ada', { role: 'administrator' })
  for (const [message, more] of [
    ['', {}],
    [' \n ', {}],
    ['m'.repeat(4_001), {}],
    ['Bonjour', { phone: '1'.repeat(41) }],
    ['Bonjour', { phone: '01\r\nBcc: oscar@elsewhere.example' }],
    ['Bonjour', { seats: 0 }],
    ['Bonjour', { seats: 1.5 }],
    ['Bonjour', { seats: 1e9 }],
  ] as const)
    assert.equal(await refusalOf(ask(ada, message, more)), 'request.invalid', JSON.stringify(more))
  for (let asked = 0; asked < 5; asked++) await ask(ada, `Demande ${asked}`)
  assert.equal(await refusalOf(ask(ada, 'Encore')), 'billing.too-many-requests')
  assert.equal((await askedOf(ada)).length, 5)
})

test('[S15] without mail a request waits, and leaves at a start that has it', async () => {
  const lumiere = await comptoir.makeOrganisation('Maison Patiente')
  const ada = await lumiere.hire('Ada', { role: 'administrator' })
  const needs = { ...comptoir.platform, plans: plansFrom(shippedPlans, null), operatorEmail }
  // What earlier tests asked has left: the next letter is this one.
  while ((await comptoir.platform.database.asOwner(listUntoldEverywhere)).length > 0);
  post.react({ refuse: 'try later' })
  const { id } = await ask(ada, 'Bonjour')
  const row = () =>
    comptoir.platform.database.transaction(lumiere.id, ({ db }) =>
      db
        .selectFrom('sales_requests')
        .select(['letter_state', 'last_error', 'attempts'])
        .where('organisation_id', '=', lumiere.id)
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    )
  while ((await row()).last_error === null);
  assert.equal((await row()).letter_state, 'waiting', 'control: it could not leave')

  clock.advance(2 * 60_000)
  await enqueueUntoldRequests(needs)
  while ((await row()).letter_state !== 'sent');
  assert.ok(post.letters.some(({ subject }) => subject.startsWith('Maison Patiente')))
})
