import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysFrom, instantAt, minuteOf, weekOf } from './days.ts'

const paris = 'Europe/Paris'
const at = (text: string) => Date.parse(text)
const hours = ({ from, to }: { from: number; to: number }) => (to - from) / 3_600_000

test('a week is seven days from Monday, by the clocks of the zone', () => {
  const week = weekOf(paris, at('2026-11-25T10:00:00Z'))
  assert.equal(new Date(week[0]?.from ?? 0).toISOString(), '2026-11-22T23:00:00.000Z')
  assert.equal(week.length, 7)
  const late = weekOf(paris, at('2026-11-29T23:30:00Z'))
  assert.equal(new Date(late[0]?.from ?? 0).toISOString(), '2026-11-29T23:00:00.000Z', 'there it is Monday already')
  assert.equal(new Date(weekOf(paris, at('2026-11-25T10:00:00Z'), 0)[0]?.wall ?? 0).getUTCDay(), 0)
})

test('days have as many hours as clocks give them', () => {
  const [short] = daysFrom(paris, at('2026-03-29T12:00:00Z'), 1)
  const [long] = daysFrom(paris, at('2026-10-25T12:00:00Z'), 1)
  assert.ok(short && long)
  assert.deepEqual([hours(short), hours(long)], [23, 25])
  const [late] = daysFrom('Africa/Cairo', at('2026-04-24T12:00:00Z'), 1)
  assert.ok(late)
  assert.equal(hours(late), 23, 'it begins at one')
})

test('nine is drawn at nine on either side of a change, and comes back as what it was', () => {
  for (const date of ['2026-03-29', '2026-06-01', '2026-10-25']) {
    const [day] = daysFrom(paris, at(`${date}T12:00:00Z`), 1)
    assert.ok(day)
    const nine = instantAt(paris, day, 540)
    assert.equal(minuteOf(paris, day, nine), 540)
    assert.equal(new Intl.DateTimeFormat('fr', { timeZone: paris, timeStyle: 'short' }).format(nine), '09:00')
  }
  const [spring] = daysFrom(paris, at('2026-03-29T12:00:00Z'), 1)
  assert.ok(spring)
  const skipped = instantAt(paris, spring, 150)
  assert.equal(minuteOf(paris, spring, skipped), 180, 'half past two is not there')
  assert.equal(minuteOf(paris, spring, spring.to), 1_440)
})
