import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AgentId, ConversationId } from '#contract/ids.ts'
import { type RoutingMode, routingModes } from '#contract/vocabulary.ts'
import { ids } from '#server/platform/ids.ts'
import { anActor } from '#server/testing/an-actor.ts'
import { newConversation } from '../conversations/conversation.ts'
import type { Conversation } from '../conversations/index.ts'
import { offerTo, passOn, rest } from '../conversations/offer.ts'
import { type LastDecision, plan, restMs } from './plan.ts'
import type { RoutedAgent } from './route.ts'

const offerMs = 15_000
const [lyon, channelId] = [ids.subAccount(), ids.channel()]

/** What a few agents and conversations go through: a world in memory, moved by the plan alone. */
interface World {
  nowMs: number
  mode: RoutingMode
  people: { id: AgentId; available: boolean; limit: number | null; turn: Date | null }[]
  waiting: Conversation[]
  open: Map<ConversationId, AgentId>
  decisions: Map<ConversationId, LastDecision>
}

const inHand = ({ open }: World, id: AgentId) => [...open.values()].filter((one) => one === id).length
const offersTo = ({ waiting }: World, id: AgentId) => waiting.filter(({ offer }) => offer?.agentId === id).length

const agentsOf = (world: World): RoutedAgent[] =>
  world.people.map(({ id, available, limit, turn }) => ({
    id,
    actor: anActor({ role: 'agent', agentId: id, subAccountId: lyon, conversationLimit: limit }),
    present: available,
    open: inHand(world, id),
    offered: offersTo(world, id),
    lastTurnAt: turn,
  }))

function settle(world: World): void {
  const now = new Date(world.nowMs)
  for (let rounds = 0; ; rounds++) {
    assert.ok(rounds < 20, 'deciding comes to an end')
    const steps = plan({
      now,
      waiting: world.waiting,
      ruleOf: () => ({ mode: world.mode, offerSeconds: offerMs / 1_000 }),
      agents: agentsOf(world),
      lastDecisions: world.decisions,
    })
    if (steps.length === 0) return
    for (const { conversation, routed, onlyTold } of steps) {
      const { verdict, asked } = routed
      world.decisions.set(conversation.id, {
        outcome: verdict.verdict,
        agentId: verdict.verdict === 'offer' ? verdict.to : null,
        because: verdict.verdict === 'nobody' ? verdict.because : null,
      })
      if (onlyTold) continue
      const restsUntil =
        verdict.verdict === 'waits' && verdict.because === 'all-asked' ? new Date(world.nowMs + restMs) : null
      const change =
        verdict.verdict === 'offer'
          ? offerTo(conversation, { agentId: verdict.to, until: new Date(world.nowMs + offerMs), asked })
          : rest(conversation, { asked, restsUntil })
      world.waiting = world.waiting.map((one) => (one.id === conversation.id ? change.conversation : one))
      const person = world.people.find(({ id }) => verdict.verdict === 'offer' && id === verdict.to)
      if (person) person.turn = now
    }
  }
}

const arrive = (world: World) =>
  world.waiting.push(
    newConversation({
      id: ids.conversation(),
      subAccountId: lyon,
      channelId,
      visitor: { id: ids.visitor(), name: null, email: null },
      language: 'fr',
      questionnaireId: null,
      now: new Date(world.nowMs),
    }),
  )

const anyAct = fc.record({
  what: fc.constantFrom(
    'arrive',
    'arrive',
    'arrive',
    'take',
    'pass',
    'pass',
    'close',
    'away',
    'back',
    'limit',
    'wait',
    'wait',
    'mode',
    'snatch',
  ),
  who: fc.nat(2),
  which: fc.nat(5),
  by: fc.constantFrom(1, 2, null),
  ms: fc.constantFrom(1_000, offerMs, restMs),
  mode: fc.constantFrom(...routingModes),
})
type Act = typeof anyAct extends fc.Arbitrary<infer T> ? T : never

function perform(world: World, act: Act): void {
  const person = world.people[act.who]
  if (!person) return
  const hasRoom = person.limit === null || inHand(world, person.id) < person.limit
  const offered = world.waiting.find(({ offer }) => offer?.agentId === person.id)
  const any = world.waiting[act.which % Math.max(1, world.waiting.length)]
  const take = (one: Conversation | undefined) => {
    if (!one || !hasRoom) return
    world.waiting = world.waiting.filter(({ id }) => id !== one.id)
    world.open.set(one.id, person.id)
  }
  if (act.what === 'arrive') arrive(world)
  if (act.what === 'take') take(offered)
  if (act.what === 'snatch') take(any)
  if (act.what === 'pass' && offered)
    world.waiting = world.waiting.map((one) => (one.id === offered.id ? passOn(one).conversation : one))
  if (act.what === 'close') {
    const theirs = [...world.open].find(([, id]) => id === person.id)
    if (theirs) world.open.delete(theirs[0])
  }
  if (act.what === 'away') person.available = false
  if (act.what === 'back') person.available = true
  if (act.what === 'limit') person.limit = act.by
  if (act.what === 'wait') world.nowMs += act.ms
  if (act.what === 'mode') world.mode = act.mode
}

test('[N7] whatever happens, nobody is offered more than they have room for, and nothing waits that somebody could be offered', () => {
  const met = { offers: 0, rests: 0, stuck: 0 }
  fc.assert(
    fc.property(fc.array(anyAct, { minLength: 40, maxLength: 80 }), (acts) => {
      const world: World = {
        nowMs: Date.parse('2026-03-02T10:00:00Z'),
        mode: 'round-robin',
        people: ['ben', 'chloé', 'zoé'].map((id) => ({ id: id as AgentId, available: true, limit: 2, turn: null })),
        waiting: [],
        open: new Map(),
        decisions: new Map(),
      }
      for (const act of acts) {
        perform(world, act)
        settle(world)
        for (const { id, limit, available } of world.people) {
          const offers = offersTo(world, id)
          if (offers === 0) continue
          met.offers += 1
          assert.ok(available, 'nobody who is away is asked')
          assert.ok(limit === null || inHand(world, id) + offers <= limit, 'no more than there is room for')
        }
        for (const one of world.waiting) {
          if (one.offer || world.mode === 'by-hand') continue
          const free = world.people.filter(
            ({ id, available, limit }) =>
              available && (limit === null || inHand(world, id) + offersTo(world, id) < limit),
          )
          if (one.restsUntil) met.rests += 1
          else met.stuck += 1
          const unasked = free.filter(({ id }) => !one.asked.includes(id))
          assert.deepEqual(unasked, [], 'whoever is free was asked')
          assert.ok(
            free.length === 0 || (one.restsUntil && one.restsUntil.getTime() > world.nowMs),
            'and is asked again',
          )
        }
        if (world.mode === 'by-hand') assert.ok(world.waiting.every(({ offer }) => offer === null))
      }
    }),
    { numRuns: Number(process.env.HISTORIES ?? 150) },
  )
  assert.ok(met.offers > 100 && met.rests > 20 && met.stuck > 20, `control: all of it was met ${JSON.stringify(met)}`)
})
