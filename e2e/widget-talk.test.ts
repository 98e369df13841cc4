/** Vera asks, Ada answers: what the widget shows of it. */
import { expect, test, widgetOn } from './support/widget.ts'

test('Vera asks, Ada answers: sent, picked up, seen, closed, taken up again', async ({ page, ada }) => {
  await page.goto('/test')
  const vera = widgetOn(page)
  await vera.open()
  await expect(vera.panel.getByRole('heading')).toHaveText('Bonjour, bienvenue chez Maison Verdier')
  await vera.say('La théière Garance existe-t-elle en 90 cl ?')
  await expect(vera.log.getByText(/Envoyé/)).toBeVisible()
  const asked = await ada.conversationWith('La théière Garance existe-t-elle en 90 cl ?')
  expect(asked.page?.url).toContain('/test')

  await ada.pickUp(asked)
  await expect(vera.log.getByText('Conversation prise en charge par Ada')).toBeVisible()
  await expect(vera.panel.getByRole('heading')).toHaveText('Ada')
  await ada.readTo(asked, 1)
  await expect(vera.log.getByText(/Vu/)).toBeVisible()
  await ada.note(asked, 'Never for visitors')
  await ada.say(asked, 'Oui, la voici.')
  await expect(vera.log.getByText('Oui, la voici.')).toBeVisible()

  await ada.close(asked)
  await expect(vera.log.getByText('Conversation fermée par Ada')).toBeVisible()
  await vera.say('Une chose encore')
  await expect(vera.log.getByText(/Conversation rouverte/)).toBeVisible()
  expect(await vera.bubbles()).toEqual([
    'La théière Garance existe-t-elle en 90 cl ?',
    'Oui, la voici.',
    'Une chose encore',
  ])
  await expect(vera.host.getByText('Never for visitors')).toHaveCount(0)
})

test('the conversation is there after a reload, on another page, and in a second tab', async ({
  page,
  context,
  ada,
}) => {
  await page.goto('/test')
  const vera = widgetOn(page)
  await vera.open()
  await vera.say('Bonjour')
  const asked = await ada.conversationWith('Bonjour')
  await ada.pickUp(asked)
  await ada.say(asked, 'Bonjour Vera')
  await expect(vera.log.getByText('Bonjour Vera')).toBeVisible()

  await page.reload()
  await vera.open()
  await expect(vera.log.getByText('Bonjour Vera')).toBeVisible()
  await page.goto('/test/thes')
  await vera.open()
  await expect(vera.log.getByText('Bonjour Vera')).toBeVisible()

  const second = await context.newPage()
  await second.goto('/test/ceramiques')
  const there = widgetOn(second)
  await there.open()
  await there.say('Depuis un autre onglet')
  await expect(vera.log.getByText('Depuis un autre onglet')).toBeVisible()
  expect(await ada.inbox()).toHaveLength(1)
})

test('a tab that was open before the first words learns of the conversation that begins in another', async ({
  page,
  context,
  ada,
}) => {
  const second = await context.newPage()
  await second.goto('/test/thes')
  const there = widgetOn(second)
  await there.launcher.waitFor()
  await page.goto('/test')
  const vera = widgetOn(page)
  await vera.open()
  await vera.say('Bonjour')
  const asked = await ada.conversationWith('Bonjour')
  await ada.pickUp(asked)
  // An open panel reads the answer at once, and then it is unread nowhere.
  await vera.panel.getByRole('button', { name: 'Fermer la messagerie' }).click()
  await ada.say(asked, 'Bonjour Vera')
  await expect(there.launcher).toHaveAccessibleName('Ouvrir la messagerie, 1 message non lu')
})

