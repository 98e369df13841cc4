import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dateAt, dateOf, daysShown, firstDayIn, noonOf, stepFrom, weekNumber, weeksOfMonth } from './periods.ts'

const paris = 'Europe/Paris'

test('a view shows the days around one, and goes on by as many', () => {
  const shown = (view: 'day' | 'week' | 'list') =>
    daysShown(view, { zone: paris, at: noonOf(paris, '2026-11-25'), firstDay: 1 }).map(({ wall }) => dateOf(wall))
  assert.deepEqual(shown('day'), ['2026-11-25'])
  assert.deepEqual([shown('week')[0], shown('week').length], ['2026-11-23', 7])
  assert.equal(shown('list')[0], '2026-11-25')
  assert.equal(stepFrom('2026-11-25', 'day', 6), '2026-12-01')
  assert.equal(stepFrom('2026-11-25', 'week', -1), '2026-11-18')
  assert.equal(stepFrom('2026-11-25', 'list', 1), dateOf(Date.UTC(2026, 10, 25) + shown('list').length * 86_400_000))
})

test('noon is noon of that very day, from one edge of the world to the other', () => {
  for (const zone of [paris, 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu', 'Africa/Cairo'])
    for (const date of ['2026-11-25', '2026-03-29', '2026-10-25', '2026-04-24']) {
      assert.equal(dateAt(zone, noonOf(zone, date)), date, zone)
      assert.equal(
        new Intl.DateTimeFormat('fr', { timeZone: zone, timeStyle: 'short' }).format(noonOf(zone, date)),
        '12:00',
      )
    }
})

test('weeks are numbered as calendars print them', () => {
  const numberOf = (date: string) => weekNumber(Date.parse(date))
  assert.deepEqual(
    ['2026-11-25', '2026-01-01', '2027-01-03', '2027-01-04', '2024-12-30'].map(numberOf),
    [48, 1, 53, 1, 1],
  )
})

test('a month is drawn in whole weeks, as few as hold it', () => {
  const weeks = weeksOfMonth('2026-11-25', 1)
  assert.equal(dateOf(weeks[0]?.[0] ?? 0), '2026-10-26')
  assert.equal(weeks.length, 6)
  assert.equal(weeksOfMonth('2027-02-01', 1).length, 4)
  assert.equal(dateOf(weeksOfMonth('2026-11-25', 0)[0]?.[0] ?? 0), '2026-11-01')
})

test('weeks begin where the reader’s language begins them, else on Monday', () => {
  assert.equal(firstDayIn('fr-FR'), 1)
  assert.equal(firstDayIn('en-US'), 0)
  assert.equal(firstDayIn('not a tag'), 1)
})
