/**
 * Takes a picture of a page: `node tools/picture.ts <url> <out.png> [options]`
 *
 *   --width <px>  --height <px>     1440 × 900; a phone is --width 375 --height 812
 *   --dark                          the dark theme
 *   --lang <tag>                    the browser's language, fr-FR unless told
 *   --cookie <name=value>           may be given several times
 *   --full                          the whole page instead of what fits the window
 *   --wait <selector>               until something is seen
 *   --click <selector>              may be given several times, in order
 */
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { findBrowser } from '../e2e/browser.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '1440' },
    height: { type: 'string', default: '900' },
    dark: { type: 'boolean', default: false },
    lang: { type: 'string', default: 'fr-FR' },
    cookie: { type: 'string', multiple: true, default: [] },
    full: { type: 'boolean', default: false },
    wait: { type: 'string' },
    click: { type: 'string', multiple: true, default: [] },
  },
})
const [url, out] = positionals
if (!url || !out) throw new Error('Usage: node tools/picture.ts <url> <out.png> [options]')

const browser = await chromium.launch(await findBrowser())
const context = await browser.newContext({
  viewport: { width: Number(values.width), height: Number(values.height) },
  colorScheme: values.dark ? 'dark' : 'light',
  locale: values.lang,
  timezoneId: 'Europe/Paris',
})
await context.addCookies(values.cookie.map((pair) => toCookie(pair, url)))
const page = await context.newPage()
page.on('console', (message) => message.type() === 'error' && console.error(`console: ${message.text()}`))
page.on('pageerror', (error) => console.error(`page: ${error.stack}`))
await page.goto(url, { waitUntil: 'load' })
if (values.wait) await page.locator(values.wait).first().waitFor()
for (const selector of values.click) await page.locator(selector).first().click()
await page.evaluate(() => document.fonts.ready)
await page.waitForTimeout(500) // Motion comes to rest.
await page.screenshot({ path: out, fullPage: values.full })
await browser.close()

function toCookie(pair: string, url: string) {
  const [name = '', ...value] = pair.split('=')
  return { name, value: value.join('='), url: new URL(url).origin }
}
