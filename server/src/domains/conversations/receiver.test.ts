import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ids } from '#server/platform/ids.ts'
import { anActor } from '#server/testing/an-actor.ts'
import { receiving } from './receiver.ts'

const [lyon, lille] = [ids.subAccount(), ids.subAccount()]
const [retours, livraison] = [ids.questionnaire(), ids.questionnaire()]
const ben = ids.agent()
const open = { subAccountId: lyon, state: 'open', assigneeId: ben, language: 'fr', questionnaireId: retours } as const
const chloe = anActor({ role: 'agent', subAccountId: lyon, languages: ['fr'], questionnaireIds: [retours] })
const chloeWith = (change: Partial<typeof chloe>) => ({ ...chloe, ...change })
const refused = (refusal: string) => ({ can: false, refusal })

test('[N13] a colleague who could have picked it up receives it where it is, away or not', () => {
  assert.deepEqual(receiving(chloe, open, 0), { can: true, subAccountId: lyon })
  assert.deepEqual(receiving(chloeWith({ availability: 'away' }), open, 0), { can: true, subAccountId: lyon })
})

test('[N13] a refusal says why: inactive, without the module, of another language, no advisor, full', () => {
  assert.deepEqual(receiving(chloeWith({ active: false }), open, 0), refused('conversations.receiver-inactive'))
  assert.deepEqual(
    receiving(chloeWith({ modules: ['visitors'] }), open, 0),
    refused('conversations.receiver-no-access'),
  )
  assert.deepEqual(receiving(chloeWith({ languages: ['en'] }), open, 0), refused('conversations.receiver-language'))
  assert.deepEqual(
    receiving(chloeWith({ questionnaireIds: [livraison] }), open, 0),
    refused('conversations.receiver-questionnaire'),
  )
  assert.deepEqual(receiving(chloeWith({ conversationLimit: 2 }), open, 2), refused('conversations.receiver-full'))
  assert.equal(receiving(chloeWith({ conversationLimit: 2 }), open, 1).can, true, 'control: there is room for one')
})

test('[N13] to somebody of another sub-account it moves there, out of its questionnaire, but not out of its language', () => {
  const lou = chloeWith({ subAccountId: lille, questionnaireIds: [] })
  assert.deepEqual(receiving(lou, open, 0), { can: true, subAccountId: lille })
  assert.deepEqual(receiving({ ...lou, languages: ['en'] }, open, 0), refused('conversations.receiver-language'))
})

test('[N13] with whoever reads every sub-account it stays where it is, unless its questionnaire keeps them from it there', () => {
  const milo = anActor({ role: 'moderator', languages: ['en'] })
  assert.deepEqual(receiving(milo, open, 0), { can: true, subAccountId: lyon })
  const everywhere = chloeWith({ subAccountId: lille, reach: 'all', questionnaireIds: [] })
  assert.deepEqual(receiving(everywhere, { ...open, questionnaireId: null }, 0), { can: true, subAccountId: lyon })
  assert.deepEqual(receiving(everywhere, open, 0), { can: true, subAccountId: lille })
})
