/** Emoji in the chat: fetched when somebody first asks for them, chosen by mouse or by keys, put where the caret stands. */
import { expect, test, widgetOn } from './support/widget.ts'

test('a visitor puts emoji into their words by mouse and by keys, and sends them', async ({ page, ada }) => {
  const fetched: string[] = []
  page.on('request', (request) => {
    if (/emoji/.test(request.url())) fetched.push(request.url())
  })
  const seat = await ada.sitDown()
  await page.goto('/test')
  const vera = widgetOn(page)
  await vera.open()
  const field = vera.host.getByRole('textbox', { name: 'Votre message' })
  const button = vera.host.getByRole('button', { name: 'Émojis' })
  await field.fill('Merci !')
  expect(fetched, 'not before it is wanted').toEqual([])
  await button.click()
  const grid = vera.host.getByRole('toolbar', { name: 'Émojis' })
  await grid.getByRole('button', { name: '👍' }).click()
  await expect(field).toHaveValue('Merci !👍')
  await expect(field).toBeFocused()
  await expect(grid).toBeHidden()
  expect(fetched.length, 'control: it is a file of its own').toBeGreaterThan(0)

  await field.press('Home')
  await button.press('Enter')
  await expect(grid.getByRole('button').first()).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('😄Merci !👍')
  await button.press('Enter')
  await page.keyboard.press('Escape')
  await expect(grid).toBeHidden()
  await expect(field).toBeFocused()
  await field.press('Enter')
  await expect.poll(() => vera.bubbles()).toEqual(['😄Merci !👍'])
  await ada.conversationWith('😄Merci !👍')
  seat.getUp()
})
