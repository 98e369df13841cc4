/** Once it is closed the visitor says how it was, and takes what was said along by letter; whoever answers sees it at once. */
import type { Page } from '@playwright/test'
import { type MailServer, startMailServer } from '#server/testing/mail-server.ts'
import { test as base, expect } from './support/comptoir.ts'
import { type Agent, openHouse, untilPresent } from './support/house.ts'
import { expectNoFaults } from './support/look.ts'
import { widgetOn } from './support/widget.ts'

const test = base.extend<{ post: MailServer }>({
  post: async ({ browserName: _ }, use) => {
    const post = await startMailServer()
    await use(post)
    await post.close()
  },
  settings: async ({ post }, use) => use({ SMTP_URL: post.url }),
})

/** Ada at her desk answers what Vera asks, and closes it. */
async function answerAndClose(ada: Page, vera: Page, question: string) {
  const widget = widgetOn(vera)
  await widget.say(question)
  await ada.getByRole('link').filter({ hasText: question }).click()
  await ada.getByRole('button', { name: 'Prendre en charge' }).click()
  const composer = ada.getByRole('textbox', { name: /Votre réponse/ })
  await composer.fill('Oui, la voici.')
  await composer.press('Enter')
  await expect(widget.log.getByText('Oui, la voici.').last()).toBeVisible()
  await ada.getByRole('button', { name: 'Fermer', exact: true }).click()
}

async function sitDown(house: { ada: Agent }, browser: Parameters<Agent['open']>[0]): Promise<Page> {
  const ada = await house.ada.open(browser, { viewport: { width: 1440, height: 900 }, locale: 'fr-FR' })
  await ada.goto('/conversations')
  await untilPresent(house.ada)
  return ada
}