test('what is unread is counted on the launcher, shown beside it, and read once it was seen', async ({
  page,
  context,
  ada,
}) => {
  await page.goto('/test')
  const vera = widgetOn(page)
  await vera.open()
  await vera.say('Bonjour')
  const asked = await ada.conversationWith('Bonjour')
  await ada.pickUp(asked)
  await page.keyboard.press('Escape')
  await expect(vera.panel).toHaveCount(0)
  await ada.say(asked, 'Un')
  await ada.say(asked, 'Deux')
  await expect(vera.launcher).toHaveAccessibleName('Ouvrir la messagerie, 2 messages non lus')
  await expect(vera.host.locator('.badge')).toHaveText('2')
  await expect(vera.host.locator('.peek')).toContainText('Deux')
  expect((await ada.inbox())[0]?.visitorReadSeq).toBe(1)

  const second = await context.newPage()
  await second.goto('/test/thes')
  const there = widgetOn(second)
  await expect(there.host.locator('.badge')).toHaveText('2')
  await page.bringToFront()
  await vera.host.locator('.peek .answer').click()
  await expect(vera.log.getByText('Deux')).toBeVisible()
  await expect(there.host.locator('.badge')).toBeHidden()
  await expect.poll(async () => (await ada.inbox())[0]?.visitorReadSeq).toBe(4)
})

test('long histories come by pages, and the words one reads stay where they are', async ({ page, ada }) => {
  await page.goto('/test')
  const vera = widgetOn(page)
  await vera.open()
  await vera.say('Bonjour')
  const asked = await ada.conversationWith('Bonjour')
  await ada.pickUp(asked)
  for (let n = 1; n <= 118; n++) await ada.say(asked, `réponse ${n}`)
  await page.reload()
  await vera.open()
  await expect(vera.log.getByText('réponse 118', { exact: true })).toBeInViewport()
  await expect(vera.log.getByText('réponse 60', { exact: true })).toHaveCount(0)

  await vera.log.evaluate((log) => {
    log.scrollTop = 100
  })
  await expect(vera.log.getByText('réponse 60', { exact: true })).toHaveCount(1)
  await expect(vera.log.getByText('réponse 71', { exact: true })).toBeInViewport()
  await expect(async () => {
    await vera.log.evaluate((log) => {
      log.scrollTop = 0
    })
    await expect(vera.log.getByText('Bonjour', { exact: true })).toHaveCount(1, { timeout: 300 })
  }).toPass()
  const all = await vera.bubbles()
  expect(all).toEqual(['Bonjour', ...Array.from({ length: 118 }, (_, n) => `réponse ${n + 1}`)])

  await ada.say(asked, 'du nouveau')
  const jump = vera.panel.getByRole('button', { name: /1 nouveau message/ })
  await jump.click()
  await expect(vera.log.getByText('du nouveau')).toBeInViewport()
  await expect(jump).toHaveCount(0)
})

test('the widget speaks the page’s language, and the one Vera chooses from then on', async ({ page, ada: _ }) => {
  await page.goto('/test?lang=en')
  const vera = widgetOn(page)
  await vera.open()
  await expect(vera.panel.getByRole('heading')).toHaveText('Hello, welcome to Maison Verdier')
  await vera.panel.getByRole('button', { name: 'Settings' }).click()
  await vera.panel.getByLabel('Language').selectOption('Français')
  await expect(vera.panel.getByRole('heading')).toHaveText('Bonjour, bienvenue chez Maison Verdier')
  await page.reload()
  await expect(vera.launcher).toHaveAccessibleName('Ouvrir la messagerie')
})

test('a draft is there after a reload, and gone once it is sent', async ({ page, ada }) => {
  await page.goto('/test')
  const vera = widgetOn(page)
  await vera.open()
  await vera.composer.fill('pas encore fini')
  await page.reload()
  await vera.open()
  await expect(vera.composer).toHaveValue('pas encore fini')
  await vera.composer.press('Enter')
  await ada.conversationWith('pas encore fini')
  await page.reload()
  await vera.open()
  await expect(vera.composer).toHaveValue('')
})

test('Enter sends, Shift and Enter make a line, and choosing a character sends nothing', async ({ page, ada }) => {
  await page.goto('/test')
  const vera = widgetOn(page)
  await vera.open()
  await vera.composer.pressSequentially('une ligne')
  await vera.composer.press('Shift+Enter')
  await vera.composer.pressSequentially('une autre')
  await vera.composer.dispatchEvent('keydown', { key: 'Enter', isComposing: true })
  await vera.composer.dispatchEvent('keydown', { key: 'Enter', keyCode: 229 })
  expect(await ada.inbox()).toHaveLength(0)
  await vera.composer.press('Enter')
  const asked = await ada.conversationWith('une ligne une autre')
  expect(await ada.messagesOf(asked)).toEqual(['une ligne\nune autre'])
})

