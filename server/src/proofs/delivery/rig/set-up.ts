import assert from 'node:assert/strict'
import type { OrganisationId } from '#contract/ids.ts'
import { castPassword } from '../../../testing/comptoir.ts'
import { newPerson } from '../../../testing/person.ts'

/** Makes the first organisation of a Comptoir, wherever it runs, through its door: Ada, who is signed in, and her channel. */
export async function setUp(origin: string) {
  const person = newPerson(origin)
  const { memberships } = await person.call('POST /set-up', {
    body: {
      organisationName: 'Maison Verdier',
      subAccountName: 'Lyon',
      channelName: 'Site de Lyon',
      site: 'shop.example',
      administrator: { firstName: 'Ada', lastName: 'Verdier', email: 'ada@verdier.example', password: castPassword },
      locale: 'fr',
    },
  })
  const [membership] = memberships
  assert.ok(membership)
  const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const organisationId: OrganisationId = membership.organisationId
  const { channels } = await person.call('GET /organisations/:organisationId/channels', { params: { organisationId } })
  const [channel] = channels
  assert.ok(channel)
  return { ada: { organisationId, headers: () => ({ cookie }) }, channelKey: channel.key }
}
