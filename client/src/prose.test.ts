import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { limits } from '#contract/limits.ts'
import { MessageText } from '#contract/messages.ts'
import { Line } from '#contract/text.ts'
import { charactersLeft, cleanLine, cleanProse } from './prose.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.nat(0xffff), { maxLength: 50 }).map((codes) => String.fromCharCode(...codes)),
)

test('what is cleaned is what the server stores: no text of a person is refused for its signs', () => {
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

test('a cleaned line, a page’s title, is one the server takes', () => {
  const title = Line(limits.pageTitleLength, 0)
  fc.assert(
    fc.property(
      fc.oneof(
        text,
        text.map((text) => text.repeat(20)),
      ),
      (typed) => {
        assert.ok(title.safeParse(cleanLine(typed, limits.pageTitleLength)).success)
      },
    ),
    { numRuns: 2_000 },
  )
  assert.equal(cleanLine(' Thés\n\u202e et  céramiques ', 300), 'Thés  et  céramiques')
})
