/** What the widget promises of delivery, in real browsers against a real server. */
import type { Page } from '@playwright/test'
import { expect, test, widgetOn } from './support/widget.ts'

test.slow()

const isMessage = (url: URL) => url.pathname.includes('/messages/')

async function begin(page: Page) {
  await page.goto('/test')
  const vera = widgetOn(page)
  await vera.open()
  return vera
}

test('[D11] first contact from three tabs with ten messages at once is one conversation with ten messages', async ({
  context,
  ada,
}) => {
  const tabs = await Promise.all([1, 2, 3].map(() => context.newPage()))
  const veras = await Promise.all(tabs.map((tab) => begin(tab)))
  await Promise.all(
    veras.map(async (vera, tab) => {
      for (let n = 0; n < (tab === 0 ? 4 : 3); n++) await vera.say(`onglet ${tab}, mot ${n}`)
    }),
  )
  for (const vera of veras) await expect.poll(() => vera.bubbles(), { timeout: 30_000 }).toHaveLength(10)
  // A bubble stands there before its words have left.
  const messages = async () => {
    const inbox = await ada.inbox()
    expect(inbox).toHaveLength(1)
    return inbox[0] ? ada.messagesOf(inbox[0]) : []
  }
  await expect.poll(async () => (await messages()).length).toBe(10)
  const stored = await messages()
  for (const vera of veras) await expect.poll(() => vera.bubbles()).toEqual(stored)
  for (const tab of [0, 1, 2]) {
    const own = stored.filter((text) => text.startsWith(`onglet ${tab}`))
    expect(own).toEqual(own.toSorted())
  }
})

test('[D12] five messages written offline in a tab that is closed arrive once, in order, when the page is opened again', async ({
  page,
  context,
  ada,
}) => {
  const vera = await begin(page)
  const words = ['un', 'deux', 'trois', 'quatre', 'cinq']
  await context.setOffline(true)
  for (const word of words) await vera.say(word)
  await expect(vera.log.getByText(/5 messages seront envoyés à votre retour/)).toBeVisible()
  await expect(vera.panel.getByText('Vous êtes hors ligne.')).toBeVisible()
  await page.close()
  await context.setOffline(false)
  expect(await ada.inbox()).toHaveLength(0)

  const again = await context.newPage()
  await again.goto('/test/thes')
  const asked = await ada.conversationWith('cinq')
  expect(await ada.messagesOf(asked)).toEqual(words)
  const there = widgetOn(again)
  await there.open()
  await expect.poll(() => there.bubbles()).toEqual(words)
})

test('[D1] [D2] a server killed between words loses none and doubles none, and the widget says how things stand', async ({
  page,
  comptoir,
  ada,
}) => {
  const vera = await begin(page)
  await vera.say('avant')
  const asked = await ada.conversationWith('avant')
  await ada.pickUp(asked)
  await ada.say(asked, 'réponse avant')
  await expect(vera.log.getByText('réponse avant')).toBeVisible()
  await comptoir.kill()
  await vera.say('pendant un')
  await vera.say('pendant deux')
  await expect(vera.log.getByText(/Hors ligne/)).toBeVisible({ timeout: 20_000 })
  await comptoir.start()
  await ada.conversationWith('pendant deux')
  await ada.say(asked, 'réponse après')
  await expect(vera.log.getByText('réponse après')).toBeVisible({ timeout: 20_000 })
  const all = ['avant', 'réponse avant', 'pendant un', 'pendant deux', 'réponse après']
  expect(await vera.bubbles()).toEqual(all)
  expect(await ada.messagesOf(asked)).toEqual(all)
})

test('[D2] an answer that is lost after the server stored the words makes no second message', async ({ page, ada }) => {
  const vera = await begin(page)
  let lost = 0
  await page.route(isMessage, async (route) => {
    await route.fetch()
    lost += 1
    if (lost > 2) await route.fallback()
    else await route.abort()
  })
  await vera.say('une fois')
  await expect(vera.log.getByText(/Envoyé/)).toBeVisible({ timeout: 20_000 })
  expect(lost).toBeGreaterThan(2)
  const asked = await ada.conversationWith('une fois')
  expect(await ada.messagesOf(asked)).toEqual(['une fois'])
  expect(await vera.bubbles()).toEqual(['une fois'])
})

test('[D3] [D5] what Ada said while the network was away is there when it comes back, once and in order', async ({
  page,
  context,
  ada,
}) => {
  const vera = await begin(page)
  await vera.say('bonjour')
  const asked = await ada.conversationWith('bonjour')
  await ada.pickUp(asked)
  await context.setOffline(true)
  await ada.say(asked, 'un')
  await ada.say(asked, 'deux')
  await vera.say('moi aussi')
  await expect(vera.panel.getByText('Vous êtes hors ligne.')).toBeVisible()
  await context.setOffline(false)
  await expect.poll(() => vera.bubbles(), { timeout: 20_000 }).toEqual(['bonjour', 'un', 'deux', 'moi aussi'])
  await expect(vera.panel.getByText('Vous êtes hors ligne.')).toHaveCount(0)
})

test('where sockets are blocked, words go both ways all the same', async ({ page, ada }) => {
  await page.routeWebSocket(/\/api\/socket/, (socket) => socket.close())
  const vera = await begin(page)
  await vera.say('sans socket')
  const asked = await ada.conversationWith('sans socket')
  await ada.pickUp(asked)
  await ada.say(asked, 'bien reçu')
  await expect(vera.log.getByText('bien reçu')).toBeVisible({ timeout: 20_000 })
})

test('where storage is blocked, words arrive, and the widget says that they would not survive the page', async ({
  page,
  context,
  ada,
}) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      })
    }
  })
  const vera = await begin(page)
  await vera.say('sans mémoire')
  await ada.conversationWith('sans mémoire')
  await context.setOffline(true)
  await vera.say('hors ligne')
  await expect(vera.panel.getByText(/laissez cette page ouverte/)).toBeVisible()
  await context.setOffline(false)
  await ada.conversationWith('hors ligne')
})

test('a refused message stays, says why, and can be sent again or deleted', async ({ page, ada }) => {
  const vera = await begin(page)
  let refuses = true
  await page.route(isMessage, (route) =>
    refuses
      ? route.fulfill({ status: 409, json: { code: 'messages.id-reused', message: 'Ce message existe déjà.' } })
      : route.fallback(),
  )
  await vera.say('refusé un')
  await vera.say('refusé deux')
  await expect(vera.log.getByText('Ce message existe déjà.')).toHaveCount(2)
  await page.reload()
  await vera.open()
  await expect(vera.log.getByText('Ce message existe déjà.')).toHaveCount(2)
  expect(await ada.inbox()).toHaveLength(0)
  await vera.log.getByRole('button', { name: 'Supprimer' }).first().click()
  await expect(vera.log.getByText('refusé un')).toHaveCount(0)
  refuses = false
  await vera.log.getByRole('button', { name: 'Réessayer' }).click()
  const asked = await ada.conversationWith('refusé deux')
  expect(await ada.messagesOf(asked)).toEqual(['refusé deux'])
})

test('a chat whose code could not be fetched is fetched at the next try', async ({ page, ada }) => {
  let fails = true
  await page.route(/\/widget\/chat-/, (route) => (fails ? route.abort() : route.fallback()))
  await page.goto('/test')
  const vera = widgetOn(page)
  await vera.launcher.click()
  await expect(vera.launcher).toHaveAccessibleName('La messagerie ne répond pas, réessayez')
  fails = false
  await vera.open()
  await vera.say('enfin')
  await ada.conversationWith('enfin')
})
