/**
 * Takes the pictures of docs/pictures from a made-up organisation: `node_modules/.bin/node tools/take-pictures.ts`. What people see, in
 * both languages and themes, wide and on a phone. Built console and widget are used as they are.
 */

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { apiRoot } from '#contract/addresses.ts'
import { findBrowser } from '../e2e/browser.ts'
import { startComptoir } from '../server/src/testing/start-comptoir.ts'

const folder = join(import.meta.dirname, '../docs/pictures')
const wide = { width: 1440, height: 900 }
const phone = { viewport: { width: 375, height: 812 }, hasTouch: true } as const
const administrator = 'helene@maison-tilleul.example'

interface Picture {
  name: string
  path: string
  look: BrowserContextOptions
  signedIn?: boolean
  /** What to press before, by its accessible name. */
  act?: (page: Page) => Promise<void>
}

const french = { locale: 'fr-FR', viewport: wide } as const
const english = { locale: 'en-GB', viewport: wide } as const
const openTalk = async (page: Page) => {
  await page.getByRole('radio', { name: /^(Toutes|All)$/ }).check({ force: true })
  await page
    .getByRole('link', { name: /Agathe Vasseur/ })
    .first()
    .click()
  await page.getByRole('log').waitFor()
}
const openWidget = async (page: Page) => {
  await page.getByRole('button', { name: /messagerie|chat/i }).click()
  // A greeting or a question: whichever the hour brings.
  await page.getByRole('dialog').locator('.msg').first().waitFor()
}

const pictures: Picture[] = [
  { name: 'conversations-fr-light', path: '/conversations', look: french, signedIn: true, act: openTalk },
  {
    name: 'conversations-en-dark',
    path: '/conversations',
    look: { ...english, colorScheme: 'dark' },
    signedIn: true,
    act: openTalk,
  },
  { name: 'conversations-fr-phone', path: '/conversations', look: { ...french, ...phone }, signedIn: true },
  { name: 'appointments-fr-light', path: '/appointments', look: french, signedIn: true },
  { name: 'agents-fr-light', path: '/settings/agents', look: french, signedIn: true },
  {
    name: 'channel-en-light',
    path: '/settings/channels',
    look: english,
    signedIn: true,
    act: (page) => page.getByRole('link', { name: /Brighton website/ }).click(),
  },
  { name: 'widget-fr-light', path: '/test', look: french, act: openWidget },
  {
    name: 'widget-en-dark-phone',
    path: '/test?lang=en',
    look: { ...english, ...phone, colorScheme: 'dark' },
    act: openWidget,
  },
  { name: 'sign-in-fr-light', path: '/sign-in', look: french },
]

mkdirSync(folder, { recursive: true })
const comptoir = await startComptoir({ flags: ['--demo'], startWithinMs: 300_000 })
const browser = await chromium.launch(await findBrowser())
try {
  const password = /^Password\s+(.+)$/m.exec(comptoir.printed)?.[1] ?? ''
  for (const picture of pictures) await take(browser, picture, password)
} finally {
  await browser.close()
  await comptoir.remove()
}

async function take(browser: Browser, { name, path, look, signedIn, act }: Picture, password: string): Promise<void> {
  const context = await browser.newContext({ baseURL: comptoir.url, timezoneId: 'Europe/Paris', ...look })
  const page = await context.newPage()
  if (signedIn)
    await context.request.post(`${apiRoot}/session`, { data: { email: administrator, password, remember: false } })
  await page.goto(path)
  await page.locator('[role=status]:has-text("…")').first().waitFor({ state: 'detached' })
  await act?.(page)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForLoadState('networkidle').catch(() => {})
  // Motion comes to rest.
  await page.waitForTimeout(800)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  await context.close()
  console.log(name)
}
