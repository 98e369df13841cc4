import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { contrast, inkOn, legibleOn, mix } from './colour.ts'

const colour = fc.nat(0xffffff).map((value) => `#${value.toString(16).padStart(6, '0')}`)

test('contrast is WCAG’s', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21)
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48')
})

test('the ink of any fill can be read, and is white where white can be', () => {
  fc.assert(
    fc.property(colour, (fill) => {
      assert.ok(contrast(inkOn(fill), fill) >= 4.5)
      if (contrast('#ffffff', fill) >= 4.5) assert.equal(inkOn(fill), '#ffffff')
    }),
    { numRuns: 2_000 },
  )
})

test('any colour can be made legible on light and dark grounds', () => {
  fc.assert(
    fc.property(colour, fc.constantFrom('#ffffff', '#1e1d1a', '#f3f0ea', '#2a2824'), (colour, ground) => {
      assert.ok(contrast(legibleOn(ground, colour), ground) >= 4.5)
    }),
    { numRuns: 2_000 },
  )
})

test('a mixture lies between, and is a colour', () => {
  assert.equal(mix('#000000', '#ffffff', 0.5), '#808080')
  fc.assert(
    fc.property(colour, colour, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, share) => {
      assert.match(mix(one, other, share), /^#[0-9a-f]{6}$/)
    }),
  )
})
