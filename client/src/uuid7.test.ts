import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import { ClientMessageId } from '#contract/ids.ts'
import { uuid7 } from './uuid7.ts'

test('an id is one the contract accepts, of version 7', () => {
  assert.ok(ClientMessageId.safeParse(uuid7()).success)
  assert.ok(z.uuidv7().safeParse(uuid7()).success)
})

test('an id carries the time it was made at', () => {
  const now = Date.now() + 60_000
  const id = uuid7(now)
  assert.equal(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16), now)
})

test('[D6] ids sort in the order they were made: in one millisecond, past its counter, and when the clock steps back', () => {
  const now = Date.now() + 120_000
  const ids = Array.from({ length: 10_000 }, (_, index) => uuid7(index % 3 === 0 ? now - 5_000 : now))
  assert.deepEqual(ids.toSorted(), ids)
  assert.equal(new Set(ids).size, ids.length)
})
