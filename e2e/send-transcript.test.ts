/** What was said goes by letter, from the head of the thread or the palette, and the thread tells of it: to each as far as it is theirs. */
import { type MailServer, startMailServer } from '#server/testing/mail-server.ts'
import { test as base, expect } from './support/comptoir.ts'
import { openHouse, untilPresent } from './support/house.ts'
import { expectGoodLook, expectNoFaults } from './support/look.ts'
import { widgetOn } from './support/widget.ts'

const test = base.extend<{ post: MailServer }>({
  post: async ({ browserName: _ }, use) => {
    const post = await startMailServer()
    await use(post)
    await post.close()
  },
  settings: async ({ post }, use) => use({ SMTP_URL: post.url }),
})

test('[N12] Ada sends a talk by the menu and by the palette, Vera asks for it too: the thread tells each what is theirs', async ({
  comptoir,
  page,
  browser,
  post,
}) => {
  const house = await openHouse(comptoir.url)
  const ada = await house.ada.open(browser, { viewport: { width: 1440, height: 900 }, locale: 'fr-FR' })
  await ada.goto('/conversations')
  await untilPresent(house.ada)
  await page.goto('/test')
  const widget = widgetOn(page)
  await widget.open()
  await widget.say('La théière est-elle là ?')
  await ada.getByRole('link').filter({ hasText: 'théière' }).click()
  await ada.getByRole('button', { name: 'Prendre en charge' }).click()
  const composer = ada.getByRole('textbox', { name: /Votre réponse/ })
  await composer.fill('Oui, la voici.')
  await composer.press('Enter')
  await expect(widget.log.getByText('Oui, la voici.').last()).toBeVisible()
  const log = ada.getByRole('log', { name: 'Messages' })

  // Nobody knows an address yet.
  const menu = ada.getByRole('button', { name: /^Actions/ })
  await menu.click()
  await expectNoFaults(ada, 'menu of a thread')
  await ada.getByRole('menuitem', { name: 'Envoyer l’échange par e-mail' }).click()
  await expect(ada.getByText('L’adresse e-mail de cette personne n’est pas connue.')).toBeVisible()
  await expect(log.getByText('Échange envoyé par e-mail')).toHaveCount(0)

  await ada.getByRole('button', { name: 'Modifier le nom et l’adresse' }).click()
  await ada.getByRole('textbox', { name: /Adresse/ }).fill('lea@example.org')
  await ada.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(ada.getByText('lea@example.org').first()).toBeVisible()
  await menu.click()
  await ada.getByRole('menuitem', { name: 'Envoyer l’échange par e-mail' }).click()
  await expect(log).toContainText(/Échange envoyé par e-mail à lea@example\.org par Ada/)
  expect((await post.letterTo('lea@example.org')).text).toContain('Oui, la voici.')

  await ada.keyboard.press('Control+k')
  await ada.getByRole('combobox').fill('échange par e-mail')
  await ada.keyboard.press('Enter')
  await expect(log.getByText('Échange envoyé par e-mail')).toHaveCount(2)
  await expect(widget.log.getByText(/Échange envoyé/)).toHaveCount(0)

  // Vera asks for another address, which is hers alone.
  await widget.host.getByRole('button', { name: 'Réglages' }).click()
  await widget.host.getByRole('button', { name: 'Recevoir cet échange par e-mail' }).click()
  await widget.host.getByRole('textbox', { name: 'À quelle adresse e-mail ?' }).fill('vera.novak@example.org')
  await page.keyboard.press('Enter')
  await expect(widget.log.getByText('Échange envoyé à vera.novak@example.org')).toBeVisible()
  await expect(log).toContainText(/Échange envoyé par e-mail à v…@example\.org à la demande de/)
  await expect(ada.getByText('vera.novak@example.org')).toHaveCount(0)
  await expectGoodLook(ada, 'a thread that tells of letters')
})
