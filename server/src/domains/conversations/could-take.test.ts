import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { modules, reaches, roles, type WhyNot } from '#contract/vocabulary.ts'
import { ids } from '#server/platform/ids.ts'
import { anActor } from '#server/testing/an-actor.ts'
import { may } from '../access/index.ts'
import { type Taker, whyNobody, whyNotNow, whyNotReceive } from './could-take.ts'

const [lyon, lille] = [ids.subAccount(), ids.subAccount()]
const [retours, livraison] = [ids.questionnaire(), ids.questionnaire()]

const waiting = {
  subAccountId: lyon,
  state: 'pending',
  assigneeId: null,
  language: 'fr',
  questionnaireId: retours,
} as const

const ben = anActor({ role: 'agent', subAccountId: lyon, languages: ['fr'], questionnaireIds: [retours] })
const here: Taker = { actor: ben, present: true, open: 0, offered: 0 }
const benWith = (change: Partial<typeof ben>, around: Partial<Taker> = {}): Taker => ({
  ...here,
  ...around,
  actor: { ...ben, ...change },
})

test('what is said to keep somebody from it is what the table of access says, for anybody and anything', () => {
  const anybody = fc.record({
    role: fc.constantFrom(...roles),
    reach: fc.constantFrom(...reaches),
    active: fc.boolean(),
    modules: fc.constantFrom([...modules], ['visitors' as const]),
    languages: fc.subarray(['fr', 'en']),
    questionnaireIds: fc.subarray([retours, livraison]),
    subAccountId: fc.constantFrom(lyon, lille),
  })
  const anything = fc.record({
    subAccountId: fc.constantFrom(lyon, lille),
    language: fc.constantFrom('fr', 'en'),
    questionnaireId: fc.constantFrom(null, retours, livraison),
  })
  const seen = { yes: 0, no: 0 }
  fc.assert(
    fc.property(anybody, anything, (drawn, place) => {
      // Only roles of one sub-account have one.
      const whole = drawn.role === 'administrator' || drawn.role === 'moderator'
      const actor = anActor({ ...drawn, subAccountId: whole ? null : drawn.subAccountId })
      const scope = { ...place, state: 'pending', assigneeId: null } as const
      const could = whyNotReceive({ actor, open: 0 }, scope).length === 0
      assert.equal(could, may(actor, 'conversations.pick-up', scope))
      seen[could ? 'yes' : 'no'] += 1
    }),
    { numRuns: 2_000 },
  )
  assert.ok(seen.yes > 100 && seen.no > 100, 'control: both answers were met')
})

const table: [string, Taker, WhyNot[]][] = [
  ['[N9] who is an advisor, here and free takes it', here, []],
  ['[S11] an inactive agent does not', benWith({ active: false }), ['inactive']],
  ['[N6] nor one without the module', benWith({ modules: ['visitors'] }), ['no-module']],
  ['nor one of another sub-account', benWith({ subAccountId: lille }), ['sub-account']],
  ['[N8] nor one who does not accept its language', benWith({ languages: ['nl'] }), ['language']],
  ['[N9] nor one who is not its advisor', benWith({ questionnaireIds: [livraison] }), ['questionnaire']],
  ['nor one with no console open', benWith({}, { present: false }), ['offline']],
  ['nor one who is away', benWith({ availability: 'away' }), ['away']],
  ['[N7] nor one who has as many open as they may', benWith({ conversationLimit: 2 }, { open: 2 }), ['full']],
  ['[N7] an offer keeps a place free', benWith({ conversationLimit: 2 }, { open: 1, offered: 1 }), ['full']],
  ['[N7] below the limit there is room', benWith({ conversationLimit: 2 }, { open: 1 }), []],
  [
    'every reason is told, in one order',
    benWith({ active: false, languages: [], conversationLimit: 1 }, { present: false, open: 1 }),
    ['inactive', 'language', 'offline', 'full'],
  ],
]
for (const [title, taker, why] of table)
  test(title, () => {
    assert.deepEqual(whyNotNow(taker, waiting), why)
  })

test('[N8] an administrator takes any language by hand, but none they do not accept is brought to them', () => {
  const ada: Taker = { ...here, actor: anActor({ role: 'administrator', languages: ['en'] }) }
  assert.deepEqual(whyNotReceive(ada, waiting), [])
  assert.deepEqual(whyNotNow(ada, waiting), ['language'])
})

test('[N8] why nobody takes it is the first thing that holds for nobody', () => {
  assert.equal(whyNobody([[]]), null)
  assert.equal(whyNobody([['away'], []]), null)
  assert.equal(whyNobody([]), 'nobody-active')
  assert.equal(whyNobody([['inactive'], ['sub-account', 'language']]), 'nobody-active')
  assert.equal(whyNobody([['language'], ['inactive']]), 'language')
  assert.equal(whyNobody([['language'], ['questionnaire', 'away']]), 'questionnaire')
  assert.equal(whyNobody([['offline'], ['away', 'full'], ['language']]), 'all-away')
  assert.equal(whyNobody([['full'], ['away'], ['language']]), 'all-full')
})
