/** The widget on other people's pages: strict, hostile, changing; and what it leaves there. */
import type { Page } from '@playwright/test'
import { expect, test, widgetOn } from './support/widget.ts'

test.slow()

/** The whole way: open, write, be answered, on a page that may be against it. */
async function talk(page: Page, ada: import('./support/widget.ts').Ada, address: string) {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  await page.goto(address)
  const vera = widgetOn(page)
  await vera.open()
  await vera.say(`bonjour de ${address}`)
  const asked = await ada.conversationWith(`bonjour de ${address}`)
  await ada.pickUp(asked)
  await ada.say(asked, 'bonjour à vous')
  await expect(vera.log.getByText('bonjour à vous')).toBeVisible()
  return { vera, faults }
}

test('it works under a strict content policy, and breaks none of its rules', async ({
  page,
  site,
  tag,
  ada,
  comptoir,
}) => {
  const { origin, host } = new URL(comptoir.url)
  const policy = [
    "default-src 'none'",
    `script-src ${origin}`,
    `connect-src ${origin} ws://${host}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
  const { faults } = await talk(page, ada, site.page(tag, { policy }))
  expect(faults).toEqual([])
})

test('a page’s own style sheet neither hides nor changes it, and cannot be painted over', async ({
  page,
  site,
  tag,
  ada,
}) => {
  const everything = [
    'display:none',
    'visibility:hidden',
    'opacity:0',
    'pointer-events:none',
    'transform:scale(0)',
    'position:static',
    'z-index:-1',
    'clip-path:inset(50%)',
    'font-size:0',
    'color:transparent',
    'filter:blur(9px)',
    'all:unset',
  ]
  const important = everything.map((rule) => `${rule}!important`).join(';')
  const head = `<style>* , *::before, comptoir-widget { ${important} } html, body { all: revert !important }</style>`
  const over =
    '<div id="over" style="all:revert!important;display:block!important;position:fixed!important;inset:0!important;z-index:2147483647!important;background:pink!important">over</div>'
  const { vera } = await talk(page, ada, site.page(tag + over, { head }))
  await expect(vera.launcher).toBeInViewport()
  const box = await vera.launcher.boundingBox()
  expect([box?.width, box?.height]).toEqual([56, 56])
  const look = await vera.composer.evaluate((area) => {
    const { fontSize, color, visibility, opacity } = getComputedStyle(area)
    return { fontSize, color, visibility, opacity }
  })
  expect(look).toEqual({ fontSize: '14px', color: 'rgb(31, 29, 26)', visibility: 'visible', opacity: '1' })
})

test('a page that has changed what arrays, objects and strings can do does not break it', async ({
  page,
  site,
  tag,
  ada,
}) => {
  const head = `<script>
    Array.prototype.toJSON = function () { return 'broken' }
    Array.prototype.last = function () { return this[this.length - 1] }
    Object.prototype.extend = function () { return this }
    Function.prototype.delay = function () {}
    String.prototype.startsWith = function (start) { return this.indexOf(start) === 0 }
    Array.from = function (list) { return [].slice.call(list) }
    Element.prototype.remove = function () { if (this.parentNode) this.parentNode.removeChild(this) }
    const NativePromise = window.Promise
    window.Promise = class extends NativePromise {}
    const nativeFetch = window.fetch
    window.fetch = function () { return nativeFetch.apply(window, arguments) }
    window.name = 'mine'; window.event = 1; window.status = 'mine'; window.close = null; window.open = null; window.top1 = 1
  </script>`
  const { faults } = await talk(page, ada, site.page(tag, { head }))
  expect(faults).toEqual([])
})

test('pages that replace their body, or all they have, keep it', async ({ page, site, tag, ada }) => {
  const { vera } = await talk(page, ada, site.page(tag))
  await page.evaluate(() => {
    document.body.outerHTML = '<body><h1>new</h1></body>'
  })
  await expect(vera.log.getByText('bonjour à vous')).toBeVisible()
  await page.evaluate(() => {
    document.documentElement.innerHTML = '<head></head><body>all new</body>'
  })
  await expect(vera.log.getByText('bonjour à vous')).toBeVisible()
  await vera.say('toujours là')
  await expect(vera.log.getByText('toujours là')).toBeVisible()
})

test('two tags are one widget, also when a page runs them again', async ({ page, site, tag, ada }) => {
  const { vera } = await talk(page, ada, site.page(`${tag}<p>two</p>${tag}`))
  const greetings: string[] = []
  page.on('request', (request) => request.url().includes('/greeting') && greetings.push(request.url()))
  await page.evaluate(() => {
    const ran = [...document.querySelectorAll<HTMLScriptElement>('script[data-channel]')].map((old) => {
      const again = document.createElement('script')
      again.src = old.src
      again.dataset.channel = old.dataset.channel ?? ''
      old.replaceWith(again)
      return new Promise((resolve) => again.addEventListener('load', resolve))
    })
    return Promise.all(ran)
  })
  // A widget begins by asking for its greeting, as its script runs.
  expect(greetings).toEqual([])
  await expect(vera.host).toHaveCount(1)
})

test('a page that changes its address by itself keeps the open conversation, and the next words tell the new one', async ({
  page,
  site,
  tag,
  ada,
}) => {
  const { vera } = await talk(page, ada, site.page(tag))
  await page.evaluate(() => {
    history.pushState(null, '', '/panier?x=1')
    document.title = 'Panier'
  })
  await vera.say('depuis le panier')
  const { page: told } = await ada.conversationWith('depuis le panier')
  expect(told?.url).toMatch(/\/panier\?x=1$/)
  expect(told?.title).toBe('Panier')
})

test('it leaves no trace on the page: one element, and nothing else, of the page’s is changed', async ({
  page,
  site,
  tag,
  ada,
}) => {
  const look = () =>
    page.evaluate(() => ({
      globals: Object.getOwnPropertyNames(window).sort(),
      frames: window.length,
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      body: document.body.innerHTML,
      head: document.head.innerHTML,
      title: document.title,
      root: document.documentElement.attributes.length,
      style: [document.documentElement, document.body].map((element) => element.getAttribute('style')),
      elements: [...document.documentElement.children].map(({ localName }) => localName),
      size: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
    }))
  const text = '<p>plain</p>'.repeat(80)
  await page.goto(site.page(text))
  const before = await look()
  const { vera } = await talk(page, ada, site.page(text + tag))
  await expect(vera.panel).toBeVisible()
  const after = await look()
  expect(after).toEqual({
    ...before,
    body: before.body + tag.replace(' async ', ' async="" '),
    elements: [...before.elements, 'comptoir-widget'],
  })
})

test('keys pressed in it are not the page’s, and a page’s trap for the focus does not catch it', async ({
  page,
  site,
  tag,
  ada,
}) => {
  const trap = `<input id="own"><script>
    window.heard = []
    for (const type of ['keydown', 'keyup', 'keypress', 'input', 'paste'])
      document.addEventListener(type, (event) => heard.push(type))
    document.addEventListener('focusin', (event) => { if (event.target.id !== 'own') document.querySelector('#own').focus() })
  </script>`
  const { vera } = await talk(page, ada, site.page(trap + tag))
  await vera.composer.pressSequentially('jk?')
  await expect(vera.composer).toHaveValue('jk?')
  expect(await page.evaluate('heard')).toEqual([])
  await page.locator('#own').press('j')
  expect(await page.evaluate('heard.length'), 'the page would have heard them').toBeGreaterThan(0)
})

test('on a site the channel does not name, nothing is shown and nothing can be sent', async ({
  page,
  site,
  tag,
  ada,
}) => {
  const address = site.page(tag).replace('127.0.0.1', 'localhost')
  const answered = page.waitForResponse(/\/greeting/)
  await page.goto(address)
  expect((await answered).status()).toBe(403)
  await page.waitForLoadState('networkidle')
  await expect(widgetOn(page).launcher).toHaveCount(0)
  expect(await ada.inbox()).toEqual([])
})

test('before it is opened it costs the page one small script and one small answer', async ({
  page,
  site,
  tag,
  ada: _,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(site.page(tag))
  await widgetOn(page).launcher.waitFor()
  await page.waitForLoadState('networkidle')
  expect(asked.filter((path) => path.startsWith('/widget') || path.startsWith('/api'))).toEqual([
    '/widget.js',
    expect.stringMatching(/^\/api\/v1\/widget\/[\w-]{22}\/greeting$/),
  ])
})
