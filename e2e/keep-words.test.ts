/** What an agent has typed is never lost: drafts, words written without a network, words that were refused. */
import { expect, type Page } from '@playwright/test'
import { test } from './support/desks.ts'

const log = (page: Page) => page.getByRole('log', { name: 'Messages' })
const reply = (page: Page) => page.getByRole('textbox', { name: /Votre réponse/ })

test('a draft is kept for each conversation, reply and note apart, over a reload', async ({ desks }) => {
  const [vera, walter] = [await desks.lyon.visitor().say('De Vera'), await desks.lyon.visitor().say('De Walter')]
  for (const { conversation } of [vera, walter]) await desks.pickUp(desks.ben, conversation.id)
  const ben = await desks.open(desks.ben, { path: `/conversations/${vera.conversation.id}` })
  await reply(ben).fill('Une réponse à finir')
  await ben.getByRole('radio', { name: 'Note' }).click()
  await ben.getByRole('textbox', { name: 'Votre note interne' }).fill('Une note à finir')
  await expect(ben.getByText('Brouillon enregistré')).toBeVisible()

  await ben.getByRole('link').filter({ hasText: 'De Walter' }).click()
  await expect(reply(ben)).toHaveValue('')
  await expect(ben.getByRole('link').filter({ hasText: 'Brouillon : Une réponse à finir' })).toBeVisible()

  await ben.reload()
  await ben.goto(`/conversations/${vera.conversation.id}`)
  await expect(ben.getByRole('textbox', { name: 'Votre note interne' })).toHaveValue('Une note à finir')
  await ben.getByRole('radio', { name: 'Répondre' }).click()
  await expect(reply(ben)).toHaveValue('Une réponse à finir')
  await reply(ben).press('Enter')
  await expect(log(ben).getByText('Une réponse à finir')).toBeVisible()
  await ben.reload()
  await ben.getByRole('radio', { name: 'Répondre' }).click()
  await expect(reply(ben)).toHaveValue('')
})

test('[D12] [P5.4] words written without a network stand there, survive a reload, and arrive once, in order', async ({
  desks,
}) => {
  const vera = desks.lyon.visitor()
  const { conversation } = await vera.say('Bonjour')
  await desks.pickUp(desks.ben, conversation.id)
  const ben = await desks.open(desks.ben, { path: `/conversations/${conversation.id}` })
  await expect(reply(ben)).toBeVisible()

  // The page stays reachable, as a cached one does; the server does not answer.
  await ben.context().route('**/api/**', (route) => route.abort())
  await ben.context().routeWebSocket('**/api/socket', (socket) => socket.close())
  await ben.context().setOffline(true)
  const written = ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq']
  for (const text of written) {
    await reply(ben).fill(text)
    await reply(ben).press('Enter')
  }
  await expect(log(ben).getByText('Partira au retour du réseau')).toHaveCount(5, { timeout: 20_000 })
  await expect(ben.getByText('Hors connexion.')).toBeVisible({ timeout: 20_000 })

  await ben.context().unroute('**/api/**')
  await ben.context().setOffline(false)
  await ben.reload()
  await expect(log(ben).getByText('Cinq', { exact: true })).toBeVisible()
  await expect(async () => {
    const texts = (await vera.thread()).messages.filter(({ kind }) => kind === 'text').map(({ text }) => text)
    expect(texts).toEqual(['Bonjour', ...written])
  }).toPass({ timeout: 30_000 })
  for (const text of written) await expect(log(ben).getByText(text, { exact: true })).toHaveCount(1)
  await expect(log(ben).getByText('Partira au retour du réseau')).toHaveCount(0)
})

test('words the server refuses stay, with the reason and three ways on', async ({ desks }) => {
  const { conversation } = await desks.lyon.visitor().say('Bonjour')
  await desks.pickUp(desks.ada, conversation.id)
  const ada = await desks.open(desks.ada, { path: `/conversations/${conversation.id}` })
  await ada.context().grantPermissions(['clipboard-read', 'clipboard-write'])

  let pass = () => {}
  const isClosed = new Promise<void>((resolve) => {
    pass = resolve
  })
  await ada.route('**/messages/*', async (route) => {
    await isClosed
    await route.continue()
  })
  await reply(ada).fill('Trop tard')
  await reply(ada).press('Enter')
  await desks.close(desks.ada, conversation.id)
  await expect(log(ada)).toContainText('Conversation fermée par Ada')
  pass()
  await expect(log(ada)).toContainText('Non envoyé · Cette conversation est fermée.')

  await log(ada).getByRole('button', { name: 'Copier le texte' }).click()
  await expect.poll(() => ada.evaluate(() => navigator.clipboard.readText())).toBe('Trop tard')
  await ada.reload()
  await expect(log(ada)).toContainText('Non envoyé · Cette conversation est fermée.')

  await ada.getByRole('button', { name: 'Rouvrir' }).click()
  await log(ada).getByRole('button', { name: 'Réessayer' }).click()
  await expect(log(ada)).not.toContainText('Non envoyé')
  await expect(log(ada).getByText('Trop tard')).toHaveCount(1)
  await expect(log(ada)).toContainText('Envoyé')
})

test('a message too long to be sent says by how much, and cannot be sent', async ({ desks }) => {
  const { conversation } = await desks.lyon.visitor().say('Bonjour')
  await desks.pickUp(desks.ada, conversation.id)
  const ada = await desks.open(desks.ada, { path: `/conversations/${conversation.id}` })
  await reply(ada).fill('x'.repeat(8_003))
  await expect(ada.getByText('3 caractères de trop')).toBeVisible()
  await expect(ada.getByRole('button', { name: 'Envoyer' })).toBeDisabled()
  await reply(ada).press('Enter')
  await expect(reply(ada)).not.toHaveValue('')
  await reply(ada).fill('x'.repeat(8_000))
  await ada.getByRole('button', { name: 'Envoyer' }).click()
  await expect(reply(ada)).toHaveValue('')
})
