import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { toJson } from './json.ts'

test('plain values are written as JSON.stringify writes them', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => assert.equal(toJson(value), JSON.stringify(value))))
  assert.equal(toJson({ a: undefined, b: 1 }), '{"b":1}')
})

test('a page that gives arrays a toJSON changes nothing', () => {
  const polluted = Array.prototype as { toJSON?: () => string }
  polluted.toJSON = () => 'broken'
  try {
    assert.notEqual(JSON.stringify([1]), '[1]', 'the pollution would have been seen')
    assert.equal(toJson({ cursors: [{ since: 1 }] }), '{"cursors":[{"since":1}]}')
  } finally {
    delete polluted.toJSON
  }
})
