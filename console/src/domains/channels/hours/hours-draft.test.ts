import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftOf, faultsIn, hoursOf, newInterval, nextInterval } from './hours-draft.ts'

const hours = {
  opens: 'by-hours' as const,
  zone: 'Europe/Paris',
  week: [[{ fromMinute: 540, toMinute: 1_440 }], [], [], [], [], [], []],
  closedDays: [],
}
const day = (...intervals: [string, string][]) => ({ week: [intervals.map(([from, to]) => newInterval(from, to))] })

test('[C9] hours are shown by the clock, midnight at the end of a day as 00:00, and saved as they were', () => {
  const draft = draftOf(hours)
  assert.deepEqual(
    draft.week[0]?.map(({ from, to }) => [from, to]),
    [['09:00', '00:00']],
  )
  assert.deepEqual(hoursOf(draft), hours)
})

test('[C9] times that are missing, backwards or overlapping are marked where they stand', () => {
  assert.deepEqual(faultsIn(day(['09:00', '12:00'], ['14:00', '00:00'])), [])
  assert.deepEqual(faultsIn(day(['09:00', '12:00'], ['', '18:00'])), [{ day: 0, interval: 1, is: 'missing' }])
  assert.deepEqual(faultsIn(day(['12:00', '09:00'])), [{ day: 0, interval: 0, is: 'backwards' }])
  assert.deepEqual(faultsIn(day(['09:00', '12:00'], ['11:00', '13:00'])), [{ day: 0, interval: 1, is: 'overlap' }])
})

test('[C9] a channel that is always open is saved whatever its unused hours look like', () => {
  const draft = { ...draftOf(hours), opens: 'always' as const }
  const untidy = { ...draft, week: [[newInterval('', ''), ...(draft.week[0] ?? [])], [], [], [], [], [], []] }
  assert.deepEqual(hoursOf(untidy).week[0], hours.week[0])
})

test('[C9] the next interval is a morning, an afternoon, then what follows', () => {
  const next = (...intervals: [string, string][]) => {
    const { from, to } = nextInterval(day(...intervals).week[0] ?? [])
    return [from, to]
  }
  assert.deepEqual(next(), ['09:00', '12:00'])
  assert.deepEqual(next(['09:00', '12:00']), ['14:00', '18:00'])
  assert.deepEqual(next(['09:00', '17:00']), ['17:00', ''])
})
