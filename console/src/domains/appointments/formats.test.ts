import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spanOf } from './formats.ts'

const [tag, zone] = ['fr-FR', 'Europe/Paris']

test('an appointment is said by its day and hours, by the clocks of the reader; over midnight by both days', () => {
  const morning = { startsAt: '2026-11-25T09:00:00.000Z', endsAt: '2026-11-25T10:30:00.000Z' }
  assert.match(spanOf(morning, { tag, zone }), /^mercredi 25 novembre, 10:00.*11:30$/)
  assert.match(spanOf(morning, { tag, zone: 'Asia/Tokyo' }), /^mercredi 25 novembre, 18:00.*19:30$/)
  const night = { startsAt: '2026-11-25T22:30:00.000Z', endsAt: '2026-11-25T23:30:00.000Z' }
  assert.match(spanOf(night, { tag, zone }), /^mercredi 25 novembre à 23:30.*jeudi 26 novembre à 00:30$/)
})
