/** The widget by keyboard, by screen reader, on a phone. */

import { expectNoFaults } from './support/look.ts'
import { expect, test, widgetOn } from './support/widget.ts'

test.slow()

for (const { colorScheme, viewport, colour } of [
  { colorScheme: 'light', viewport: { width: 1280, height: 800 }, colour: null },
  { colorScheme: 'dark', viewport: { width: 375, height: 740 }, colour: null },
  { colorScheme: 'light', viewport: { width: 1280, height: 800 }, colour: '#ffe14d' },
  { colorScheme: 'dark', viewport: { width: 1280, height: 800 }, colour: '#c2185b' },
] as const) {
  test(`axe finds nothing: ${colorScheme}, ${viewport.width} wide, ${colour ?? 'the usual colour'}`, async ({
    page,
    ada,
  }) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(viewport)
    if (colour) {
      await page.route(/\/greeting/, async (route) => {
        const response = await route.fetch()
        await route.fulfill({ response, json: { ...(await response.json()), colour } })
      })
    }
    const check = (moment: string) => expectNoFaults(page, moment, { within: 'comptoir-widget' })
    await page.goto('/test')
    const vera = widgetOn(page)
    await vera.launcher.waitFor()
    await check('closed')
    await vera.open()
    await check('welcome')
    await vera.say('Bonjour, voyez https://shop.example/a')
    const asked = await ada.conversationWith('Bonjour, voyez https://shop.example/a')
    await ada.pickUp(asked)
    await ada.readTo(asked, 1)
    await ada.say(asked, 'Oui : https://shop.example/b')
    await expect(vera.log.getByText('Oui')).toBeVisible()
    await check('conversation')
    await vera.panel.getByRole('button', { name: 'Réglages' }).click()
    await check('menu')
    await page.keyboard.press('Escape')
    await page.route(/\/messages\//, (route) =>
      route.fulfill({ status: 409, json: { code: 'messages.id-reused', message: 'Non.' } }),
    )
    await vera.say('refusé')
    await expect(vera.log.getByText('Non envoyé')).toBeVisible()
    await check('refused')
    await vera.panel.getByRole('button', { name: 'Fermer la messagerie' }).click()
    await ada.say(asked, 'encore là ?')
    await expect(vera.host.locator('.peek')).toBeVisible()
    await check('peek')
  })
}

test('by keyboard alone: open, write, choose, close, and be back where one was', async ({ page, ada }) => {
  await page.goto('/test')
  const vera = widgetOn(page)
  await vera.launcher.focus()
  await page.keyboard.press('Enter')
  await expect(vera.composer).toBeFocused()
  await page.keyboard.type('au clavier')
  await page.keyboard.press('Enter')
  await ada.conversationWith('au clavier')
  await expect(vera.composer).toBeFocused()

  for (const beside of ['Joindre un fichier', 'Émojis']) {
    await page.keyboard.press('Shift+Tab')
    await expect(vera.panel.getByRole('button', { name: beside })).toBeFocused()
  }
  await page.keyboard.press('Shift+Tab')
  await expect(vera.log).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(vera.panel.getByRole('button', { name: 'Fermer la messagerie' })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  const settings = vera.panel.getByRole('button', { name: 'Réglages' })
  await expect(settings).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(vera.panel.getByLabel('Langue')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(settings).toBeFocused()
  await expect(settings).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('Escape')
  await expect(vera.panel).toHaveCount(0)
  await expect(vera.launcher).toBeFocused()
})

test('a screen reader hears who says what, what happened, and who types', async ({ page, ada }) => {
  await page.goto('/test')
  const vera = widgetOn(page)
  await vera.open()
  await vera.say('bonjour')
  const asked = await ada.conversationWith('bonjour')
  await ada.pickUp(asked)
  await ada.say(asked, 'bonsoir')
  await expect(vera.log.getByText('bonsoir')).toBeVisible()
  await expect(vera.log).toHaveAccessibleName('Messages')
  const heard = ((await vera.log.textContent()) ?? '').replace(/[\s\u00a0]+/g, ' ')
  expect(heard).toMatch(/Vous : bonjour.*Conversation prise en charge par Ada.*Ada : bonsoir/)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true })

  test('the panel is the whole screen, keys stay in it, and Enter makes a line', async ({ page, ada }) => {
    await page.goto('/test')
    const vera = widgetOn(page)
    await vera.launcher.tap()
    await vera.composer.waitFor()
    expect(await vera.panel.boundingBox()).toEqual({ x: 0, y: 0, width: 375, height: 740 })
    await expect(vera.composer).not.toBeFocused()
    await vera.composer.tap()
    await page.keyboard.type('une')
    await page.keyboard.press('Enter')
    await page.keyboard.type('deux')
    await vera.panel.getByRole('button', { name: 'Envoyer' }).tap()
    const [size] = await Promise.all([
      vera.composer.evaluate((area) => getComputedStyle(area).fontSize),
      ada.conversationWith('une deux'),
    ])
    expect(size, 'smaller type makes phones zoom in').toBe('16px')
    await vera.panel.getByRole('button', { name: 'Envoyer' }).focus()
    await page.keyboard.press('Tab')
    await expect(vera.panel.getByRole('button', { name: 'Réglages' })).toBeFocused()
    await page.keyboard.press('Shift+Tab')
    await expect(vera.panel.getByRole('button', { name: 'Envoyer' })).toBeFocused()
    await vera.panel.getByRole('button', { name: 'Fermer la messagerie' }).tap()
    await expect(vera.panel).toHaveCount(0)
  })
})
