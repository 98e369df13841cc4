import assert from 'node:assert/strict'
import { StartRefusal, type StartRefusalCode } from '../platform/config/start-refusal.ts'

/** For `assert.rejects`: this refusal, with these words, and with a remedy. */
export const isStartRefusal = (code: StartRefusalCode, words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof StartRefusal, String(error))
  assert.equal(error.code, code)
  assert.match(error.message, words)
  assert.notEqual(error.remedy, '')
  return true
}
