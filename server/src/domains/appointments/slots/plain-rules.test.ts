import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { RRuleTemporal } from 'rrule-temporal'
import { dayMs } from '#contract/wall-clock.ts'
import { plainStarts } from './plain-rules.ts'

const at = (text: string) => Date.parse(`${text}Z`)
const compact = (wall: number) => new Date(wall).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')

/** The same by a library that knows the whole of RFC 5545. */
const byLibrary = (rule: string, start: number, window: { from: number; to: number }) =>
  new RRuleTemporal({ rruleString: `DTSTART:${compact(start)}\nRRULE:${rule}`, strict: true })
    .between(new Date(window.from), new Date(window.to), true)
    .map(({ epochMilliseconds }) => epochMilliseconds)

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const minutes = fc.integer({ min: 0, max: 3 * 366 * 1_440 }).map((count) => at('2026-01-01T00:00') + count * 60_000)

test('plain rules happen when the standard says, from whatever beginning and in whatever window', () => {
  let found = 0
  fc.assert(
    fc.property(
      fc.constantFrom('DAILY', 'WEEKLY'),
      fc.option(fc.integer({ min: 1, max: 9 })),
      fc.option(fc.uniqueArray(fc.constantFrom(...days), { minLength: 1 })),
      fc.option(fc.constantFrom(...days)),
      fc.option(minutes),
      minutes,
      minutes,
      fc.integer({ min: 0, max: 70 }),
      (freq, interval, on, weekStart, until, start, from, length) => {
        const rule = [
          `FREQ=${freq}`,
          ...(interval ? [`INTERVAL=${interval}`] : []),
          ...(on ? [`BYDAY=${on.join(',')}`] : []),
          ...(weekStart ? [`WKST=${weekStart}`] : []),
          ...(until !== null ? [`UNTIL=${compact(until)}`] : []),
        ].join(';')
        const window = { from, to: from + length * dayMs }
        const starts = plainStarts(rule, start, window)
        assert.deepEqual(starts, byLibrary(rule, start, window), rule)
        found += starts?.length ?? 0
      },
    ),
    { numRuns: 300 },
  )
  assert.ok(found > 300, 'control: some of them happen')
})

test('other rules are left to the library', () => {
  const window = { from: at('2026-01-01T00:00'), to: at('2027-01-01T00:00') }
  for (const rule of [
    ...[
      'FREQ=DAILY;COUNT=3',
      'FREQ=WEEKLY;BYDAY=1MO',
      'FREQ=MONTHLY',
      'FREQ=WEEKLY;BYMONTH=3',
      'FREQ=DAILY;BYSETPOS=1',
    ],
    ...['FREQ=DAILY;UNTIL=20269999T999999', 'FREQ=YEARLY;BYDAY=MO', ''],
  ])
    assert.equal(plainStarts(rule, window.from, window), null, rule)
})
