import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isQuiet, isTold } from '#contract/quiet-hours.ts'
import { proposedSettings, wholeSettings } from './settings.ts'

const nights = { from: '22:00', to: '07:30', timeZone: 'Europe/Paris', days: [1, 2, 3, 4, 5] }

test('quiet hours go over midnight, by the clock of the person', () => {
  // In January Paris is an hour ahead. 2026-01-05 is a Monday.
  for (const [instant, quiet] of [
    ['2026-01-05T20:59:00Z', false], // Monday 21:59
    ['2026-01-05T21:00:00Z', true], // Monday 22:00
    ['2026-01-06T06:29:00Z', true], // Tuesday 07:29, of Monday's night
    ['2026-01-06T06:30:00Z', false], // Tuesday 07:30
    ['2026-01-10T06:00:00Z', true], // Saturday 07:00, of Friday's night
    ['2026-01-10T22:00:00Z', false], // Saturday 23:00: no night begins on a Saturday
    ['2026-01-05T05:00:00Z', false], // Monday 06:00, of Sunday's night
  ] as const)
    assert.equal(isQuiet(nights, new Date(instant)), quiet, instant)
})

test('the same hours follow the clock into summer', () => {
  assert.equal(isQuiet(nights, new Date('2026-07-06T20:00:00Z')), true, 'Monday 22:00 in summer')
  assert.equal(isQuiet(nights, new Date('2026-07-06T19:59:00Z')), false)
})

test('hours within one day hold on their days alone', () => {
  const lunch = { from: '12:00', to: '13:00', timeZone: 'UTC', days: [7] }
  assert.equal(isQuiet(lunch, new Date('2026-01-11T12:30:00Z')), true, 'Sunday')
  assert.equal(isQuiet(lunch, new Date('2026-01-11T13:00:00Z')), false)
  assert.equal(isQuiet(lunch, new Date('2026-01-12T12:30:00Z')), false, 'Monday')
})

test('what is switched off is not told, and nothing is while it is quiet', () => {
  const now = new Date('2026-01-05T22:00:00Z')
  const told = (settings: typeof proposedSettings) => isTold(settings, { kind: 'message', way: 'push', now })
  assert.equal(told(proposedSettings), true)
  assert.equal(told({ ...proposedSettings, quietHours: nights }), false)
  const message = { sound: true, desktop: true, push: false }
  assert.equal(told({ ...proposedSettings, ways: { ...proposedSettings.ways, message } }), false)
})

test('kinds that came after somebody chose are as the product proposes them', () => {
  const silent = { sound: false, desktop: false, push: false }
  const { mention: _, ...earlier } = { ...proposedSettings.ways, message: silent }
  const stored = { ways: earlier as typeof proposedSettings.ways, quietHours: null }
  assert.deepEqual(wholeSettings(stored).ways, { ...proposedSettings.ways, message: silent })
  assert.deepEqual(wholeSettings(undefined), proposedSettings)
})
