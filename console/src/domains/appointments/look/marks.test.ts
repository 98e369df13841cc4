import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AgentId } from '#contract/ids.ts'
import { hueOf } from '../../../ui/people/person-look.ts'
import { marksOf, patterns } from './marks.ts'

const people = (count: number) =>
  Array.from({ length: count }, (_, number) => `018f2c4e-0000-7000-8000-${String(number).padStart(12, '0')}` as AgentId)

test('five people have five hues and five patterns; one alone has the hue they have everywhere', () => {
  const marks = [...marksOf(people(5)).values()]
  assert.equal(new Set(marks.map(({ hue }) => hue)).size, 5)
  assert.equal(new Set(marks.map(({ pattern }) => pattern)).size, 5)
  for (const one of people(9)) assert.equal(marksOf([one]).get(one)?.hue, hueOf(one))
})

test('people of one hue have different patterns, as many as there are', () => {
  const ofHue = Map.groupBy(marksOf(people(25)).values(), ({ hue }) => hue)
  for (const some of ofHue.values())
    assert.deepEqual([some.length, new Set(some.map(({ pattern }) => pattern)).size], [5, patterns.length])
})

test('a mark is the same whatever order people come in', () => {
  const some = people(9)
  assert.deepEqual(marksOf(some.toReversed()).get(some[4] as AgentId), marksOf(some).get(some[4] as AgentId))
})
