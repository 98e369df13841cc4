/** What a channel asks first: Vera answers inside the chat, and what she answered heads her conversation. */
import type { Browser, Page } from '@playwright/test'
import type { QuestionnaireId } from '#contract/ids.ts'
import { shopFlow } from '#server/testing/questioning.ts'
import { expect, test } from './support/comptoir.ts'
import { type House, openHouse } from './support/house.ts'
import { expectGoodLook } from './support/look.ts'
import { closeForNow } from './support/night.ts'
import { widgetOn } from './support/widget.ts'

/** The house's channel asks the questions of a shop of teas first. */
async function asks({ ada, channel }: House): Promise<QuestionnaireId> {
  const { params } = ada
  const ofOne = '/organisations/:organisationId/questionnaires/:questionnaireId' as const
  const { id } = await ada.call('POST /organisations/:organisationId/questionnaires', {
    params,
    body: { name: 'Accueil de la boutique', subAccountId: channel.subAccountId },
  })
  const of = { ...params, questionnaireId: id }
  const { version } = await ada.call(`PUT ${ofOne}/draft`, { params: of, body: { flow: shopFlow(), version: 0 } })
  await ada.call(`POST ${ofOne}/publication`, { params: of, body: { version } })
  await ada.call('PUT /organisations/:organisationId/channels/:channelId', {
    params: { ...params, channelId: channel.id },
    body: { questionnaireId: id, whenNobody: 'questionnaire', version: channel.version },
  })
  return id
}

/** Ada at her console: there to be counted on. */
async function atWork(house: House, browser: Browser): Promise<Page> {
  const page = await house.ada.open(browser)
  await page.goto('/conversations')
  await expect(page.getByRole('heading', { name: 'En attente' })).toBeVisible()
  return page
}

