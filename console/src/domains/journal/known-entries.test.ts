import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { JournalEntry } from '#contract/journal.ts'
import { type KnownEntries, withNewest, withOlder } from './known-entries.ts'

const entry = (minute: number): JournalEntry => ({
  // Made up for a test.
  id: `00000000-0000-7000-8000-${String(minute).padStart(12, '0')}` as JournalEntry['id'],
  at: new Date(Date.UTC(2026, 10, 22, 12, minute)).toISOString(),
  act: 'sign-in',
  actor: { kind: 'system', id: null, name: '' },
  apiKey: null,
  address: null,
  userAgent: null,
  target: null,
  before: null,
  after: null,
  refusal: null,
})
const page = (minutes: number[], more = false): KnownEntries => ({ entries: minutes.map(entry), more })
const minutesOf = ({ entries }: KnownEntries) => entries.map(({ at }) => new Date(at).getUTCMinutes())

test('what came is put before what was known, and what was known stays', () => {
  const known = withOlder(page([5, 4], true), page([3, 2]))
  const now = withNewest(known, page([7, 6, 5], true))
  assert.deepEqual([minutesOf(now), now.more], [[7, 6, 5, 4, 3, 2], false])
  assert.equal(withNewest(now, page([7, 6])), now, 'nothing new draws nothing anew')
})

test('an entry that was written late takes its place', () => {
  assert.deepEqual(minutesOf(withNewest(page([7, 5]), page([7, 6, 5]))), [7, 6, 5])
})

test('where the newest page no longer meets what was known, it takes its place: no gap stays unseen', () => {
  const now = withNewest(page([3, 2, 1]), page([59, 58], true))
  assert.deepEqual([minutesOf(now), now.more], [[59, 58], true])
})
