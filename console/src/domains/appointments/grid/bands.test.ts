import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bandOf, gapsOf, placeOf } from './bands.ts'
import { daysFrom } from './days.ts'

const paris = 'Europe/Paris'
const at = (text: string) => Date.parse(text)
const dayAt = (text: string) => {
  const [day] = daysFrom(paris, at(text), 1)
  assert.ok(day)
  return day
}

test('a span is drawn where it meets a day, and as long as it does', () => {
  const day = dayAt('2026-11-25T12:00:00Z')
  const band = (from: string, to: string) => bandOf(paris, day, { from: at(from), to: at(to) })
  assert.deepEqual(band('2026-11-25T09:00:00Z', '2026-11-25T10:30:00Z'), { from: 600, to: 690 })
  assert.deepEqual(band('2026-11-24T21:00:00Z', '2026-11-25T00:30:00Z'), { from: 0, to: 90 })
  assert.deepEqual(band('2026-11-25T22:00:00Z', '2026-11-27T00:00:00Z'), { from: 1_380, to: 1_440 })
  assert.equal(band('2026-11-24T21:00:00Z', '2026-11-24T23:00:00Z'), null, 'it ends as the day begins')
})

test('a night of 25 hours draws what is in the hour that comes twice, however short', () => {
  const night = dayAt('2026-10-25T12:00:00Z')
  const twice = { from: at('2026-10-25T00:45:00Z'), to: at('2026-10-25T01:15:00Z') }
  assert.deepEqual(bandOf(paris, night, twice, 20), { from: 165, to: 185 })
})

test('what is left of a day is what no band covers', () => {
  assert.deepEqual(gapsOf([]), [{ from: 0, to: 1_440 }])
  assert.deepEqual(
    gapsOf([
      { from: 540, to: 720 },
      { from: 780, to: 1_440 },
    ]),
    [
      { from: 0, to: 540 },
      { from: 720, to: 780 },
    ],
  )
  assert.deepEqual(placeOf({ from: 360, to: 720 }), { top: '25%', height: '25%' })
})
