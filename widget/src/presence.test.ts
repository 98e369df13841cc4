import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Greeting } from '#contract/visitors.ts'
import { askAgainMs, isHidden } from './presence.ts'

const at = (state: Greeting['state'], whenNobody: Greeting['whenNobody']) => ({ state, whenNobody, changesAt: null })

test('[C9] nothing is shown while paused, nor while nobody is there and that is what the channel wants', () => {
  assert.equal(isHidden(at('answering', 'hidden')), false)
  assert.equal(isHidden(at('closed', 'hidden')), true)
  assert.equal(isHidden(at('absent', 'hidden')), true)
  assert.equal(isHidden(at('closed', 'form')), false)
  assert.equal(isHidden(at('absent', 'questionnaire')), false)
  assert.equal(isHidden(at('paused', 'form')), true)
})

test('[C9] it is asked again at the edge of the opening hours, within what a timer can wait, and never in a rush', () => {
  const now = Date.parse('2026-11-23T08:00:00.000Z')
  const edge = (changesAt: string | null, atMostMs?: number) => askAgainMs({ changesAt }, now, atMostMs)
  assert.equal(edge('2026-11-23T09:00:00.000Z'), 3_600_000)
  assert.equal(edge('2026-11-23T09:00:00.000Z', 300_000), 300_000)
  assert.equal(edge('2027-03-01T09:00:00.000Z'), 2 ** 31 - 1, 'a longer timer would fire at once')
  assert.equal(edge(null), 2 ** 31 - 1)
  assert.equal(edge('2026-11-23T07:59:00.000Z'), 5_000, 'a clock that is ahead of the server')
})
