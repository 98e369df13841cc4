/** The conversations page without a mouse, on a phone, and as assistive technology meets it. */
import { expect, type Page } from '@playwright/test'
import { test } from './support/desks.ts'
import { expectNoFaults } from './support/look.ts'

const log = (page: Page) => page.getByRole('log', { name: 'Messages' })
const card = (page: Page, text: string) => page.getByRole('link').filter({ hasText: text })
const reply = (page: Page) => page.getByRole('textbox', { name: /Votre réponse/ })

test('a whole conversation by keys alone: walk, open, pick up, answer, note, close', async ({ desks }) => {
  await desks.lyon.visitor().say('La première')
  await desks.lyon.visitor().say('La deuxième')
  const ada = await desks.open(desks.ada)
  await expect(card(ada, 'La deuxième')).toBeVisible()

  await ada.keyboard.press('j')
  await expect(card(ada, 'La première')).toBeFocused()
  await ada.keyboard.press('ArrowDown')
  await expect(card(ada, 'La deuxième')).toBeFocused()
  await ada.keyboard.press('k')
  await expect(card(ada, 'La première')).toBeFocused()
  await ada.keyboard.press('j')
  await ada.keyboard.press('Enter')
  await expect(ada.getByRole('heading', { name: /^Visiteur/, level: 2 }).first()).toBeFocused()

  await ada.keyboard.press('p')
  await expect(reply(ada)).toBeFocused()
  await ada.keyboard.type('Bonjour,')
  await ada.keyboard.press('Shift+Enter')
  await ada.keyboard.type('jp cnr')
  await expect(reply(ada)).toHaveValue('Bonjour,\njp cnr')
  await ada.keyboard.press('Enter')
  await expect(log(ada).getByText('Envoyé')).toBeVisible()

  await ada.keyboard.press('Escape')
  await expect(card(ada, 'jp cnr')).toBeFocused()
  await ada.keyboard.press('n')
  await expect(ada.getByRole('textbox', { name: 'Votre note interne' })).toBeFocused()
  await ada.keyboard.type('À suivre')
  await ada.keyboard.press('Control+Enter')
  await expect(log(ada)).toContainText('Note interne')
  await ada.keyboard.press('Escape')
  await ada.keyboard.press('c')
  await expect(log(ada)).toContainText('Conversation fermée par Ada')
})

test('the palette finds a conversation, takes the next in line, and the key sheet lists what works here', async ({
  desks,
}) => {
  await desks.lyon.visitor().say('La première')
  const { conversation } = await desks.lyon.visitor().say('La deuxième')
  const ada = await desks.open(desks.ada)
  await expect(card(ada, 'La première')).toBeVisible()
  const openPalette = async () => {
    await ada.keyboard.press('Control+k')
    await expect(ada.getByRole('combobox')).toBeFocused()
  }
  await openPalette()
  await ada.keyboard.type('plus ancienne')
  await ada.keyboard.press('Enter')
  await expect(log(ada).getByText('La première')).toBeVisible()
  await expect(log(ada)).toContainText('Conversation prise en charge par Ada')
  await expect(reply(ada)).toBeFocused()

  const name = (await card(ada, 'La deuxième').locator('bdi').first().textContent()) ?? ''
  await openPalette()
  await ada.keyboard.type(name)
  await ada.keyboard.press('Enter')
  await expect(ada).toHaveURL(`/conversations/${conversation.id}`)

  await ada.keyboard.press('Escape')
  await ada.getByRole('heading', { name, level: 2 }).first().focus()
  await ada.keyboard.press('?')
  const sheet = ada.getByRole('dialog', { name: 'Raccourcis clavier' })
  for (const act of ['Conversation suivante', 'Prendre en charge', 'Écrire une note', 'Fermer la conversation'])
    await expect(sheet.getByText(act)).toBeVisible()
})

test('what arrives is said to screen readers once; older messages put above are not', async ({ desks }) => {
  const vera = desks.lyon.visitor()
  const { conversation } = await vera.say('Bonjour')
  for (let index = 0; index < 60; index += 1) await vera.say(`Ligne ${index}`)
  await desks.pickUp(desks.ben, conversation.id)
  const ben = await desks.open(desks.ben, { path: `/conversations/${conversation.id}` })
  await expect(log(ben).getByText('Ligne 59')).toBeVisible()
  const spoken = ben.getByRole('status').filter({ hasText: 'Visiteur' })

  await vera.say('Vous êtes là ?')
  await expect(spoken).toHaveText(/^Visiteur [0-9A-F]{4}\s: Vous êtes là \?$/)

  const anchor = log(ben).getByText('Ligne 20', { exact: true })
  await anchor.scrollIntoViewIfNeeded()
  await log(ben).evaluate((element) => element.scrollTo({ top: 60 }))
  const before = await anchor.boundingBox()
  await expect(log(ben).getByText('Début de la conversation')).toBeAttached()
  const after = await anchor.boundingBox()
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 1000)), 'nothing moved under the reader').toBeLessThan(2)
  await expect(spoken).not.toContainText('Ligne')

  // Away from the end, what arrives is counted and one press away.
  await vera.say('Toujours là ?')
  await ben.getByRole('button', { name: '1 nouveau message' }).click()
  await expect(log(ben).getByText('Toujours là ?')).toBeInViewport()
})

