import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { limits } from '#contract/limits.ts'
import { MessageText } from '#contract/messages.ts'
import { charactersLeft, cleanProse } from './prose.ts'

test('what is cleaned is what the server stores: no text of a person is refused for its signs', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.nat(0xffff), { maxLength: 50 }).map((codes) => String.fromCharCode(...codes)),
  )
  fc.assert(
    fc.property(text, (typed) => {
      const cleaned = cleanProse(typed)
      if (cleaned.length === 0) return
      assert.equal(MessageText.parse(cleaned), cleaned)
    }),
    { numRuns: 2_000 },
  )
})

test('lines, tabs and the marks of right-to-left languages stay; turning the text around does not', () => {
  assert.equal(cleanProse(' a\r\nb\tc\rd \u200fשלום '), 'a\nb\tc\nd \u200fשלום')
  assert.equal(cleanProse('invoice\u202egpj.exe\u0000'), 'invoicegpj.exe')
})

test('the count of what is left is the server’s own', () => {
  assert.equal(charactersLeft('x'.repeat(limits.messageLength)), 0)
  assert.equal(charactersLeft(` ${'x'.repeat(limits.messageLength + 1)} `), -1)
  assert.equal(MessageText.safeParse('x'.repeat(limits.messageLength + 1)).success, false)
})
