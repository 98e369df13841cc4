import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AgentId } from '#contract/ids.ts'
import { marksOf, patterns } from './marks.ts'

const people = (count: number) =>
  Array.from({ length: count }, (_, number) => `018f2c4e-0000-7000-8000-${String(number).padStart(12, '0')}` as AgentId)

test('people of one hue have different patterns, as many as there are', () => {
  const marks = marksOf(people(60))
  const ofHue = Map.groupBy(marks.values(), ({ hue }) => hue)
  assert.equal(ofHue.size, 5, 'control: all hues are met')
  for (const some of ofHue.values())
    assert.equal(new Set(some.slice(0, patterns.length).map(({ pattern }) => pattern)).size, patterns.length)
})

test('a mark is the same whatever order people come in', () => {
  const some = people(9)
  assert.deepEqual(marksOf(some.toReversed()).get(some[4] as AgentId), marksOf(some).get(some[4] as AgentId))
})
