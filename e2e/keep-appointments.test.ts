/** Two colleagues before one calendar: what one moves, calls off and books, the other sees at once. */
import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import pg from 'pg'
import { dateAt, noonOf, stepFrom } from '../console/src/domains/appointments/periods.ts'
import { test } from './support/comptoir.ts'
import { openHouse } from './support/house.ts'
import { expectGoodLook, expectNoFaults } from './support/look.ts'
import { signIn } from './support/people.ts'
import { receivingIn } from './support/receiving.ts'
import { staffOf } from './support/staff.ts'

const zone = 'Europe/Paris'

/** A week from now, its Tuesday and Wednesday: in the future whatever day it is. */
function daysToCome(): { tuesday: string; wednesday: string } {
  const soon = stepFrom(dateAt(zone, Date.now()), 'week', 1)
  const weekday = new Date(`${soon}T00:00:00Z`).getUTCDay() || 7
  const tuesday = stepFrom(soon, 'day', 2 - weekday)
  return { tuesday, wednesday: stepFrom(tuesday, 'day', 1) }
}

/** By the clocks of Paris. */
const instant = (date: string, hour: number) => new Date(noonOf(zone, date) + (hour - 12) * 3_600_000).toISOString()

async function openDesks(url: string, browser: Browser, page: Page) {
  const house = await openHouse(url)
  const ben = await staffOf(house).add('Ben Costa', { modules: ['conversations', 'appointments'] })
  const receiving = receivingIn(house)
  const { tuesday, wednesday } = daysToCome()
  for (const date of [tuesday, wednesday]) await receiving.open(ben.id, { from: `${date}T09:00`, to: `${date}T17:00` })
  await receiving.open(ben.id, {
    kind: 'absence',
    label: 'formation',
    from: `${wednesday}T14:00`,
    to: `${wednesday}T17:00`,
  })
  const reason = await receiving.reason({ name: 'Conseil thé', minutes: 60 })
  await receiving.book({
    reasonId: reason.id,
    agentId: ben.id,
    startsAt: instant(tuesday, 10),
    name: 'Léa Martin',
    email: 'lea@client.example',
  })
  const adas = await house.ada.open(browser)
  await signIn(page, 'bencosta@maison-verdier.example')
  for (const desk of [adas, page]) await desk.goto(`/appointments?date=${tuesday}`)
  return { adas, bens: page, tuesday, receiving, ben }
}

/** Nobody waits for a time to be over. */
async function threeWeeksEarlier(connectionString: string): Promise<void> {
  const database = new pg.Client({ connectionString })
  await database.connect()
  await database.query(`
    update appointments set starts_at = starts_at - interval '21 days', ends_at = ends_at - interval '21 days',
      kept_free = tstzrange(lower(kept_free) - interval '21 days', upper(kept_free) - interval '21 days')`)
  await database.end()
}

const cardIn = (page: Page): Locator => page.getByRole('button', { name: /Conseil thé.*Léa Martin/s })

async function drag(page: Page, card: Locator, to: { column: Locator; hour: number }) {
  await card.scrollIntoViewIfNeeded()
  const [from, column] = [await card.boundingBox(), await to.column.boundingBox()]
  if (!from || !column) throw new Error('it is not in sight')
  await page.mouse.move(from.x + from.width / 2, from.y + 4)
  await page.mouse.down()
  await page.mouse.move(from.x + from.width / 2, from.y + 20, { steps: 3 })
  await page.mouse.move(column.x + column.width / 2, column.y + (to.hour / 24) * column.height + 4, { steps: 6 })
  await page.mouse.up()
}

test('one moves an appointment by hand and takes it back, then by keys; the other sees it stand where it is', async ({
  comptoir,
  page,
  browser,
}) => {
  const { adas, bens } = await openDesks(comptoir.url, browser, page)
  await expect(cardIn(bens)).toContainText('10:00')
  await expectGoodLook(adas, 'the week')

  await drag(adas, cardIn(adas), { column: adas.locator('[data-day="2"]'), hour: 11 })
  await expect(adas.getByText(/^Déplacé au mercredi .* 11:00\. Léa Martin l’apprend par e-mail\.$/)).toBeVisible()
  await expect(bens.locator('[data-day="2"]').getByRole('button', { name: /Léa Martin/ })).toContainText('11:00')

  await adas.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Annuler' }).click()
  await expect(bens.locator('[data-day="1"]').getByRole('button', { name: /Léa Martin/ })).toContainText('10:00')

  // By keys: a day on, two quarters later.
  await cardIn(adas).focus()
  await adas.keyboard.press('m')
  const panel = adas.getByRole('region', { name: 'Déplacer le rendez-vous de Léa Martin' })
  await expect(panel).toBeFocused()
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown']) {
    await adas.keyboard.press(key)
    await expect(panel).toBeFocused()
  }
  await expect(panel).toContainText(/mercredi .* 10:30/)
  await adas.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(cardIn(adas)).toBeFocused()
  await expect(cardIn(adas)).toContainText('10:00')
  await adas.keyboard.press('m')
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown']) await adas.keyboard.press(key)
  await expect(panel).toContainText(/mercredi .* 10:30/)
  await adas.keyboard.press('Enter')
  await expect(bens.locator('[data-day="2"]').getByRole('button', { name: /Léa Martin/ })).toContainText('10:30')

  // Into an absence: not at all, and told why, with the nearest that are free.
  await drag(adas, cardIn(adas), { column: adas.locator('[data-day="2"]'), hour: 15 })
  await expect(panel.getByRole('alert')).toContainText('Ben Costa est en absence à ce moment.')
  await expect(panel.getByRole('button', { name: 'Déplacer quand même' })).toHaveCount(0)
  await expectNoFaults(adas, 'a refused move')
  await panel.getByRole('alert').getByRole('button').first().click()
  await expect(adas.getByText(/^Déplacé au /).last()).toBeVisible()
  await expect(panel).toHaveCount(0)

  // Outside openings: only if one says so.
  await drag(adas, cardIn(adas), { column: adas.locator('[data-day="2"]'), hour: 18 })
  await panel.getByRole('button', { name: 'Déplacer quand même' }).click()
  await expect(bens.locator('[data-day="2"]').getByRole('button', { name: /Léa Martin/ })).toContainText('18:00')
})

