import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { contrast } from '#client/colour.ts'
import { themeOf, themeSheet } from './theme.ts'

const colour = fc.nat(0xffffff).map((value) => `#${value.toString(16).padStart(6, '0')}`)

test('whatever colour a channel chooses, every text of the widget can be read on it (WCAG AA)', () => {
  fc.assert(
    fc.property(colour, (brand) => {
      const { light, dark } = themeOf(brand)
      for (const [theme, grounds] of [
        [light, ['#ffffff', '#f3f0ea']],
        [dark, ['#1e1d1a', '#2a2824']],
      ] as const) {
        for (const fill of ['brand', 'mine']) {
          assert.ok(contrast(theme[fill] ?? '', theme[`${fill}-ink`] ?? '') >= 4.5)
          assert.ok(contrast(theme[fill] ?? '', theme[`${fill}-soft`] ?? '') >= 4.5)
        }
        for (const ground of grounds) assert.ok(contrast(theme.accent ?? '', ground) >= 4.5)
      }
    }),
    { numRuns: 1_000 },
  )
})

test('the sheet declares both themes', () => {
  assert.match(
    themeSheet('#0f6b4f'),
    /^\.chat\{--brand:#0f6b4f;.*\}@media\(prefers-color-scheme:dark\)\{\.chat\{--brand:#/,
  )
})
