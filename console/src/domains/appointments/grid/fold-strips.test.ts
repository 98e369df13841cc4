import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AgentId } from '#contract/ids.ts'
import { foldStrips, type StripOfDay } from './fold-strips.ts'

const strip = (number: number, from = 540, to = 720): StripOfDay => ({
  key: String(number),
  agentId: `agent ${number}` as AgentId,
  label: `agent ${number}`,
  isBusy: false,
  band: { from, to },
})
const labels = (strips: readonly StripOfDay[]) =>
  foldStrips(strips, (count) => `${count} more`).map(({ label }) => label)

test('four who are away at once stand side by side', () => {
  const placed = foldStrips(
    [1, 2, 3, 4].map((number) => strip(number)),
    String,
  )
  assert.deepEqual(
    placed.map(({ place }) => place.column),
    [0, 1, 2, 3],
  )
})

test('of two hundred three are shown, and how many others', () => {
  const many = Array.from({ length: 200 }, (_, number) => strip(number))
  assert.deepEqual(labels(many), ['agent 0', 'agent 1', 'agent 2', '197 more'])
  assert.ok(foldStrips(many, String).every(({ place }) => place.columns === 4))
})

test('the rest is as long as all that it stands for', () => {
  const away = [strip(1), strip(2), strip(3), strip(4, 600, 660), strip(5, 660, 1_200), strip(6, 560, 700)]
  const rest = foldStrips(away, String).at(-1)
  assert.deepEqual(rest?.band, { from: 560, to: 1_200 })
  assert.equal(rest?.agentId, null)
})