const phone = { viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true }

test('on a phone one goes from the lists to the conversation to the visitor, and back by the browser’s own way', async ({
  desks,
}) => {
  const { conversation } = await desks.lyon.visitor().say('Bonjour')
  await desks.pickUp(desks.ben, conversation.id)
  const ben = await desks.open(desks.ben, phone)
  await ben.getByRole('radio', { name: /En cours/ }).tap()
  await card(ben, 'Bonjour').tap()
  await expect(log(ben)).toBeVisible()
  await expect(ben.getByRole('navigation', { name: 'Principale' })).toHaveCount(0)
  await expect(ben.getByRole('heading', { level: 1, name: /^Visiteur/ })).toBeFocused()
  await ben.getByRole('button', { name: 'À propos' }).tap()
  await expect(ben.getByRole('complementary', { name: 'À propos' })).toContainText('Français')
  await ben.goBack()
  await expect(ben.getByRole('complementary', { name: 'À propos' })).toHaveCount(0)
  // Enter begins a line where there is no Shift to hold.
  await reply(ben).fill('Une ligne')
  await reply(ben).press('Enter')
  await expect(reply(ben)).toHaveValue('Une ligne\n')
  await ben.getByRole('button', { name: 'Envoyer' }).tap()
  await expect(log(ben).getByText('Une ligne')).toBeVisible()
  await ben.getByRole('link', { name: 'Retour aux conversations' }).tap()
  await expect(card(ben, 'Une ligne')).toBeFocused()
})

const looks = [
  { locale: 'fr-FR', colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { locale: 'fr-FR', colorScheme: 'dark', viewport: { width: 1024, height: 768 } },
  { locale: 'fr-FR', colorScheme: 'light', ...phone },
] as const

for (const look of looks)
  test(`every state of a conversation is accessible: ${look.colorScheme}, ${look.viewport.width} wide`, async ({
    desks,
  }) => {
    test.slow()
    const vera = desks.lyon.visitor()
    const { conversation } = await vera.say('Bonjour, voici https://shop.example/photo.jpg')
    const path = `/conversations/${conversation.id}`
    const ada = await desks.open(desks.ada, look)
    await expect(card(ada, 'Bonjour')).toBeVisible()
    await check(ada, 'lists')
    await ada.goto(path)
    await expect(ada.getByRole('button', { name: 'Prendre en charge' })).toBeVisible()
    await check(ada, 'waiting')
    await ada.getByRole('button', { name: 'Prendre en charge' }).click()
    await reply(ada).fill('Bonjour')
    await check(ada, 'open')
    await ada.getByRole('radio', { name: 'Note' }).click()
    await ada.getByRole('textbox').fill('À suivre')
    await ada.getByRole('button', { name: 'Noter' }).click()
    await expect(log(ada)).toContainText('Note interne')
    await ada.getByRole('radio', { name: 'Répondre' }).click()
    await ada.route('**/messages/*', (route) =>
      route.fulfill({ status: 409, json: { code: 'conversations.closed', message: 'Cette conversation est fermée.' } }),
    )
    await reply(ada).press('Control+Enter')
    await expect(log(ada)).toContainText('Non envoyé')
    await check(ada, 'refused')
    await ada.getByRole('button', { name: 'Fermer', exact: true }).click()
    await expect(ada.getByRole('button', { name: 'Rouvrir' })).toBeVisible()
    await check(ada, 'closed')
    await ada.goto('/conversations/00000000-0000-7000-8000-000000000000')
    await expect(ada.getByRole('heading', { name: /n’est plus à votre portée/ })).toBeVisible()
    await check(ada, 'gone')
    if (look.viewport.width < 1200) {
      await ada.goto(`${path}/about`)
      await expect(ada.getByRole('complementary', { name: 'À propos' })).toBeVisible()
      await check(ada, 'about')
    }
  })

async function check(page: Page, state: string) {
  await expectNoFaults(page, state)
  const { scrollWidth, clientWidth } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    clientWidth: document.documentElement.clientWidth,
  }))
  expect(scrollWidth, `${state} scrolls sideways`).toBeLessThanOrEqual(clientWidth)
}
