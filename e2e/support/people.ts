/** What people of the stories do, by what they see: labels and buttons, in French unless their browser says otherwise. */

import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test'
import { nameInTwo } from '#server/domains/accounts/user.ts'

export const passphrase = 'quatre tasses bleues sur une étagère'

/** The first visit: makes the organisation, and is then in the console as its administrator. */
export async function setUp(page: Page, name = 'Ada Lefèvre'): Promise<void> {
  await page.goto('/')
  await page.getByLabel('Nom de l’organisation').fill('Maison Verdier')
  await page.getByLabel('Premier sous-compte').fill('Lyon, Pentes')
  await fillName(page, name)
  await page.getByLabel('Votre adresse e-mail').fill('ada@maison-verdier.example')
  await page.getByLabel('Mot de passe', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: 'Ouvrir Comptoir' }).click()
  await expect(page.getByText('En attente').first()).toBeVisible()
}

/** Invites by the dialog; gives the link it shows. */
export async function invite(page: Page, email: string, role: string): Promise<string> {
  await page.goto('/settings/agents')
  await page.getByRole('button', { name: 'Inviter', exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Adresses e-mail').fill(email)
  await dialog.getByRole('radio', { name: role }).check({ force: true })
  await dialog.getByRole('button', { name: 'Inviter 1 agent' }).click()
  return page.getByRole('dialog').getByLabel(`Lien pour ${email}`).inputValue()
}

/** Opens the invitation in a browser of their own and makes the account. */
export async function accept(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link)
  await fillName(page, name)
  await page.getByLabel('Mot de passe', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: 'Rejoindre Maison Verdier' }).click()
  await expect(page.getByText('En attente').first()).toBeVisible()
}

export async function signIn(page: Page, email: string, password = passphrase): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Adresse e-mail').fill(email)
  await page.getByLabel('Mot de passe', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByText('En attente').first()).toBeVisible()
}

/** The widget on a page, opened. */
export async function openWidget(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /^Ouvrir la messagerie/ }).click()
  const panel = page.getByRole('dialog', { name: 'Messagerie' })
  await expect(panel.getByRole('textbox', { name: 'Votre message' })).toBeVisible()
  return panel
}

/** Types into the composer in sight and sends. */
export async function say(place: Page | Locator, text: string): Promise<void> {
  const box = place.getByRole('textbox', { name: /message|réponse|note/i }).last()
  await box.fill(text)
  await box.press('Enter')
}

/** Every one of these texts stands in the log exactly once, in this order. */
export async function expectInOrder(log: Locator, texts: string[]): Promise<void> {
  await expect(async () => {
    const shown = (await log.textContent()) ?? ''
    for (const text of texts) expect(shown.split(text).length - 1, `“${text}” in:\n${shown}`).toBe(1)
    const places = texts.map((text) => shown.indexOf(text))
    expect(places).toEqual([...places].sort((one, other) => one - other))
  }).toPass({ timeout: 30_000 })
}

/** Browsers of different people. */
export async function newPages(context: () => Promise<BrowserContext>, count: number): Promise<Page[]> {
  return Promise.all(Array.from({ length: count }, async () => (await context()).newPage()))
}

/** First and last name, as forms ask people for their own. */
export async function fillName(page: Page, name: string): Promise<void> {
  const { firstName, lastName } = nameInTwo(name)
  await ownName(page).first.fill(firstName)
  await ownName(page).last.fill(lastName)
}

export const ownName = (page: Page) => ({
  first: page.locator('input[autocomplete="given-name"]'),
  last: page.locator('input[autocomplete="family-name"]'),
})
