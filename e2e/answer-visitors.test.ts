/** An agent's day with one visitor: who waits, who takes them, what is said, seen, noted, closed and taken back. */
import { expect, type Page } from '@playwright/test'
import { test } from './support/desks.ts'

const card = (page: Page, text: string) => page.getByRole('link').filter({ hasText: text })
// By its name: there are silent logs of the page's own announcements beside it.
const log = (page: Page) => page.getByRole('log', { name: 'Messages' })

test('[N12] who begins to wait is there at once, is picked up, answered, and sees and is seen', async ({ desks }) => {
  const ada = await desks.open(desks.ada)
  await expect(ada.getByText('Tout est prêt pour la première conversation')).toBeVisible()

  const vera = desks.lyon.visitor()
  await vera.say('Bonjour, la théière est-elle encore là ?')
  await expect(ada.getByRole('link', { name: /^Conversations/ })).toContainText('1')
  await card(ada, 'la théière').click()
  await expect(ada).toHaveURL(/\/conversations\/[0-9a-f-]{36}$/)
  await ada.getByRole('button', { name: 'Prendre en charge' }).click()
  await expect(log(ada)).toContainText('Conversation prise en charge par Ada')

  const composer = ada.getByRole('textbox', { name: /Votre réponse/ })
  await expect(composer).toBeFocused()
  await composer.pressSequentially('Oui, la dernière.')
  await composer.press('Enter')
  await expect(log(ada).getByText('Envoyé')).toBeVisible()
  const { messages, conversation } = await vera.thread()
  expect(messages.at(-1)?.text).toBe('Oui, la dernière.')

  const params = { channelKey: vera.channelKey }
  await vera.call('PUT /widget/:channelKey/read', { params, body: { seq: conversation?.lastSeq ?? 0 } })
  await expect(log(ada).getByText('Vu')).toBeVisible()

  await vera.say('Alors je la prends !')
  await expect(log(ada).getByText('Alors je la prends !')).toBeVisible()
  await expect(async () => {
    const thread = await vera.thread()
    expect(thread.conversation?.agentReadSeq).toBe(thread.conversation?.lastSeq)
  }).toPass()
})

test('[N12] closing can be taken back in one press, and a visitor who writes again waits again', async ({ desks }) => {
  const vera = desks.lyon.visitor()
  const { conversation } = await vera.say('Bonjour')
  await desks.pickUp(desks.ada, conversation.id)
  const ada = await desks.open(desks.ada, { path: `/conversations/${conversation.id}` })

  await ada.getByRole('button', { name: 'Fermer', exact: true }).click()
  await expect(log(ada)).toContainText('Conversation fermée par Ada')
  await ada.getByRole('button', { name: 'Annuler' }).click()
  await expect(log(ada)).toContainText('Conversation rouverte par Ada')
  await expect(ada.getByRole('textbox', { name: /Votre réponse/ })).toBeFocused()

  await ada.getByRole('button', { name: 'Fermer', exact: true }).click()
  await expect(ada.getByRole('button', { name: 'Rouvrir' })).toBeVisible()
  await vera.say('Encore une question')
  await expect(log(ada).getByText('Encore une question')).toBeVisible()
  await expect(ada.getByRole('button', { name: 'Prendre en charge' })).toBeVisible()
})

test('[N12] of two who pick up at once one is told who was quicker, and then sees whose it is', async ({ desks }) => {
  const { conversation } = await desks.lyon.visitor().say('Bonjour')
  const ada = await desks.open(desks.ada, { path: `/conversations/${conversation.id}` })
  let pass = () => {}
  const marcWasQuicker = new Promise<void>((resolve) => {
    pass = resolve
  })
  await ada.route('**/assignment', async (route) => {
    await marcWasQuicker
    await route.continue()
  })
  await ada.getByRole('button', { name: 'Prendre en charge' }).click()
  await desks.pickUp(desks.marc, conversation.id)
  pass()
  await expect(ada.getByText('Cette conversation a déjà été prise en charge par Marc Dubois.')).toBeVisible()
  await expect(ada.getByText('Marc Dubois s’occupe de cette conversation.')).toBeVisible()
})

test('[D8] a conversation a colleague takes leaves whoever may read their own alone, and their unsent words come back', async ({
  desks,
}) => {
  const { conversation } = await desks.lyon.visitor().say('Bonjour')
  const ben = await desks.open(desks.ben, { path: `/conversations/${conversation.id}` })
  await ben.getByRole('radio', { name: 'Note' }).click()
  await ben.route('**/messages/*', (route) => route.abort())
  await ben.getByRole('textbox').fill('Une cliente fidèle')
  await ben.getByRole('textbox').press('Enter')
  await expect(log(ben).getByText('Une cliente fidèle')).toBeVisible()

  await desks.pickUp(desks.chloe, conversation.id)
  await expect(ben.getByRole('heading', { name: 'Cette conversation n’est plus à votre portée' })).toBeVisible()
  await expect(card(ben, 'Bonjour')).toHaveCount(0)
  await ben.unroute('**/messages/*')
  const unsent = ben.getByRole('region', { name: 'Vos messages non envoyés' })
  await expect(unsent.getByText('Une cliente fidèle')).toBeVisible()
  await expect(unsent.getByText('Non envoyé')).toBeVisible({ timeout: 20_000 })
  await unsent.getByRole('button', { name: 'Supprimer' }).click()
  await expect(unsent).toHaveCount(0)
})

test('[D8] a note stands in amber for every colleague and never reaches the visitor', async ({ desks }) => {
  const vera = desks.lyon.visitor()
  const { conversation } = await vera.say('Bonjour')
  await desks.pickUp(desks.ben, conversation.id)
  const path = `/conversations/${conversation.id}`
  const [ben, marc] = [await desks.open(desks.ben, { path }), await desks.open(desks.marc, { path })]

  await expect(marc.getByText('Ben Costa s’occupe de cette conversation.')).toBeVisible()
  await expect(marc.getByRole('textbox')).toHaveCount(0)
  await marc.keyboard.press('n')
  await marc.getByRole('textbox', { name: 'Votre note interne' }).fill('Il vient chaque mardi.')
  await marc.getByRole('button', { name: 'Noter' }).click()
  await expect(log(ben).getByText('Il vient chaque mardi.')).toBeVisible()
  await expect(log(ben)).toContainText('Note interne Marc')
  await expect(log(ben)).toContainText('jamais visible du visiteur')

  // Control: what is said reaches the visitor.
  await ben.getByRole('textbox', { name: /Votre réponse/ }).fill('Bonjour !')
  await ben.getByRole('button', { name: 'Envoyer' }).click()
  await expect(async () => {
    const texts = (await vera.thread()).messages.map(({ text }) => text)
    expect(texts).toContain('Bonjour !')
    expect(texts).not.toContain('Il vient chaque mardi.')
  }).toPass()
})

test('closing a conversation of somebody else asks first, and says what happens', async ({ desks }) => {
  const { conversation } = await desks.lyon.visitor().say('Bonjour')
  await desks.pickUp(desks.ben, conversation.id)
  const ada = await desks.open(desks.ada, { path: `/conversations/${conversation.id}` })
  await ada.getByRole('button', { name: 'Fermer', exact: true }).click()
  const question = ada.getByRole('alertdialog')
  await expect(question).toContainText('Si la personne écrit de nouveau, elle revient en attente.')
  await question.getByRole('button', { name: 'Fermer' }).click()
  await expect(log(ada)).toContainText('Conversation fermée par Ada')
  await expect(question).toHaveCount(0)
})
