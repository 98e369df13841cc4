import assert from 'node:assert/strict'
import { test } from 'node:test'
import { times } from '#contract/limits.ts'
import type { Rating } from '../conversation.ts'
import { isRateable } from './rating.ts'

const closedAt = new Date('2026-11-23T10:00:00.000Z')
const after = (ms: number) => new Date(closedAt.getTime() + ms)
const closed = (rating: Rating | null) => ({ stateSince: closedAt, closing: { seq: 7, rating } })

test('a closing is rated within a week, and rated otherwise within a day of the first rating', () => {
  assert.equal(isRateable(closed(null), after(times.rateableMs - 1)), true)
  assert.equal(isRateable(closed(null), after(times.rateableMs)), false)

  const late = after(times.rateableMs - 1)
  const rated = closed({ score: 2, word: '', ratedAt: late.toISOString(), version: 1 })
  assert.equal(isRateable(rated, after(times.rateableMs + times.ratingChangeableMs - 2)), true, 'its own day counts')
  assert.equal(isRateable(rated, after(times.rateableMs + times.ratingChangeableMs - 1)), false)
})

test('what is not closed is not rated', () => {
  assert.equal(isRateable({ stateSince: closedAt, closing: null }, closedAt), false)
})