test('one reads an appointment, calls it off with a reason and books another; the other sees both', async ({
  comptoir,
  page,
  browser,
}) => {
  const { adas, bens, tuesday } = await openDesks(comptoir.url, browser, page)
  await cardIn(adas).click()
  const opened = adas.getByRole('dialog', { name: 'Conseil thé' })
  await expect(opened).toContainText('lea@client.example')
  await expect(adas).toHaveURL(/open=/)
  await expectNoFaults(adas, 'an appointment', { within: '[role=dialog]' })
  await opened.getByRole('button', { name: 'Annuler' }).click()
  const question = adas.getByRole('dialog', { name: 'Annuler le rendez-vous de Léa Martin ?' })
  await question.getByRole('textbox').fill('Inventaire ce jour-là')
  await question.getByRole('button', { name: 'Annuler le rendez-vous' }).click()
  await expect(bens.getByRole('button', { name: /Léa Martin.*Annulé/s })).toBeVisible()

  await adas.getByRole('button', { name: 'Rendez-vous', exact: true }).click()
  const form = adas.getByRole('dialog', { name: 'Prendre un rendez-vous' })
  await expect(form.getByRole('button', { name: /Avec/ })).toContainText('Ben Costa')
  await form.getByRole('radio', { name: /10:00/ }).first().click()
  await form.getByLabel('Nom de la personne').fill('Noé Roux')
  await expectNoFaults(adas, 'booking', { within: '[role=dialog]' })
  await form.getByRole('button', { name: 'Prendre ce rendez-vous' }).click()
  await expect(bens.getByRole('button', { name: /Noé Roux/ })).toContainText('10:00')

  // A list says the same; the address keeps it.
  await bens.keyboard.press('l')
  await expect(bens.getByRole('button', { name: /Noé Roux/ })).toBeVisible()
  await bens.reload()
  await expect(bens.getByRole('button', { name: /Noé Roux/ })).toBeVisible()
  await expectGoodLook(bens, 'the list')
  expect(new URL(bens.url()).searchParams.get('date')).toBe(tuesday)
})

test('what came of an appointment is noted once it has begun, and put right; the other sees it', async ({
  comptoir,
  page,
  browser,
}) => {
  const { adas, bens, tuesday } = await openDesks(comptoir.url, browser, page)
  await expect(cardIn(bens)).toBeVisible()
  await threeWeeksEarlier(comptoir.databaseUrl)
  const date = stepFrom(stepFrom(stepFrom(tuesday, 'week', -1), 'week', -1), 'week', -1)
  for (const desk of [adas, bens]) await desk.goto(`/appointments?date=${date}`)
  await cardIn(bens).click()
  const opened = bens.getByRole('dialog', { name: 'Conseil thé' })
  await expect(opened.getByRole('button', { name: 'Déplacer' }), 'what is over stays where it is').toHaveCount(0)
  await opened.getByRole('radio', { name: 'Manqué' }).check({ force: true })
  await expect(cardIn(adas)).toContainText('Manqué')
  await opened.getByRole('radio', { name: 'Honoré' }).check({ force: true })
  await expect(cardIn(adas)).toContainText('Honoré')
  await expectNoFaults(bens, 'what came of it', { within: '[role=dialog]' })
})

test('an appointment that an absence falls upon is counted as one to reassign, and opened from there or by its name', async ({
  comptoir,
  page,
  browser,
}) => {
  const { adas, tuesday, receiving, ben } = await openDesks(comptoir.url, browser, page)
  await expect(cardIn(adas)).toBeVisible()
  await receiving.open(ben.id, { kind: 'absence', from: `${tuesday}T09:00`, to: `${tuesday}T12:00` })
  await expect(cardIn(adas)).toContainText('À réaffecter')
  await adas.getByRole('button', { name: /^1 à réaffecter/ }).click()
  const opened = adas.getByRole('dialog', { name: 'Conseil thé' })
  await expect(opened.getByRole('button', { name: 'Réaffecter' })).toBeVisible()
  await adas.keyboard.press('Escape')
  await expect(opened).toBeHidden()

  await adas.keyboard.press('Control+k')
  await adas.getByRole('combobox').fill('Léa Martin')
  await expect(adas.getByRole('option', { name: /Léa Martin · Conseil thé/ })).toBeVisible()
  await adas.keyboard.press('Enter')
  await expect(opened).toBeVisible()
})
