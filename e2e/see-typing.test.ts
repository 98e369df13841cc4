/** Each side sees that the other is writing, before the words are there. */
import { expect, test } from './support/comptoir.ts'
import { openHouse } from './support/house.ts'
import { widgetOn } from './support/widget.ts'

test('agent and visitor see each other write; notes are written unseen', async ({ comptoir, page, browser }) => {
  const house = await openHouse(comptoir.url)
  await page.goto('/test')
  const widget = widgetOn(page)
  await widget.open()
  await widget.say('Bonjour')
  const ada = await house.ada.open(browser)
  await ada.goto('/conversations')
  const card = ada.getByRole('link').filter({ hasText: 'Visiteur' })
  await card.click()
  await ada.getByRole('button', { name: 'Prendre en charge' }).click()

  await widget.composer.pressSequentially('La théière', { delay: 30 })
  await expect(card).toContainText(/Visiteur \w{4} écrit…/)
  await expect(ada.getByRole('log', { name: 'Messages' })).toContainText(/Visiteur \w{4} écrit/)
  await widget.composer.press('Enter')
  await expect(card).toContainText('La théière')
  await expect(card).not.toContainText('écrit…')

  await ada.keyboard.press('Escape')
  await ada.keyboard.press('n')
  await ada.getByRole('textbox', { name: 'Votre note interne' }).pressSequentially('Entre nous', { delay: 30 })
  await expect(widget.host.locator('.typing')).toHaveCount(0)
  await ada.getByRole('radio', { name: 'Répondre' }).click()
  await ada.getByRole('textbox', { name: /Votre réponse/ }).pressSequentially('Oui', { delay: 30 })
  await expect(widget.host.locator('.typing')).toBeVisible()
})
