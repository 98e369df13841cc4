import assert from 'node:assert/strict'
import { test } from 'node:test'
import { words as english } from '#words/en/console.ts'
import { words as french } from '#words/fr/console.ts'
import { formatClock, formatDuration, formatRelative } from './format-time.ts'

const now = new Date(2026, 10, 24, 14, 12, 0)
const ago = (ms: number) => new Date(now.getTime() - ms)
const minute = 60_000
const hour = 60 * minute
const fr = (at: Date) => formatRelative(at, now, 'fr', french.ui.time).replaceAll(/\s/g, ' ')
const en = (at: Date) => formatRelative(at, now, 'en', english.ui.time)

test('what just happened is just now, a clock a little ahead included', () => {
  assert.equal(fr(ago(20_000)), 'à l’instant')
  assert.equal(fr(ago(-2_000)), 'à l’instant')
})

test('minutes and hours are counted, days have their name', () => {
  assert.equal(fr(ago(12 * minute)), 'il y a 12 min')
  assert.equal(fr(ago(59.7 * minute)), 'il y a 1 h')
  assert.equal(fr(ago(24 * hour)), 'hier')
  assert.equal(fr(ago(41 * 24 * hour)), 'il y a 41 jours')
  assert.equal(en(ago(-3 * 24 * hour)), 'in 3 days')
})

test('long ago is a date, with its year when it is another', () => {
  assert.equal(fr(ago(73 * 24 * hour)), '12 sept.')
  assert.equal(fr(ago(400 * 24 * hour)), '20 oct. 2025')
})

test('a list says the hour today, and yesterday even when it is minutes past midnight', () => {
  const midnight = new Date(2026, 10, 24, 0, 5, 0)
  assert.equal(formatClock(ago(2 * minute), now, 'fr', french.ui.time), '14:10')
  assert.equal(formatClock(new Date(2026, 10, 23, 23, 58), midnight, 'fr', french.ui.time), 'hier')
})

test('a duration is never more than it is, nor negative', () => {
  assert.equal(formatDuration(6 * minute + 59_000, french.ui.time), '6 min')
  assert.equal(formatDuration(6.9 * 24 * hour, french.ui.time), '6 jours')
  assert.equal(formatDuration(-5, french.ui.time), '0 s')
})
