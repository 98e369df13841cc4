/** An agent with whom somebody has booked cannot be removed before the appointment is in other hands; its visitor is told. */
import type { Locator, Page } from '@playwright/test'
import { linkIn, type MailServer, startMailServer } from '#server/testing/mail-server.ts'
import { dateAt } from '../console/src/domains/appointments/periods.ts'
import { entryOf } from './support/calendar-entry.ts'
import { test as base, expect } from './support/comptoir.ts'
import { openHouse } from './support/house.ts'
import { expectGoodLook, expectNoFaultsInBothThemes } from './support/look.ts'
import { closeForNow } from './support/night.ts'
import { receivingIn } from './support/receiving.ts'
import { staffOf } from './support/staff.ts'
import { widgetOn } from './support/widget.ts'

const test = base.extend<{ post: MailServer }>({
  post: async ({ browserName: _ }, use) => {
    const post = await startMailServer()
    await use(post)
    await post.close()
  },
  settings: async ({ post }, use) => use({ SMTP_URL: post.url }),
})

const zone = 'Europe/Paris'
const dayFromNow = (days: number) => dateAt(zone, Date.now() + days * 86_400_000)
const modules = ['conversations', 'appointments'] as const

/** Closed for the night. Léa and Inès receive every morning from the day after tomorrow on. */
async function closedHouse(url: string) {
  const house = await openHouse(url)
  const [staff, receiving] = [staffOf(house), receivingIn(house)]
  for (const name of ['Léa Lang', 'Inès Benali']) {
    const { id } = await staff.add(name, { modules: [...modules] })
    await receiving.open(id, { from: `${dayFromNow(2)}T09:00`, to: `${dayFromNow(2)}T12:00`, rule: 'FREQ=DAILY' })
  }
  await receiving.reason({ name: 'Conseil thé' })
  await closeForNow(house)
  return house
}

/** The first free time with Léa. */
async function bookWithLea(page: Page): Promise<void> {
  const vera = widgetOn(page)
  await page.goto('/test')
  await vera.launcher.click()
  await vera.panel.getByRole('button', { name: 'Prendre rendez-vous' }).click()
  const booking = vera.panel.getByRole('region', { name: 'Prendre rendez-vous' })
  await booking.getByLabel('Avec qui').selectOption('Léa')
  await booking
    .getByRole('region', { name: /^Créneaux du/ })
    .getByRole('button')
    .first()
    .click()
  await booking.getByLabel('Votre nom').fill('Vera Lind')
  await booking.getByLabel('Votre adresse e-mail').fill('vera@maison.example')
  await booking.getByRole('button', { name: 'Confirmer le rendez-vous' }).click()
  await expect(booking.getByRole('heading', { name: 'C’est réservé' })).toBeVisible()
}

const rowOfLea = (desk: Page): Locator => desk.getByRole('row', { name: /Léa Lang/ })

async function wishToRemoveLea(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: 'Actions pour Léa Lang' }).click()
  await desk.getByRole('menuitem', { name: /Supprimer de l’organisation/ }).click()
}

test('[A8] [A9] Vera books with Léa at night; Ada cannot remove Léa before Inès has the appointment, and then can', async ({
  comptoir,
  page,
  browser,
  post,
}) => {
  const house = await closedHouse(comptoir.url)
  await bookWithLea(page)
  const booked = entryOf((await post.letterTo('vera@maison.example')).calendar?.text ?? '')

  const desk = await house.ada.open(browser, { locale: 'fr-FR', timezoneId: zone })
  await desk.goto('/settings/agents')
  await wishToRemoveLea(desk)
  const guard = desk.getByRole('alertdialog', { name: 'Léa Lang a 1 rendez-vous à venir' })
  const row = guard.getByRole('row', { name: /Vera Lind/ })
  await expect(row).toContainText('Conseil thé')
  await expect(row).toContainText('Inès Benali')
  await expectGoodLook(desk, 'the guard')
  // Thought better of: nothing has changed.
  await guard.getByRole('button', { name: 'Fermer' }).last().click()
  await expect(guard).toBeHidden()
  await expect(rowOfLea(desk)).toBeVisible()

  await wishToRemoveLea(desk)
  await guard.getByRole('button', { name: 'Réaffecter', exact: true }).click()
  // Nothing is in the way any more: the removal goes on.
  const question = desk.getByRole('alertdialog', { name: /Supprimer Léa Lang/ })
  await question.getByRole('button', { name: 'Supprimer' }).click()
  await expect(rowOfLea(desk)).toBeHidden()

  const letter = await post.letterTo('vera@maison.example')
  expect(letter.subject).toContain('une autre personne vous reçoit')
  const handedOver = entryOf(letter.calendar?.text ?? '')
  expect(handedOver, 'the same entry, at the same time').toMatchObject({ uid: booked.uid, start: booked.start })
  expect(handedOver.sequence).toBeGreaterThan(booked.sequence)
  await page.goto(linkIn(letter).href)
  await expect(page.getByText('Inès', { exact: true })).toBeVisible()
  await expectNoFaultsInBothThemes(page, 'one’s appointment')

  await desk.goto(`/appointments?date=${booked.start.slice(0, 10)}&view=list`)
  await expect(desk.getByRole('button', { name: /Vera Lind/ })).toContainText('Inès Benali')
})