test('[N9] Vera answers, goes back, reloads and reaches an agent, who reads her answers', async ({
  comptoir,
  page,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  await asks(house)
  await page.goto('/test')
  const { panel, log, launcher, composer } = widgetOn(page)
  const field = log.getByRole('textbox')
  await launcher.click()
  await expect(log.getByText('Bonjour, bienvenue chez Maison Verdier.')).toBeVisible()
  await expect(log.getByRole('button', { name: 'Suivre ma commande' })).toBeVisible()
  await expect(log.getByRole('button', { name: 'Parler à un conseiller' })).toHaveCount(0)
  await expect(composer, 'words wait for the questions').toHaveCount(0)
  await expectGoodLook(page, 'Questions')

  await log.getByRole('button', { name: 'Suivre ma commande' }).click()
  await field.fill('4812')
  await field.press('Enter')
  await expect(log.getByRole('alert')).toContainText('CD-####')
  await expect(field, 'nothing typed is lost').toHaveValue('4812')
  await field.fill('CD-4812')
  await field.press('Enter')
  await expect(log.getByText('À quelle adresse vous répondre ?')).toBeVisible()

  await page.reload()
  await launcher.click()
  await expect(log.getByText('À quelle adresse vous répondre ?')).toBeVisible()
  await expect(log.getByText('CD-4812')).toBeVisible()
  await log.getByRole('button', { name: /Modifier la réponse à « Comment/ }).click()
  await expect(log.getByText('Les réponses suivantes ont été retirées.')).toBeVisible()
  await expect(log.getByText('CD-4812')).toHaveCount(0)

  await log.getByRole('button', { name: 'Suivre ma commande' }).click()
  await field.fill('CD-1234')
  await field.press('Enter')
  const ada = await atWork(house, browser)
  await field.fill('Vera@Maison.Example')
  await field.press('Enter')
  await expect(log.getByText('Nous regardons votre commande.')).toBeVisible()
  await expect(composer, 'from here on she writes').toBeVisible()

  const card = ada.getByRole('link').filter({ hasText: 'vera@maison.example' })
  await expect(card).toContainText('A répondu au questionnaire')
  await card.click()
  const answers = ada.getByRole('log', { name: 'Messages' }).getByRole('region', { name: 'Réponses' })
  await expect(answers).toContainText('Quel est le numéro de votre commande ?')
  await expect(answers).toContainText('CD-1234')
  await expect(ada.getByRole('region', { name: 'Champs' })).toContainText('CD-1234')
  await expect(ada.getByRole('complementary')).toContainText('vera@maison.example')
  await ada.getByRole('button', { name: 'Prendre en charge' }).click()
  await expect(log.getByText(/Conversation prise en charge/)).toBeVisible()
  await expect(panel.getByRole('heading')).toHaveText('Ada')
})

test('[N8] an agent is offered while one is there, and asked about again at the click', async ({
  comptoir,
  page,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  await asks(house)
  const ada = await atWork(house, browser)
  await page.goto('/test')
  const { log, launcher } = widgetOn(page)
  await launcher.click()
  const advisor = log.getByRole('button', { name: 'Parler à un conseiller' })
  await expect(advisor).toBeVisible()
  await house.ada.call('PUT /organisations/:organisationId/me/availability', {
    params: house.ada.params,
    body: { availability: 'away' },
  })
  await advisor.click()
  await expect(log.getByText('Personne ne peut plus prendre votre demande')).toBeVisible()
  await expect(advisor).toHaveCount(0)
  await expect(log.getByRole('button', { name: 'Laisser un message' })).toBeVisible()
  await ada.close()
})

test('in English: a form becomes a conversation, words end it with a way to start again', async ({
  comptoir,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  await asks(house)
  const context = await browser.newContext({ baseURL: comptoir.url, locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto('/test')
  const { host, log, launcher, composer } = widgetOn(page)
  await launcher.click()
  await log.getByRole('button', { name: 'Opening hours' }).click()
  await expect(log.getByText('Monday to Saturday, 10 a.m. to 7 p.m.')).toBeVisible()
  await log.getByRole('button', { name: 'Start again' }).click()
  await log.getByRole('button', { name: 'Leave a message' }).click()
  await log.getByRole('button', { name: 'Send the message' }).click()
  await expect(log.getByText('An answer is needed.')).toHaveCount(3)
  await log.getByLabel('Your name').fill('Vera Visit')
  await log.getByLabel('Your e-mail address').fill('vera@')
  await log.getByLabel('Your message').fill('My cup is chipped.')
  await log.getByRole('button', { name: 'Send the message' }).click()
  await expect(log.getByText('This address looks incomplete.')).toBeVisible()
  await log.getByLabel('Your e-mail address').fill('vera@maison.example')
  await expectGoodLook(page, 'Form')
  await log.getByRole('button', { name: 'Send the message' }).click()
  await expect(log.locator('[data-seq]').getByText('My cup is chipped.')).toBeVisible()
  await expect(composer).toBeVisible()
  const { pending } = await house.ada.call('GET /organisations/:organisationId/inbox', { params: house.ada.params })
  expect(pending.map(({ visitor }) => visitor.name)).toEqual(['Vera Visit'])
  // The address she gave is proposed where she is asked for one again.
  await host.getByRole('button', { name: 'Settings' }).click()
  await host.getByRole('button', { name: 'Receive this conversation by e-mail' }).click()
  await expect(host.getByRole('textbox', { name: 'At which e-mail address?' })).toHaveValue('vera@maison.example')
  await context.close()
})

for (const [tag, order, number, address, back] of [
  [
    'fr-FR',
    'Suivre ma commande',
    'Quel est le numéro de votre commande ?',
    'À quelle adresse vous répondre ?',
    /de retour/,
  ],
  ['en-GB', 'Track my order', 'What is the number of your order?', 'At which address can we answer you?', /back/i],
] as const)
  test(`[C9] while it is closed the questionnaire stands alone, and its answers wait for somebody: ${tag}`, async ({
    comptoir,
    browser,
  }) => {
    const house = await openHouse(comptoir.url)
    await asks(house)
    await closeForNow(house)
    const page = await (await browser.newContext({ baseURL: comptoir.url, locale: tag })).newPage()
    await page.goto('/test')
    const { panel, log, launcher, composer } = widgetOn(page)
    await launcher.click()
    await expect(panel.getByText(back), 'it says when it opens').toBeVisible()
    await expect(composer, 'nothing but the questionnaire').toHaveCount(0)
    await log.getByRole('button', { name: order }).click()
    await expect(log.getByText(number)).toBeVisible()
    await log.getByRole('textbox').fill('CD-4812')
    await log.getByRole('textbox').press('Enter')
    await expect(log.getByText(address)).toBeVisible()
    await expect(composer).toHaveCount(0)
    await log.getByRole('textbox').fill('vera@maison.example')
    await log.getByRole('textbox').press('Enter')
    await expect(composer, 'whoever has a conversation goes on in it').toBeVisible()
    const { params } = house.ada
    const { pending } = await house.ada.call('GET /organisations/:organisationId/inbox', { params })
    expect(pending.map(({ visitor, lastMessage }) => [visitor.email, lastMessage])).toEqual([
      ['vera@maison.example', null],
    ])
    await page.context().close()
  })
