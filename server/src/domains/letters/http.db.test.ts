import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { LetterId } from '#contract/ids.ts'
import { ids } from '#server/platform/ids.ts'
import { type Comptoir, openComptoir, type TestOrganisation } from '#server/testing/comptoir.ts'
import { type CastAgent, type Person, refusalOf } from '#server/testing/person.ts'

let comptoir: Comptoir
let lumiere: TestOrganisation
let ada: CastAgent
let letterId: LetterId

before(async () => {
  comptoir = await openComptoir()
  lumiere = await comptoir.makeOrganisation('Boutique Lumière')
  ada = await lumiere.hire('Ada', { role: 'administrator' })
  await ada.call('POST /organisations/:organisationId/invitations', {
    params: { organisationId: lumiere.id },
    body: {
      emails: ['ben@shop.example'],
      role: 'moderator',
      subAccountId: null,
      languages: ['fr'],
      activeOnArrival: true,
      locale: 'fr',
    },
  })
  const { letters } = await list(ada)
  letterId = letters[0]?.id ?? letterId
})
after(() => comptoir.stop())

const list = (person: Person) =>
  person.call('GET /organisations/:organisationId/letters', { params: { organisationId: lumiere.id } })
const doorsFor = (person: Person) => {
  const params = { organisationId: lumiere.id, letterId }
  return [
    () => list(person),
    () => person.call('GET /organisations/:organisationId/letters/:letterId', { params }),
    () => person.call('POST /organisations/:organisationId/letters/:letterId/delivery', { params }),
  ]
}

test('the outbox is for administrators: strangers, other roles and other organisations are refused', async () => {
  const shop = await lumiere.makeSubAccount('Lyon')
  const elsewhere = await comptoir.makeOrganisation('Ailleurs')
  const refused = [
    [comptoir.stranger(), 'accounts.sign-in-required'],
    [await elsewhere.hire('Oscar', { role: 'administrator' }), 'request.not-found'],
    [await lumiere.hire('Milo', { role: 'moderator' }), 'access.refused'],
    [await lumiere.hire('Marc', { role: 'manager', subAccountId: shop.id }), 'access.refused'],
    [await lumiere.hire('Ben', { role: 'agent', subAccountId: shop.id }), 'access.refused'],
  ] as const
  for (const [person, code] of refused)
    for (const knockAt of doorsFor(person)) assert.equal(await refusalOf(knockAt()), code)
  assert.equal((await list(ada)).letters.length, 1, 'the control: there is a letter to see')
})

test('a letter of another organisation is not there, like one that never was', async () => {
  const elsewhere = await comptoir.makeOrganisation('Ailleurs')
  const oscar = await elsewhere.hire('Oscar', { role: 'administrator' })
  const params = { organisationId: elsewhere.id }
  for (const id of [letterId, ids.letter()])
    assert.equal(
      await refusalOf(
        oscar.call('GET /organisations/:organisationId/letters/:letterId', { params: { ...params, letterId: id } }),
      ),
      'request.not-found',
    )
  assert.deepEqual((await oscar.call('GET /organisations/:organisationId/letters', { params })).letters, [])
})
