import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstSettings, mayRunOn, settingsAfter } from './channel.ts'

const own = 'https://chat.example'
const on = (sites: string[], origin: string) => mayRunOn({ sites }, origin, own)

test('the widget runs on the sites of its channel and on our own pages, nowhere else', () => {
  assert.equal(on(['shop.example'], 'https://shop.example'), true)
  assert.equal(on(['shop.example'], 'http://shop.example'), true)
  assert.equal(on([], own), true)
  assert.equal(on([], 'https://shop.example'), false)
  assert.equal(on(['shop.example'], 'https://evil.example'), false)
})

test('a name that merely ends or begins like a site is another site', () => {
  assert.equal(on(['shop.example'], 'https://myshop.example'), false)
  assert.equal(on(['shop.example'], 'https://shop.example.evil.example'), false)
  assert.equal(on(['*.shop.example'], 'https://fr.shop.example'), true)
  assert.equal(on(['*.shop.example'], 'https://shop.example'), false)
  assert.equal(on(['*.shop.example'], 'https://evilshop.example'), false)
})

test('a port belongs to the site', () => {
  assert.equal(on(['localhost:8080'], 'http://localhost:8080'), true)
  assert.equal(on(['localhost:8080'], 'http://localhost:8081'), false)
  assert.equal(on(['shop.example'], 'https://shop.example:8443'), false)
})

test('what is no web page is no site', () => {
  for (const origin of ['null', '', 'file://', 'chrome-extension://shop.example', 'javascript:alert(1)', 'https://'])
    assert.equal(on(['shop.example', 'null'], origin), false, origin)
})

test('[C9] of settings that change, what is not said stays', () => {
  const before = { ...firstSettings('Europe/Paris'), name: 'Lyon', sites: ['lyon.example'] }
  assert.deepEqual(settingsAfter(before, {}), before)
  assert.deepEqual(settingsAfter(before, { name: 'Lyon 2', sites: undefined }), { ...before, name: 'Lyon 2' })
})

test('[C9] texts are kept of the languages a channel speaks, each of them once, and of no other', () => {
  const before = { ...firstSettings('Europe/Paris'), name: 'Lyon', sites: [] }
  const words = { title: 'Guten Tag', greeting: '', away: '', rating: '' }
  const after = settingsAfter(before, { languages: ['de', 'fr', 'de'], texts: { de: words, it: words } })
  assert.deepEqual(after.languages, ['de', 'fr'])
  assert.deepEqual(after.texts, { de: words, fr: { title: '', greeting: '', away: '', rating: '' } })
})

test('[C9] hours stand in their order, and a closed day once', () => {
  const before = { ...firstSettings('Europe/Paris'), name: 'Lyon', sites: [] }
  const [afternoon, morning] = [
    { fromMinute: 840, toMinute: 1_080 },
    { fromMinute: 540, toMinute: 720 },
  ]
  const week = [[afternoon, morning], [], [], [], [], [], []]
  const closedDays = ['2026-12-25', '2026-05-01', '2026-12-25'].map((date) => ({ date, label: '' }))
  const { hours } = settingsAfter(before, { hours: { ...before.hours, week, closedDays } })
  assert.deepEqual(hours.week[0], [morning, afternoon])
  assert.deepEqual(
    hours.closedDays.map(({ date }) => date),
    ['2026-05-01', '2026-12-25'],
  )
})