test('Vera rates with the keyboard alone; Ada sees it at once, in the thread, on the card, beside it', async ({
  comptoir,
  page,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const ada = await sitDown(house, browser)
  await page.goto('/test')
  const { open, host, composer } = widgetOn(page)
  await open()
  await answerAndClose(ada, page, 'La théière existe-t-elle en bleu ?')

  const card = host.getByRole('region', { name: 'Après la conversation' })
  await expect(card.getByRole('group', { name: 'Comment s’est passé cet échange ?' })).toBeVisible()
  await expectNoFaults(page, 'asked', { within: 'comptoir-widget' })
  await card.getByRole('radio', { name: 'Très mauvais' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(card.getByRole('radio', { name: 'Bon' })).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.type('Réponse <b>claire</b>')
  await expectNoFaults(page, 'rating', { within: 'comptoir-widget' })
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(card.getByRole('status')).toContainText('Merci pour votre avis : Bon')

  const log = ada.getByRole('log', { name: 'Messages' })
  await expect(log.getByText('Bon (4/5)')).toBeVisible()
  await expect(log.getByText('Réponse <b>claire</b>')).toBeVisible()
  const ofVera = ada
    .getByRole('link')
    .filter({ hasText: 'La théière' })
    .or(ada.getByRole('link').filter({ hasText: 'la voici' }))
  await expect(ofVera.getByText('Avis : Bon')).toBeAttached()
  const beside = ada.getByRole('region', { name: 'Suivi' })
  await expect(beside.getByText('Bon (4/5)')).toBeVisible()
  await expectNoFaults(ada, 'a rating in the console')

  await card.getByRole('button', { name: 'Changer' }).click()
  await card.getByRole('radio', { name: 'Excellent' }).check()
  await card.getByRole('button', { name: 'Envoyer' }).click()
  await expect(log.getByText('Excellent (5/5)')).toBeVisible()
  await expect(log.getByText('Bon (4/5)')).toHaveCount(0)
  await expect(beside.getByText('Excellent (5/5)')).toBeVisible()

  await card.getByRole('button', { name: 'Masquer' }).click()
  await expect(card).toBeHidden()
  await expect(composer).toBeFocused()
})

test('put away it stays away, across a reload; a new closing asks anew', async ({ comptoir, page, browser }) => {
  const house = await openHouse(comptoir.url)
  const ada = await sitDown(house, browser)
  await page.goto('/test')
  const { open, host } = widgetOn(page)
  await open()
  await answerAndClose(ada, page, 'Bonjour, une question')
  const card = host.getByRole('region', { name: 'Après la conversation' })
  await card.getByRole('button', { name: 'Masquer' }).click()
  await expect(card).toBeHidden()
  await page.reload()
  await open()
  await expect(host.getByText('Conversation fermée par Ada')).toBeVisible()
  // The menu comes with the card: once it is there, so would be the card.
  await host.getByRole('button', { name: 'Réglages' }).click()
  await expect(host.getByRole('button', { name: 'Recevoir cet échange par e-mail' })).toBeVisible()
  await expect(card).toBeHidden()
  await page.keyboard.press('Escape')
  await answerAndClose(ada, page, 'Encore une question')
  await expect(card.getByRole('radio')).toHaveCount(5)
})

test.describe('on a phone, in English', () => {
  test.use({ viewport: { width: 375, height: 700 }, locale: 'en-GB', timezoneId: 'Europe/London' })

  test('Vera asks for the talk by letter, which says who said what', async ({ comptoir, page, browser, post }) => {
    const house = await openHouse(comptoir.url)
    const ada = await sitDown(house, browser)
    await page.goto('/test')
    const { open, host } = widgetOn(page)
    await open()
    await answerAndClose(ada, page, 'Is there a blue one?')
    const card = host.getByRole('region', { name: 'After the conversation' })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await card.getByRole('radio', { name: 'Fair' }).check()
      await expectNoFaults(page, `asked, ${colorScheme}`, { within: 'comptoir-widget' })
    }
    await card.getByRole('button', { name: 'Receive this conversation by e-mail' }).click()
    const form = host.getByRole('region', { name: 'Receive this conversation by e-mail' })
    const field = form.getByRole('textbox', { name: 'At which e-mail address?' })
    await expect(field).toBeFocused()
    await field.fill('vera')
    await form.getByRole('button', { name: 'Send' }).click()
    await expect(form.getByRole('alert')).toHaveText('Enter your whole e-mail address.')
    await expect(field).toBeFocused()
    await expectNoFaults(page, 'the form of the letter', { within: 'comptoir-widget' })
    await field.fill('vera@example.org')
    await field.press('Enter')
    await expect(form.getByRole('status')).toHaveText('The letter is on its way to vera@example.org.')

    const letter = await post.letterTo('vera@example.org')
    expect(letter.subject).toBe('Your conversation with Maison Verdier')
    expect(letter.text).toContain('Europe/London')
    expect(letter.text).toMatch(/You\n {4}Is there a blue one\?/)
    expect(letter.text).toMatch(/Ada\n {4}Oui, la voici\./)
    expect(letter.html).toContain('Oui, la voici.')
    expect(letter.text).not.toContain('Lefèvre')
  })
})

test('Ada sends what was said to the address she wrote down, and Vera is not asked by it', async ({
  comptoir,
  page,
  browser,
  post,
}) => {
  const house = await openHouse(comptoir.url)
  const ada = await sitDown(house, browser)
  await page.goto('/test')
  await widgetOn(page).open()
  await answerAndClose(ada, page, 'Où en est ma commande ?')
  const person = ada.getByRole('region', { name: 'Visiteur' })
  await expect(person.getByRole('button', { name: /Envoyer l’échange/ })).toHaveCount(0)
  await person.getByRole('button', { name: 'Modifier le nom et l’adresse' }).click()
  await ada.getByRole('textbox', { name: /Adresse/ }).fill('lea@example.org')
  await ada.getByRole('button', { name: 'Enregistrer' }).click()
  await person.getByRole('button', { name: 'Envoyer l’échange à cette adresse' }).click()
  await expect(ada.getByText('L’échange part pour lea@example.org')).toBeVisible()
  const { text } = await post.letterTo('lea@example.org')
  expect(text).toMatch(/Vous\n {4}Où en est ma commande \?/)
  await expectNoFaults(ada, 'sending a talk')

  // What she noted of Vera is the team's: where Vera is asked for her address, it is not there.
  const { host } = widgetOn(page)
  await host.getByRole('button', { name: 'Recevoir cet échange par e-mail' }).click()
  await expect(host.getByRole('textbox', { name: 'À quelle adresse e-mail ?' })).toHaveValue('')
})
