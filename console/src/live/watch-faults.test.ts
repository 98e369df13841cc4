import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeCell } from './cell.ts'
import { watchFaults } from './watch-faults.ts'

/** Answers one after the other: a status, or nobody. */
const answering = (answers: (number | 'nobody')[]): typeof fetch => {
  const left = [...answers]
  return async () => {
    const next = left.shift() ?? 'nobody'
    if (next === 'nobody') throw new TypeError('Failed to fetch')
    return new Response('{}', { status: next })
  }
}

test('[D5] a server that answers with a fault is told from no server at all', async () => {
  const failing = makeCell(false)
  const ask = watchFaults(answering([500, 200, 'nobody', 502, 404]), failing)
  const tell = async () => {
    await ask('/api/v1/inbox').catch(() => {})
    return failing.read()
  }
  assert.equal(await tell(), true, 'it is there, and says that something is wrong')
  assert.equal(await tell(), true, 'another door that answers says nothing of this one')
  assert.equal(await tell(), false, 'no answer: the network, as far as anybody can tell')
  assert.equal(await tell(), true, 'a proxy in front of it is an answer too')
  assert.equal(await tell(), true)
})

test('what the page itself gave up tells nothing of the server', async () => {
  const failing = makeCell(true)
  const given = new AbortController()
  given.abort()
  await watchFaults(answering(['nobody']), failing)('/', { signal: given.signal }).catch(() => {})
  assert.equal(failing.read(), true)
})
