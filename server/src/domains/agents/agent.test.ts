import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDormant, isRestorable, isSeenAnew } from './agent.ts'

const now = new Date('2026-03-31T08:00:00Z')
const secondMs = 1_000
const hourMs = 60 * 60 * secondMs
const dayMs = 24 * hourMs
const ago = (ms: number) => new Date(now.getTime() - ms)
const nobody = { lastSignInAt: null, lastSeenAt: null, createdAt: ago(365 * dayMs) }

test('[A7] thirty days after the last sign-in somebody is dormant, to the second', () => {
  assert.equal(isDormant({ ...nobody, lastSignInAt: ago(30 * dayMs - secondMs) }, now), false)
  assert.equal(isDormant({ ...nobody, lastSignInAt: ago(30 * dayMs) }, now), true)
  assert.equal(isDormant({ ...nobody, lastSignInAt: ago(30 * dayMs + secondMs) }, now), true)
})

test('[A7] the last use of a session counts as the last sign-in does, whichever is later', () => {
  const longAgo = ago(90 * dayMs)
  assert.equal(isDormant({ ...nobody, lastSignInAt: longAgo, lastSeenAt: ago(dayMs) }, now), false)
  assert.equal(isDormant({ ...nobody, lastSignInAt: ago(dayMs), lastSeenAt: longAgo }, now), false)
  assert.equal(isDormant({ ...nobody, lastSignInAt: longAgo, lastSeenAt: ago(30 * dayMs) }, now), true)
})

test('[A7] somebody who was added and never came counts from then', () => {
  assert.equal(isDormant({ ...nobody, createdAt: ago(29 * dayMs) }, now), false)
  assert.equal(isDormant({ ...nobody, createdAt: ago(30 * dayMs) }, now), true)
})

test('somebody is seen anew once an hour', () => {
  assert.equal(isSeenAnew({ lastSeenAt: null }, now), true)
  assert.equal(isSeenAnew({ lastSeenAt: ago(hourMs - secondMs) }, now), false)
  assert.equal(isSeenAnew({ lastSeenAt: ago(hourMs) }, now), true)
})

test('[A6] somebody who was removed can be brought back for thirty days, and no second longer', () => {
  assert.equal(isRestorable({ removedAt: ago(30 * dayMs - secondMs) }, now), true)
  assert.equal(isRestorable({ removedAt: ago(30 * dayMs) }, now), false)
  assert.equal(isRestorable({ removedAt: null }, now), false)
})
