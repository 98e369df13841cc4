/** The console before and around its pages: signing in and out, links of letters, language, theme, keyboard, and what a phone shows. */
import type { Page } from '@playwright/test'
import { expect, test } from './support/comptoir.ts'
import { openHouse } from './support/house.ts'
import { expectNoFaults } from './support/look.ts'
import { accept, passphrase, signIn } from './support/people.ts'

const ada = 'ada@maison-verdier.example'

// Each story has a server, a database and browsers of its own, on two cores.
test.slow()

test('[U6] a refused sign-in never says which of the two was wrong, and a good one leads where one wanted to go', async ({
  comptoir,
  browser,
  baseURL,
}) => {
  await openHouse(comptoir.url)
  const other = await (await browser.newContext({ baseURL })).newPage()
  await other.goto('/settings/profile')
  const refusals: (string | null)[] = []
  for (const email of [ada, 'nobody@maison-verdier.example']) {
    await other.getByLabel('Adresse e-mail').fill(email)
    await other.getByLabel('Mot de passe', { exact: true }).fill('quatre tasses rouges sur une étagère')
    await other.getByRole('button', { name: 'Se connecter' }).click()
    await expect(other.getByRole('alert')).toBeVisible()
    refusals.push(await other.getByRole('alert').textContent())
  }
  expect(refusals[0]).toBe(refusals[1])

  await other.getByLabel('Adresse e-mail').fill(ada)
  await other.getByLabel('Mot de passe', { exact: true }).fill(passphrase)
  await other.getByRole('button', { name: 'Se connecter' }).click()
  await expect(other).toHaveURL('/settings/profile')
})

test('signing out in one tab leads every tab of that person out', async ({ comptoir, page, context }) => {
  await (await openHouse(comptoir.url)).ada.enter(page)
  const second = await context.newPage()
  await second.goto('/settings/agents')
  await expect(second.getByRole('heading', { name: 'Agents' })).toBeVisible()

  await openPalette(page)
  await page.keyboard.type('deconn')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/sign-in')
  await expect(second).toHaveURL(/\/sign-in\?to=%2Fsettings%2Fagents&ended=true/)
  await expect(second.getByText('Votre session a pris fin.')).toBeVisible()
})

test('[S3] a link that leads to no invitation says so and nothing else: no name, no organisation, no button', async ({
  comptoir,
  browser,
  baseURL,
}) => {
  const house = await openHouse(comptoir.url)
  const link = await house.invite('sofia@maison-verdier.example')
  const sofia = await (await browser.newContext({ baseURL })).newPage()
  await accept(sofia, link, 'Sofia Nowak')

  const oscar = await (await browser.newContext({ baseURL })).newPage()
  for (const dead of [link, '/invitation#short', '/invitation']) {
    await oscar.goto('about:blank')
    await oscar.goto(dead)
    await expect(oscar.getByRole('heading', { name: 'Ce lien ne mène à aucune invitation' })).toBeVisible()
    await expect(oscar.getByText('Maison Verdier')).toHaveCount(0)
    await expect(oscar.getByText('Sofia')).toHaveCount(0)
    await expect(oscar.getByRole('main').getByRole('button')).toHaveCount(0)
    await expect(oscar.getByRole('main').getByRole('link')).toHaveCount(0)
  }
})

test('[S5] an invitation opened by somebody else names the invited address and is accepted in one click, by the right person alone', async ({
  comptoir,
  page,
}) => {
  const house = await openHouse(comptoir.url)
  await house.ada.enter(page)
  const link = await house.invite('sofia@maison-verdier.example')
  await page.goto(link)
  await expect(page.getByText('Cette invitation est adressée à sofia@maison-verdier.example')).toBeVisible()
  await expect(page).toHaveURL('/conversations')

  await page.getByRole('button', { name: 'Se déconnecter et accepter' }).click()
  await expect(page.getByRole('heading', { name: 'Bienvenue chez Maison Verdier' })).toBeVisible()
  await accept(page, link, 'Sofia Nowak')
  await expect(page.getByRole('button', { name: /Sofia Nowak/ })).toBeVisible()
})

