/** A page put aside and taken back from the browser's own cache. Playwright turns that cache off; here it is on. */
import { expect, test, widgetOn } from './support/widget.ts'

test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
})

test('a page taken back from the browser’s cache, the widget in it, catches up at once', async ({
  page,
  site,
  tag,
  ada,
}) => {
  const shop = site.page(
    `${tag}<script>addEventListener('pageshow', (event) => { window.kept = event.persisted })</script>`,
  )
  const elsewhere = site.page('<p>elsewhere</p>')
  await page.goto(shop)
  const vera = widgetOn(page)
  await vera.open()
  await vera.say('bonjour')
  const asked = await ada.conversationWith('bonjour')
  await ada.pickUp(asked)
  await expect(vera.log.getByText('Conversation prise en charge par Ada')).toBeVisible()
  await page.goto(elsewhere)
  await ada.say(asked, 'pendant ce temps')
  await page.goBack({ waitUntil: 'commit' })
  expect(await page.evaluate('kept'), 'the widget does not keep the page out of the cache').toBe(true)
  await expect(vera.log.getByText('pendant ce temps')).toBeVisible({ timeout: 5_000 })
})
