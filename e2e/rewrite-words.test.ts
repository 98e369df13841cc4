/** An agent mends a reply and takes another back: the visitor's open widget changes, and what stood there is kept for those who may. */
import { expect, test } from './support/comptoir.ts'
import { openHouse, untilPresent } from './support/house.ts'
import { expectNoFaults } from './support/look.ts'
import { widgetOn } from './support/widget.ts'

test('a reply is rewritten in its place and another taken back, before the visitor’s eyes', async ({
  comptoir,
  page,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const ada = await house.ada.open(browser)
  await ada.goto('/conversations')
  await untilPresent(house.ada)
  await page.goto('/test')
  const widget = widgetOn(page)
  await widget.open()
  await widget.say('Bonjour, la théière ?')
  await ada.getByRole('link').filter({ hasText: 'théière' }).click()
  await ada.getByRole('button', { name: 'Prendre en charge' }).click()
  const composer = ada.getByRole('textbox', { name: /Votre réponse/ })
  const log = ada.getByRole('log', { name: 'Messages' })
  for (const text of ['Il en reste tros.', 'Le code est 4711']) {
    await composer.fill(text)
    await composer.press('Enter')
    await expect(widget.host.getByText(text)).toBeVisible()
  }

  const own = log.locator('.group\\/own')
  await own.first().hover()
  await own.first().getByRole('button', { name: 'Modifier ce message' }).click()
  const field = log.getByRole('textbox', { name: 'Modifier ce message' })
  await expect(field).toBeFocused()
  await expectNoFaults(ada, 'rewriting')
  await field.fill('Il en reste trois.')
  await field.press('Enter')
  await expect(widget.host.getByText('Il en reste trois.')).toBeVisible()
  await expect(widget.host.getByText('modifié')).toBeVisible()

  await own.last().hover()
  await own.last().getByRole('button', { name: 'Supprimer' }).click()
  await ada.getByRole('alertdialog').getByRole('button', { name: 'Supprimer' }).click()
  await expect(widget.host.getByText('Message supprimé')).toBeVisible()
  await expect(widget.host.getByText('4711')).toHaveCount(0)
  await expect(log.getByText('4711')).toHaveCount(0)
  await expect(ada.getByRole('link').filter({ hasText: 'Message supprimé' })).toBeVisible()

  await log.getByRole('button', { name: 'voir avant' }).last().click()
  await expect(ada.getByRole('dialog').getByText('Le code est 4711')).toBeVisible()
  await expectNoFaults(ada, 'versions')
  await page.reload()
  await widget.launcher.click()
  await expect(widget.host.getByText('Il en reste trois.')).toBeVisible()
  await expect(widget.host.getByText('4711')).toHaveCount(0)
})