test('language and theme change without loading anew, and are kept', async ({ comptoir, page }) => {
  await page.goto('/sign-in')
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await page.evaluate(() => Object.assign(window, { sameDocument: true }))
  await page.getByRole('button', { name: 'English' }).click()
  await expect(
    page.getByRole('heading', { name: 'Set up' }).or(page.getByRole('heading', { name: 'Sign in' })),
  ).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('button', { name: 'Français' }).click()

  await (await openHouse(comptoir.url)).ada.enter(page)
  await openPalette(page)
  await page.keyboard.type('sombre')
  await page.keyboard.press('Enter')
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await expect.poll(paper).toBe('rgb(22, 21, 19)')
  await page.reload()
  await expect.poll(paper).toBe('rgb(22, 21, 19)')
})

test('everything is reached by keyboard: skip link, palette, key sheet, and single keys that can be turned off', async ({
  comptoir,
  page,
}) => {
  await (await openHouse(comptoir.url)).ada.enter(page)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Conversations', level: 1 })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()

  // Within a second of each other, which a busy machine may not manage at once.
  await expect(async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('s')
    await expect(page).toHaveURL('/settings/agents', { timeout: 2_000 })
  }).toPass()

  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Raccourcis clavier' })
  await expect(sheet.getByText('Aller à Conversations')).toBeVisible()
  await sheet.getByText('Touches seules', { exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.keyboard.press('?')
  await expect(sheet).toBeHidden()
  await expect(page).toHaveURL('/settings/agents')

  // Control: a chord still works.
  await openPalette(page)
})

test('a page that does not exist is said and not shown blank', async ({ comptoir, page }) => {
  await (await openHouse(comptoir.url)).ada.enter(page)
  await page.goto('/nowhere/at/all')
  await expect(page.getByRole('heading', { name: 'Cette page n’existe pas' })).toBeVisible()
  await page.getByRole('link', { name: 'Revenir au début' }).click()
  await expect(page).toHaveURL('/conversations')
})

const wide = { width: 1440, height: 900 }
const phone = { width: 375, height: 812 }
const looks = [
  { locale: 'fr-FR', colorScheme: 'light', viewport: wide },
  { locale: 'en-GB', colorScheme: 'dark', viewport: wide },
  { locale: 'fr-FR', colorScheme: 'dark', viewport: phone },
] as const

for (const { locale, colorScheme, viewport } of looks)
  test(`every page is accessible and breaks no rule of its policy: ${locale}, ${colorScheme}, ${viewport.width} wide`, async ({
    comptoir,
    browser,
    baseURL,
  }) => {
    const house = await openHouse(comptoir.url)
    await house.invite('sofia.nowak-de-la-roche@maison-verdier.example')
    const context = await browser.newContext({ baseURL, locale, colorScheme, viewport, hasTouch: viewport === phone })
    const reader = await context.newPage()
    const violations = watchPolicy(reader)
    await checkPages(reader, ['/sign-in', '/forgotten-password', '/new-password', '/invitation', '/set-up'])
    if (locale === 'en-GB') await reader.evaluate(() => localStorage.setItem('comptoir.locale', 'fr'))
    await signIn(reader, ada)
    if (locale === 'en-GB') await reader.evaluate(() => localStorage.setItem('comptoir.locale', 'en'))
    await checkPages(reader, [
      '/conversations',
      '/settings/agents',
      '/settings/channels',
      '/settings/letters',
      '/settings/organisation',
      '/settings/profile',
      '/nowhere',
    ])
    await reader.goto('/settings/agents')
    await expect(reader.getByRole('heading', { level: 1 }).first()).toBeVisible()
    await openPalette(reader)
    await check(reader, 'palette')
    await reader.keyboard.press('Escape')
    await reader.keyboard.press('?')
    await expect(reader.getByRole('dialog')).toBeVisible()
    await check(reader, 'key sheet')
    expect(violations).toEqual([])
  })

async function openPalette(page: Page) {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: /une page ou une action|a page or an action/ })).toBeFocused()
}

function watchPolicy(page: Page): string[] {
  const violations: string[] = []
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) violations.push(message.text())
  })
  page.on('pageerror', (error) => violations.push(error.message))
  return violations
}

async function checkPages(page: Page, paths: readonly string[]) {
  for (const path of paths) {
    await page.goto(path)
    await expect(page.getByRole('heading').first()).toBeVisible()
    await expect(page.getByRole('status', { name: /Chargement|Loading/ })).toHaveCount(0)
    await check(page, path)
  }
}

async function check(page: Page, place: string) {
  await expectNoFaults(page, place)
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return { scrollWidth, clientWidth }
  })
  expect(scrollWidth, `${place} scrolls sideways`).toBeLessThanOrEqual(clientWidth)
}
