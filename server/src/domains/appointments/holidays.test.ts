import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holidaysOf, isHolidayPlace, listHolidayPlaces } from './holidays.ts'

const days = async (place: string, from: string, to: string, language = 'fr') =>
  (await holidaysOf(place, { from: Date.parse(from), to: Date.parse(to) }, language)).map(
    (each) => `${new Date(each.from).toISOString().slice(0, 10)} ${each.name}`,
  )

test('holidays are those of the place, by date and name, over the turn of a year', async () => {
  assert.deepEqual(await days('FR', '2026-12-01', '2027-02-01'), ['2026-12-25 Noël', '2027-01-01 Nouvel An'])
  assert.deepEqual(await days('FR', '2026-04-01', '2026-04-10', 'en'), ['2026-04-06 Easter Monday'])
  assert.deepEqual(await days('FR', '2026-12-26', '2026-12-27'), [])
})

test('a part of a country keeps its own days too', async () => {
  assert.deepEqual(await days('FR-57', '2026-12-24', '2026-12-28'), ['2026-12-25 Noël', '2026-12-26 Lendemain de Noël'])
})

test('places are known by name in a language; others are not places', async () => {
  const places = await listHolidayPlaces('fr')
  assert.equal(places.find(({ place }) => place === 'DE')?.name, 'Allemagne')
  assert.ok(places.some(({ place }) => place === 'FR-MQ'))
  for (const place of ['FR', 'FR-MQ', 'US']) assert.ok(await isHolidayPlace(place), place)
  for (const place of ['', 'XX', 'FR-ZZ', 'constructor', 'FR-constructor', 'fr'])
    assert.equal(await isHolidayPlace(place), false, place)
})
