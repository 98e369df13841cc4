import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import type { Route } from '#contract/route.ts'
import { fingerprintOf, judgeShapes } from './check-contract.ts'

const door = {
  summary: 'Says something.',
  who: 'agent',
  key: 'conversations:write',
  body: z.strictObject({ text: z.string().max(100), note: z.boolean().optional() }),
  reply: z.object({ id: z.string() }),
  refuses: ['conversations.closed'],
} satisfies Route
const frame = z.object({ type: z.literal('beat') })
const of = (
  change: Partial<Pick<Route, 'summary' | 'body' | 'reply' | 'refuses' | 'perMinute'>>,
  beat: z.ZodType = frame,
) => fingerprintOf({ 'PUT /words': { ...door, ...change } }, { beat })

test('a changed shape changes the fingerprint, whichever part it is', () => {
  const fingerprints = [
    of({}),
    of({ body: z.strictObject({ text: z.string().max(99), note: z.boolean().optional() }) }),
    of({ body: z.strictObject({ text: z.string().max(100), note: z.boolean() }) }),
    of({ reply: z.object({ id: z.number() }) }),
    of({ refuses: [] }),
    of({}, z.object({ type: z.literal('pulse') })),
    fingerprintOf({ 'PUT /other': door }, { beat: frame }),
  ]
  assert.equal(new Set(fingerprints).size, fingerprints.length)
})

test('what is no shape does not: words about it, its speed, the order of fields', () => {
  assert.equal(of({ summary: 'Utters.', perMinute: 3 }), of({}))
  assert.equal(of({ body: z.strictObject({ note: z.boolean().optional(), text: z.string().max(100) }) }), of({}))
})

test('a change without a new version is refused, one with it has to be noted', () => {
  assert.equal(judgeShapes({ 1: 'a' }, 1, 'a'), null)
  assert.match(judgeShapes({ 1: 'a' }, 1, 'b') ?? '', /Raise protocolVersion/)
  assert.match(judgeShapes({ 1: 'a' }, 2, 'b') ?? '', /not noted/)
  assert.equal(judgeShapes({ 1: 'a', 2: 'b' }, 2, 'b'), null)
})
