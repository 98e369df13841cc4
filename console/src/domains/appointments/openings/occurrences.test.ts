import assert from 'node:assert/strict'
import { test } from 'node:test'
import { occurrencesOf, ruleFault } from '#server/domains/appointments/slots/recurrence.ts'
import { occurrencesIn } from './occurrences.ts'

const at = (text: string) => Date.parse(`${text}Z`)
const dayMs = 86_400_000

const rules = [
  ...[
    'FREQ=DAILY',
    'FREQ=DAILY;INTERVAL=3',
    'FREQ=DAILY;COUNT=5',
    'FREQ=DAILY;UNTIL=20261210T080000',
    'FREQ=DAILY;BYMONTH=12',
  ],
  ...[
    'FREQ=WEEKLY',
    'FREQ=WEEKLY;BYDAY=MO,TH',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO',
    'FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,MO',
  ],
  ...[
    'FREQ=MONTHLY',
    'FREQ=MONTHLY;BYDAY=1MO',
    'FREQ=MONTHLY;BYDAY=-1FR',
    'FREQ=MONTHLY;BYMONTHDAY=-1',
    'FREQ=MONTHLY;INTERVAL=2',
  ],
  ...[
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1',
    'FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR',
    'FREQ=MONTHLY;BYDAY=2TU;COUNT=3',
  ],
  ...[
    'FREQ=YEARLY',
    'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
    'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH',
  ],
]
/** A Wednesday, a last day of a month, a leap day. */
const starts = ['2025-11-26T09:00', '2025-12-31T22:30', '2024-02-29T08:15'].map(at)

test('a week shows what the server works out, whatever the rule', () => {
  let shown = 0
  for (const rule of rules)
    for (const from of starts) {
      if (ruleFault(rule, { start: from, minutes: 180, now: from }) !== null) continue
      for (let week = 0; week < 130; week += 3) {
        const window = {
          from: at('2026-01-05T00:00') + week * 7 * dayMs,
          to: at('2026-01-12T00:00') + week * 7 * dayMs,
        }
        const told = occurrencesIn({ from, to: from + 180 * 60_000, rule }, window)
        assert.deepEqual(
          told,
          occurrencesOf({ start: from, minutes: 180, rule }, window),
          `${rule} from ${new Date(from).toISOString()}`,
        )
        shown += told.length
      }
    }
  assert.ok(shown > 1_000, 'control: there was something to be seen')
})

test('what is once is there in the weeks it lasts through', () => {
  const holidays = { from: at('2026-07-30T00:00'), to: at('2026-08-17T00:00'), rule: null }
  const inWeek = (monday: string) => occurrencesIn(holidays, { from: at(monday), to: at(monday) + 7 * dayMs }).length
  assert.deepEqual(
    ['2026-07-20T00:00', '2026-07-27T00:00', '2026-08-10T00:00', '2026-08-17T00:00'].map(inWeek),
    [0, 1, 1, 0],
  )
})
