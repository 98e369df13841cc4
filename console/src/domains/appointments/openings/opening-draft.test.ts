import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openings as words } from '#words/fr/openings.ts'
import { draftOf, faultsOfDraft, mayEndNextDay, newDraft, onDate, repeating, wishOf } from './opening-draft.ts'

const opening = {
  kind: 'opening',
  from: '2026-11-23T09:00',
  to: '2026-11-23T12:00',
  rule: 'FREQ=WEEKLY;BYDAY=MO',
  label: '',
} as const
const faults = (draft: Parameters<typeof faultsOfDraft>[0]) =>
  Object.fromEntries(Object.entries(faultsOfDraft(draft, words.form.faults)).filter(([, fault]) => fault !== undefined))

test('what was saved is sent back as it was', () => {
  for (const wish of [
    opening,
    { ...opening, to: '2026-11-24T00:00' },
    { ...opening, from: '2026-11-23T22:00', to: '2026-11-24T02:00' },
    { ...opening, from: '2026-11-23T00:00', to: '2026-11-24T00:00', rule: null },
    {
      ...opening,
      kind: 'absence' as const,
      from: '2026-12-24T14:00',
      to: '2026-12-26T10:00',
      rule: null,
      label: 'Noël',
    },
    { ...opening, kind: 'absence' as const, from: '2026-12-24T00:00', to: '2027-01-02T00:00', rule: null },
  ])
    assert.deepEqual(wishOf(draftOf(wish)), wish)
})

test('an opening that ends before it begins is told, unless it ends the day after', () => {
  const draft = { ...draftOf(opening), fromTime: '22:00', toTime: '02:00' }
  assert.deepEqual(faults(draft), { toTime: words.form.faults.backwards })
  assert.equal(mayEndNextDay(draft), true)
  assert.deepEqual(faults({ ...draft, endsNextDay: true }), {})
  assert.equal(wishOf({ ...draft, endsNextDay: true }).to, '2026-11-24T02:00')
  assert.deepEqual(faults({ ...draft, toTime: '00:00' }), {}, 'midnight is the end of the day')
})

test('each thing that is missing or impossible is told where it stands', () => {
  const draft = draftOf(opening)
  assert.deepEqual(faults(draft), {})
  assert.deepEqual(Object.keys(faults({ ...draft, fromDate: '', fromTime: '', toTime: '' })), [
    'fromDate',
    'fromTime',
    'toTime',
  ])
  const weekly = (part: object) =>
    faults({ ...draft, repeat: { kind: 'weekly', every: 1, days: [0], ending: null, ...part } }).repeat
  assert.equal(weekly({}), undefined)
  assert.equal(weekly({ days: [] }), words.form.faults.days)
  assert.equal(weekly({ every: null }), words.form.faults.every(99))
  assert.equal(weekly({ ending: { until: '2026-11-22' } }), words.form.faults.until)
  assert.equal(weekly({ ending: { until: '2026-11-23' } }), undefined)
  assert.equal(weekly({ ending: { count: null } }), words.form.faults.count(999))
  const absence = { ...newDraft('absence', '2026-11-23'), toDate: '2026-11-22' }
  assert.deepEqual(faults(absence), { toDate: words.form.faults.backwards })
})

test('another day takes along what goes by it: the last day, and the one weekday it comes again on', () => {
  const tuesday = onDate(newDraft('opening', '2026-11-23'), '2026-11-24')
  assert.deepEqual(tuesday.repeat, { kind: 'weekly', every: 1, days: [1], ending: null })
  const chosen = {
    ...newDraft('opening', '2026-11-23'),
    repeat: { kind: 'weekly' as const, every: 1, days: [0, 3] as const, ending: null },
  }
  assert.deepEqual(onDate(chosen, '2026-11-24').repeat, chosen.repeat)
  assert.equal(
    onDate({ ...newDraft('absence', '2026-11-23'), toDate: '2026-11-27' }, '2026-11-30').toDate,
    '2026-12-04',
  )
})

test('a way to come again begins with what the day suggests', () => {
  const draft = { ...newDraft('absence', '2026-11-23') }
  assert.deepEqual(repeating('weekly', draft), { kind: 'weekly', every: 1, days: [0], ending: null })
  assert.deepEqual(repeating('monthly', draft), { kind: 'monthly', every: 1, on: { nth: 4, weekday: 0 }, ending: null })
  const last = repeating('monthly', { ...draft, fromDate: '2026-11-30' })
  assert.deepEqual(last, { kind: 'monthly', every: 1, on: { nth: -1, weekday: 0 }, ending: null })
})
