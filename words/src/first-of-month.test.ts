import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withFirst } from './first-of-month.ts'

const date = { weekday: 'long', day: 'numeric', month: 'long' } as const
const written = (tag: string, day: string, options: Intl.DateTimeFormatOptions = date) =>
  withFirst(new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }).format(new Date(day)), tag)

test('in French a month begins on its « 1er », and no other day or hour is called so', () => {
  assert.equal(written('fr-FR', '2026-12-01'), 'mardi 1er décembre')
  assert.equal(written('fr-CA', '2026-12-01', { ...date, month: 'short' }), 'mardi 1er déc.')
  assert.equal(written('fr', '2026-12-21'), 'lundi 21 décembre')
  assert.equal(written('fr', '2026-12-11'), 'vendredi 11 décembre')
  assert.match(written('fr-CA', '2026-12-02T01:00Z', { ...date, hour: 'numeric' }), /^mercredi 2 décembre à .*1 h$/)
  assert.equal(written('en-GB', '2026-12-01'), 'Tuesday 1 December')
  const [from, to] = [new Date('2026-11-25'), new Date('2026-12-01')]
  assert.match(
    withFirst(
      new Intl.DateTimeFormat('fr', { day: 'numeric', month: 'long', year: 'numeric' }).formatRange(from, to),
      'fr',
    ),
    /^25 novembre.*1er décembre 2026$/,
  )
})