test('each sees that the other types, and that they stopped', async ({ page, ada }) => {
  const seat = await ada.sitDown()
  await page.goto('/test')
  const vera = widgetOn(page)
  await vera.open()
  await vera.say('bonjour')
  const asked = await ada.conversationWith('bonjour')
  await ada.pickUp(asked)
  await expect(vera.panel.getByRole('heading')).toHaveText('Ada')
  seat.type(asked, true)
  await expect(vera.host.locator('.typing')).toBeVisible()
  await expect(vera.panel.getByText('Ada écrit…')).toBeAttached()
  seat.type(asked, false)
  await expect(vera.host.locator('.typing')).toHaveCount(0)
  seat.type(asked, true)
  await expect(vera.host.locator('.typing')).toBeVisible()
  await ada.say(asked, 'voilà')
  await expect(vera.log.getByText('voilà')).toBeVisible()
  await expect(vera.host.locator('.typing')).toHaveCount(0)

  await vera.composer.pressSequentially('je réfléchis')
  await expect.poll(() => seat.seen.map(({ typing }) => typing)).toEqual([true])
  await vera.composer.press('Enter')
  await expect.poll(() => seat.seen.map(({ typing }) => typing)).toEqual([true, false])
  expect(seat.seen[0]).toMatchObject({ conversationId: asked.id, by: { kind: 'visitor' } })
  seat.getUp()
})

test('who is there to answer stands in the welcome', async ({ page, ada }) => {
  const seat = await ada.sitDown()
  await page.goto('/test')
  const vera = widgetOn(page)
  await vera.open()
  await expect(vera.panel.getByText('Nous sommes là pour vous répondre')).toBeVisible()
  await expect(vera.host.locator('.avatar')).toHaveText('A')
  seat.getUp()
})

test('an answer sounds once when nobody looks, not in an open panel, and not when Vera has turned it off', async ({
  page,
  context,
  ada,
}) => {
  await context.addInitScript(() => {
    const notes = { count: 0 }
    Object.assign(window, { notes })
    const real = AudioContext.prototype.createOscillator
    AudioContext.prototype.createOscillator = function () {
      notes.count += 1
      return real.call(this)
    }
  })
  const second = await context.newPage()
  for (const tab of [page, second]) await tab.goto('/test')
  const heard = async () => {
    const counts = await Promise.all([page, second].map((tab) => tab.evaluate<number>('notes.count')))
    return counts.reduce((one, other) => one + other)
  }
  const notesPerSound = 2
  const vera = widgetOn(page)
  await vera.open()
  await vera.say('bonjour')
  const asked = await ada.conversationWith('bonjour')
  await ada.pickUp(asked)
  await second.locator('body').click()
  await expect(widgetOn(second).host.locator('.chat')).toBeAttached()
  await widgetOn(second).open()
  await second.keyboard.press('Escape')

  await vera.panel.getByRole('button', { name: 'Fermer la messagerie' }).click()
  await ada.say(asked, 'un')
  await expect.poll(heard).toBe(notesPerSound)

  // What both tabs would have sounded too is counted once both have heard what follows.
  for (const tab of [page, second]) await widgetOn(tab).open()
  await ada.say(asked, 'deux')
  for (const tab of [page, second]) await expect(widgetOn(tab).log.getByText('deux', { exact: true })).toBeVisible()
  expect(await heard()).toBe(notesPerSound)

  await vera.panel.getByRole('button', { name: 'Réglages' }).click()
  await vera.panel.getByLabel('Son à l’arrivée d’un message').uncheck()
  await second.reload()
  await vera.panel.getByRole('button', { name: 'Fermer la messagerie' }).click()
  await ada.say(asked, 'trois')
  await expect(vera.host.locator('.peek')).toContainText('trois')
  expect(await page.evaluate('notes.count')).toBeLessThanOrEqual(notesPerSound)
})
