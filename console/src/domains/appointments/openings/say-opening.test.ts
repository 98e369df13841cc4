import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openings as english } from '#words/en/openings.ts'
import { openings as french } from '#words/fr/openings.ts'
import { sayOpening } from './say-opening.ts'

const opening = { kind: 'opening', from: '2026-11-23T09:00', to: '2026-11-23T12:30', rule: null, label: '' } as const
const fr = (part: Partial<Parameters<typeof sayOpening>[0]>) =>
  sayOpening({ ...opening, ...part }, { tag: 'fr', words: french.say })
const en = (part: Partial<Parameters<typeof sayOpening>[0]>) =>
  sayOpening({ ...opening, ...part }, { tag: 'en-GB', words: english.say })

test('a repetition is said as people say it, in French', () => {
  assert.equal(fr({}), 'Le lundi 23 novembre 2026, de 09:00 à 12:30')
  assert.equal(fr({ rule: 'FREQ=DAILY;COUNT=5' }), 'Tous les jours, de 09:00 à 12:30, 5 fois')
  assert.equal(fr({ rule: 'FREQ=WEEKLY;BYDAY=MO,TH' }), 'Chaque semaine, le lundi et le jeudi, de 09:00 à 12:30')
  assert.equal(
    fr({ rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20261231T235959' }),
    'Chaque semaine, du lundi au vendredi, de 09:00 à 12:30, jusqu’au jeudi 31 décembre 2026',
  )
  assert.equal(fr({ rule: 'FREQ=WEEKLY;INTERVAL=2' }), 'Toutes les 2 semaines, le lundi, de 09:00 à 12:30')
  assert.equal(fr({ rule: 'FREQ=MONTHLY;BYDAY=1MO' }), 'Chaque mois, le premier lundi, de 09:00 à 12:30')
  assert.equal(fr({ rule: 'FREQ=MONTHLY;BYMONTHDAY=-1' }), 'Chaque mois, le dernier jour, de 09:00 à 12:30')
  assert.equal(fr({ rule: 'FREQ=MONTHLY;BYMONTHDAY=1' }), 'Chaque mois, le 1er, de 09:00 à 12:30')
  assert.equal(fr({ rule: 'FREQ=YEARLY' }), 'Chaque année, le 23 novembre, de 09:00 à 12:30')
  assert.equal(fr({ rule: 'FREQ=DAILY;BYMONTH=7' }), 'Selon une règle particulière, de 09:00 à 12:30')
})

test('the same in English', () => {
  assert.equal(en({ rule: 'FREQ=WEEKLY;BYDAY=MO,TH' }), 'Every week on Monday and Thursday, 09:00 to 12:30')
  assert.equal(en({ rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE' }), 'Every week, Monday to Wednesday, 09:00 to 12:30')
  assert.equal(en({ rule: 'FREQ=MONTHLY;BYDAY=-1FR' }), 'Every month on the last Friday, 09:00 to 12:30')
  assert.equal(en({ rule: 'FREQ=MONTHLY;BYMONTHDAY=23' }), 'Every month on the 23rd, 09:00 to 12:30')
  assert.equal(en({ rule: 'FREQ=YEARLY;INTERVAL=2;COUNT=1' }), 'Every 2 years on 23 November, 09:00 to 12:30, once')
})

test('an absence is said by its days, or by its times where it begins or ends within a day', () => {
  const absence = { kind: 'absence' } as const
  assert.equal(
    fr({ ...absence, from: '2026-12-24T00:00', to: '2026-12-25T00:00' }),
    'Le jeudi 24 décembre 2026, toute la journée',
  )
  assert.equal(
    fr({ ...absence, from: '2026-12-24T00:00', to: '2027-01-02T00:00' }),
    'Du jeudi 24 décembre 2026 au vendredi 1er janvier 2027',
  )
  assert.equal(
    fr({ ...absence, from: '2026-12-24T14:00', to: '2026-12-26T10:00' }),
    'Du jeudi 24 décembre 2026 à 14:00 au samedi 26 décembre 2026 à 10:00',
  )
  assert.equal(
    fr({ from: '2026-11-23T22:00', to: '2026-11-24T02:00' }),
    'Le lundi 23 novembre 2026, de 22:00 à 02:00 le lendemain',
  )
})
