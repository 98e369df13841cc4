import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { uuid7 } from '#client/uuid7.ts'
import type { ClientMessageId } from '#contract/ids.ts'
import { type Comptoir, openComptoir, type TestOrganisation, type TestSubAccount } from '#server/testing/comptoir.ts'
import { type CastAgent, refusalOf } from '#server/testing/person.ts'

let comptoir: Comptoir
let verdier: TestOrganisation
let lyon: TestSubAccount
let ada: CastAgent
let ben: CastAgent

before(async () => {
  comptoir = await openComptoir()
  verdier = await comptoir.makeOrganisation('Maison Verdier')
  lyon = await verdier.makeSubAccount('Lyon')
  ada = await verdier.hire('Ada Roux', { role: 'administrator' })
  ben = await verdier.hire('Ben Klein', { role: 'agent', subAccountId: lyon.id })
})
after(() => comptoir.stop())

const newId = () => uuid7() as ClientMessageId

async function inHand() {
  const { conversation } = await lyon.visitor().say('Bonjour, avez-vous du thé vert ?')
  const params = { organisationId: verdier.id, conversationId: conversation.id }
  await ben.call('POST /organisations/:organisationId/conversations/:conversationId/assignment', { params })
  const say = (clientMessageId: ClientMessageId, text = 'Bonjour !') =>
    ben.call('PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId', {
      params: { ...params, clientMessageId },
      body: { text, kind: 'text' },
    })
  return { params, say }
}

const setActive = (active: boolean) =>
  ada.call('PUT /organisations/:organisationId/agents/:agentId/activity', {
    params: { organisationId: verdier.id, agentId: ben.agentId },
    body: { active },
  })

test('[D2] [N3] words whose answer was lost are answered for once their author is stopped, without what is out of reach', async () => {
  const { params, say } = await inHand()
  const id = newId()
  const first = await say(id)
  assert.equal(first.conversation?.id, params.conversationId, 'control')

  await setActive(false)
  const again = await say(id)
  assert.deepEqual(again, { message: first.message, conversation: null })
  assert.equal(await refusalOf(say(id, 'Autre chose')), 'messages.id-reused')
  assert.equal(await refusalOf(say(newId())), 'access.inactive', 'nothing new')
  await setActive(true)
})

test('[D2] [N3] the same of words in a conversation that was handed where they do not reach', async () => {
  const { params, say } = await inHand()
  const id = newId()
  const { message } = await say(id)
  await ada.call('POST /organisations/:organisationId/conversations/:conversationId/transfer', {
    params,
    body: { agentId: ada.agentId, subAccountId: null, note: '' },
  })
  assert.deepEqual(await say(id), { message, conversation: null })
  assert.equal(await refusalOf(say(newId())), 'request.not-found', 'nothing new')
})
