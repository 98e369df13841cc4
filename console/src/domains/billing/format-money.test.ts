import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatMoney } from './format-money.ts'

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

test('an amount is written as its reader writes it, whole ones without cents', () => {
  assert.equal(plain(formatMoney(6000, 'EUR', 'fr')), '60 €')
  assert.equal(plain(formatMoney(725, 'EUR', 'fr')), '7,25 €')
  assert.equal(formatMoney(725, 'EUR', 'en-GB'), '€7.25')
  assert.equal(plain(formatMoney(123_450, 'EUR', 'fr')), '1 234,50 €')
})

test('a currency without cents counts whole units', () => {
  assert.equal(formatMoney(1500, 'JPY', 'en'), '¥1,500')
})
