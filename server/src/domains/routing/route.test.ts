import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AgentId } from '#contract/ids.ts'
import { type RoutingMode, routingModes } from '#contract/vocabulary.ts'
import { ids } from '#server/platform/ids.ts'
import { anActor } from '#server/testing/an-actor.ts'
import type { ConversationScope } from '../access/index.ts'
import { type Facts, type RoutedAgent, route } from './route.ts'

const now = new Date('2026-03-02T10:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000)
const later = (seconds: number) => ago(-seconds)

const lyon = ids.subAccount()
const french: ConversationScope = {
  subAccountId: lyon,
  state: 'pending',
  assigneeId: null,
  language: 'fr',
  questionnaireId: null,
}

const agent = (id: string, change: Partial<RoutedAgent> = {}, rights: Partial<RoutedAgent['actor']> = {}) => ({
  id: id as AgentId,
  actor: anActor({ role: 'agent', agentId: id as AgentId, subAccountId: lyon, ...rights }),
  present: true,
  open: 0,
  offered: 0,
  lastTurnAt: null,
  ...change,
})
const [ben, chloe, zoe] = [agent('ben'), agent('chloé'), agent('zoé')]

const facts = (change: Partial<Facts> = {}): Facts => ({
  now,
  mode: 'round-robin',
  scope: french,
  offer: null,
  asked: [],
  restsUntil: null,
  agents: [ben, chloe],
  ...change,
})

const to = (id: AgentId) => ({ verdict: 'offer', to: id })

const table: [string, Facts, object, string?][] = [
  ['with everything by hand nobody is asked', facts({ mode: 'by-hand' }), { verdict: 'waits', because: 'by-hand' }],
  [
    'round robin begins with whoever never had a turn',
    facts({ agents: [{ ...ben, lastTurnAt: ago(9) }, chloe] }),
    to(chloe.id),
  ],
  [
    'round robin asks whose turn was longest ago',
    facts({
      agents: [
        { ...ben, lastTurnAt: ago(9) },
        { ...chloe, lastTurnAt: ago(8) },
      ],
    }),
    to(ben.id),
  ],
  [
    'least busy asks who has least in hand',
    facts({
      mode: 'least-busy',
      agents: [
        { ...ben, open: 2 },
        { ...chloe, open: 1 },
      ],
    }),
    to(chloe.id),
  ],
  [
    'what one is offered counts as in hand',
    facts({
      mode: 'least-busy',
      agents: [
        { ...ben, open: 1, offered: 1 },
        { ...chloe, open: 1 },
      ],
    }),
    to(chloe.id),
  ],
  [
    'of the least busy, whose turn was longest ago',
    facts({
      mode: 'least-busy',
      agents: [
        { ...ben, lastTurnAt: ago(5) },
        { ...chloe, lastTurnAt: ago(6) },
      ],
    }),
    to(chloe.id),
  ],
  ['an offer stands while its time lasts', facts({ offer: { agentId: chloe.id, until: later(1) } }), to(chloe.id)],
  [
    'an offer that was not taken in its time goes to the next',
    facts({ offer: { agentId: ben.id, until: now } }),
    to(chloe.id),
    'expired',
  ],
  [
    'so does one whose agent went away',
    facts({ offer: { agentId: ben.id, until: later(9) }, agents: [agent('ben', {}, { availability: 'away' }), chloe] }),
    to(chloe.id),
    'withdrawn',
  ],
  [
    'or closed their console',
    facts({ offer: { agentId: ben.id, until: later(9) }, agents: [agent('ben', { present: false }), chloe] }),
    to(chloe.id),
    'withdrawn',
  ],
  [
    '[S12] or was deactivated',
    facts({ offer: { agentId: ben.id, until: later(9) }, agents: [agent('ben', {}, { active: false }), chloe] }),
    to(chloe.id),
    'withdrawn',
  ],
  [
    '[N7] or is full by now',
    facts({
      offer: { agentId: ben.id, until: later(9) },
      agents: [agent('ben', { open: 2 }, { conversationLimit: 2 }), chloe],
    }),
    to(chloe.id),
    'withdrawn',
  ],
  ['or belongs here no more', facts({ offer: { agentId: zoe.id, until: later(9) } }), to(ben.id), 'withdrawn'],
  [
    'or whose channel is by hand from now on',
    facts({ mode: 'by-hand', offer: { agentId: ben.id, until: later(9) } }),
    { verdict: 'waits', because: 'by-hand' },
    'withdrawn',
  ],
  ['who was asked in this round is not asked again', facts({ asked: [ben.id] }), to(chloe.id)],
  [
    'when everybody was asked it rests',
    facts({ asked: [ben.id, chloe.id] }),
    { verdict: 'waits', because: 'all-asked' },
  ],
  [
    'until the rest is over',
    facts({ asked: [ben.id, chloe.id], restsUntil: later(1) }),
    { verdict: 'waits', because: 'all-asked' },
  ],
  ['then a new round begins', facts({ asked: [ben.id, chloe.id], restsUntil: now }), to(ben.id)],
  [
    'somebody who comes meanwhile is asked at once',
    facts({ asked: [ben.id, chloe.id], restsUntil: later(20), agents: [ben, chloe, zoe] }),
    to(zoe.id),
  ],
  [
    '[N8] it goes to nobody who does not accept its language',
    facts({ scope: { ...french, language: 'nl' } }),
    { verdict: 'nobody', because: 'language' },
  ],
  [
    '[N9] nor to somebody who is not its advisor',
    facts({ scope: { ...french, questionnaireId: ids.questionnaire() } }),
    { verdict: 'nobody', because: 'questionnaire' },
  ],
  [
    '[N6] nor to somebody without the module',
    facts({ agents: [agent('ben', {}, { modules: ['visitors'] })] }),
    { verdict: 'nobody', because: 'nobody-active' },
  ],
  [
    '[N7] nobody is offered more than they have room for',
    facts({ agents: [agent('ben', { open: 1, offered: 1 }, { conversationLimit: 2 })] }),
    { verdict: 'nobody', because: 'all-full' },
  ],
]
for (const [title, given, verdict, cause = 'waiting'] of table)
  test(title, () => {
    const routed = route(given)
    assert.deepEqual(routed.verdict, verdict)
    assert.equal(routed.cause, cause)
  })

test('the reasons say what keeps each: by right, by state, by turn, or because they were asked', () => {
  const { reasons } = route(
    facts({
      asked: [zoe.id],
      agents: [ben, chloe, zoe, agent('yves', {}, { languages: ['nl'], availability: 'away' })],
    }),
  )
  assert.deepEqual(Object.fromEntries(reasons), {
    ben: [],
    chloé: ['later'],
    zoé: ['asked'],
    yves: ['language', 'away'],
  })
  const busy = route(facts({ mode: 'least-busy', agents: [{ ...ben, open: 3 }, chloe] }))
  assert.deepEqual(busy.reasons.get(ben.id), ['busier'])
})

/** The rules as one would tell them to a person, a loop each, sharing nothing with the first. */
function naively(given: Facts): string {
  const could = (one: RoutedAgent) =>
    one.actor.active &&
    one.present &&
    one.actor.availability === 'available' &&
    one.actor.languages.includes(given.scope.language) &&
    (one.actor.conversationLimit === null || one.open + one.offered < one.actor.conversationLimit)
  const handed = given.mode !== 'by-hand'
  const asked = new Set(given.asked)
  if (given.offer) {
    const holder = given.agents.find(({ id }) => id === given.offer?.agentId)
    const can = holder !== undefined && could(holder)
    if (handed && can && given.offer.until.getTime() > now.getTime()) return given.offer.agentId
    if (handed && can) asked.add(given.offer.agentId)
  }
  if (!given.agents.some(could)) return 'nobody'
  if (!handed) return 'waits'
  for (const again of [false, true]) {
    if (again && !(given.restsUntil && given.restsUntil.getTime() <= now.getTime())) return 'waits'
    let best: RoutedAgent | null = null
    for (const one of given.agents) {
      if (!could(one) || (!again && asked.has(one.id))) continue
      if (best === null || goesBefore(one, best, given.mode)) best = one
    }
    if (best) return best.id
  }
  return 'waits'
}

function goesBefore(one: RoutedAgent, other: RoutedAgent, mode: RoutingMode): boolean {
  const [mine, theirs] = [one.open + one.offered, other.open + other.offered]
  if (mode === 'least-busy' && mine !== theirs) return mine < theirs
  const [turn, otherTurn] = [one.lastTurnAt, other.lastTurnAt]
  if (turn === null || otherTurn === null) {
    if (turn !== otherTurn) return turn === null
  } else if (turn.getTime() !== otherTurn.getTime()) return turn.getTime() < otherTurn.getTime()
  return one.id < other.id
}

const names = ['ada', 'ben', 'chloé', 'marc', 'zoé']
const anyFacts = fc
  .record({
    mode: fc.constantFrom(...routingModes),
    language: fc.constantFrom('fr', 'nl'),
    people: fc.array(
      fc.record({
        present: fc.boolean(),
        active: fc.boolean(),
        away: fc.boolean(),
        languages: fc.subarray(['fr', 'nl']),
        limit: fc.constantFrom(null, 1, 2, 3),
        open: fc.nat(3),
        offered: fc.nat(2),
        turn: fc.option(fc.nat(3), { nil: null }),
      }),
      { maxLength: 5 },
    ),
    offeredTo: fc.option(fc.constantFrom(...names), { nil: null }),
    offerEnds: fc.integer({ min: -2, max: 2 }),
    asked: fc.subarray(names),
    rests: fc.option(fc.integer({ min: -2, max: 2 }), { nil: null }),
  })
  .map((drawn) =>
    facts({
      mode: drawn.mode,
      scope: { ...french, language: drawn.language },
      agents: drawn.people.map((one, place) =>
        agent(
          names[place] ?? 'nobody',
          {
            present: one.present,
            open: one.open,
            offered: one.offered,
            lastTurnAt: one.turn === null ? null : ago(one.turn),
          },
          {
            active: one.active,
            availability: one.away ? 'away' : 'available',
            languages: one.languages,
            conversationLimit: one.limit,
          },
        ),
      ),
      offer: drawn.offeredTo === null ? null : { agentId: drawn.offeredTo as AgentId, until: later(drawn.offerEnds) },
      asked: drawn.asked.filter((name) => name !== drawn.offeredTo) as AgentId[],
      restsUntil: drawn.offeredTo !== null || drawn.rests === null ? null : later(drawn.rests),
    }),
  )

const runs = Number(process.env.HISTORIES ?? 5_000)

test('[N7] [N8] a naive reading of the rules decides alike, whatever the facts, and in whatever order the agents come', () => {
  const met = new Map<string, number>()
  fc.assert(
    fc.property(anyFacts, (given) => {
      const { verdict, reasons } = route(given)
      const said = verdict.verdict === 'offer' ? verdict.to : verdict.verdict
      assert.equal(said, naively(given))
      const turned = { ...given, agents: given.agents.toReversed() }
      assert.deepEqual(route(turned).verdict, verdict, 'the order of the agents decides nothing')
      if (verdict.verdict === 'offer') assert.deepEqual(reasons.get(verdict.to), [], 'nothing keeps who is asked')
      if (given.mode !== 'by-hand')
        for (const { id } of given.agents)
          if (said !== id) assert.notDeepEqual(reasons.get(id), [], 'whoever is not asked is told why')
      met.set(verdict.verdict, (met.get(verdict.verdict) ?? 0) + 1)
    }),
    { numRuns: runs },
  )
  for (const verdict of ['offer', 'waits', 'nobody'])
    assert.ok((met.get(verdict) ?? 0) > runs / 50, `control: ${verdict} was met`)
})
