import assert from 'node:assert/strict'
import { test } from 'node:test'
import { conversations } from '#words/fr/console/conversations.ts'
import { whyNotReply } from './why-not-reply.ts'

const words = conversations.composer
const ben = { active: true, languages: ['fr'] }
const none = { pickUp: false, reopen: false }
const waiting = { state: 'pending', language: 'fr', assigneeName: null, may: none } as const

test('[N8] [N9] what waits for others says whether it is for their language or for their advice', () => {
  assert.equal(whyNotReply({ ...waiting, language: 'nl' }, ben, words), words.waitsForOthers)
  assert.equal(whyNotReply(waiting, ben, words), words.waitsForAdvisors)
  assert.equal(whyNotReply({ ...waiting, may: { ...none, pickUp: true } }, ben, words), words.pending)
})

test('[S12] whoever is inactive reads that first, whatever the conversation', () => {
  for (const state of ['pending', 'open', 'closed'] as const)
    assert.equal(whyNotReply({ ...waiting, state }, { ...ben, active: false }, words), words.inactive)
})

test('a conversation of somebody else names them; a closed one says whether it can be reopened', () => {
  assert.match(whyNotReply({ ...waiting, state: 'open', assigneeName: 'Chloé Blanc' }, ben, words), /Chloé Blanc/)
  const closed = { ...waiting, state: 'closed', assigneeName: 'Chloé Blanc' } as const
  assert.equal(whyNotReply(closed, ben, words), words.closedForYou)
  assert.equal(whyNotReply({ ...closed, may: { ...none, reopen: true } }, ben, words), words.closed)
})
