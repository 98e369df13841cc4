/** The made-up shop as its visitors' browsers see it, under its own content policy. */
import { expect, test } from '@playwright/test'
import Fastify from 'fastify'
import { registerShop } from '#server/shop/index.ts'
import { expectNoFaults } from './support/look.ts'

const paths = [
  '',
  '/thes',
  '/ceramiques',
  '/ateliers',
  '/livraison',
  '/thes/sencha-de-yame',
  '/ceramiques/vase-branche',
  '/nowhere',
]

let shop = ''
let shopWithoutChannel = ''
const stops: (() => Promise<void>)[] = []

test.beforeAll(async () => {
  shop = await serve('kTmG0c2v7yqXb1hNw9RzLA')
  shopWithoutChannel = await serve(null)
})

test.afterAll(async () => {
  for (const stop of stops) await stop()
})

async function serve(channelKey: string | null): Promise<string> {
  const app = Fastify()
  stops.push(() => app.close())
  registerShop(app, { channelKeyFor: async () => channelKey })
  app.get('/widget.js', async (_request, reply) => reply.type('text/javascript').send('document.title += " ✓"'))
  return `${await app.listen({ host: '127.0.0.1', port: 0 })}/test`
}

const wide = { width: 1440, height: 900 }
const phone = { width: 375, height: 812 }
const looks = [
  { lang: 'fr', colorScheme: 'light', viewport: wide },
  { lang: 'en', colorScheme: 'dark', viewport: phone },
] as const
for (const { lang, colorScheme, viewport } of looks)
  test(`every page is accessible: ${lang}, ${colorScheme}, ${viewport.width} wide`, async ({ page }) => {
    test.slow()
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(viewport)
    for (const path of paths) {
      await page.goto(`${shop}${path}?lang=${lang}`)
      await expectNoFaults(page, path)
    }
  })

test('the page that leads to the set-up is accessible', async ({ page }) => {
  await page.goto(shopWithoutChannel)
  await expect(page.getByRole('link', { name: 'Mettre Comptoir en place' })).toBeVisible()
  await expectNoFaults(page, 'shop without channel')
})

test('no page is wider than a phone', async ({ page }) => {
  await page.setViewportSize(phone)
  for (const lang of ['fr', 'en'])
    for (const path of paths) {
      await page.goto(`${shop}${path}?lang=${lang}`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(phone.width)
    }
})

test('the policy blocks nothing that the pages use, and runs the widget', async ({ page }) => {
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  for (const path of paths.slice(0, -1)) {
    await page.goto(`${shop}${path}`)
    await expect(page).toHaveTitle(/✓$/)
    expect(await page.evaluate(() => getComputedStyle(document.body).margin), 'the style sheet is applied').toBe('0px')
  }
  expect(complaints).toEqual([])
  // The control: what the policy does not name is blocked, and that is heard here.
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'))
  await expect.poll(() => complaints.length).toBeGreaterThan(0)
})

test('a visitor walks from the first page to a teapot and changes the language there', async ({ page }) => {
  await page.goto(shop)
  await page.getByRole('link', { name: 'Céramiques' }).click()
  await page.getByRole('link', { name: 'Théière Céladon' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Théière Céladon')
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Celadon teapot')
  await expect(page).toHaveTitle(/^Celadon teapot · Maison Tilleul/)
  await page.getByRole('link', { name: 'Workshops', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Workshops')
})
