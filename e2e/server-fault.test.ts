/** A server that answers with a fault is not a network that is gone: the console says which of the two it is. */
import type { Page } from '@playwright/test'
import { expect, test } from './support/desks.ts'
import { expectGoodLook } from './support/look.ts'

const sentences = {
  fr: {
    locale: 'fr-FR',
    failing: 'Le serveur a un problème',
    offline: 'Hors connexion.',
    restored: 'De nouveau en ligne, tout est à jour.',
  },
  en: {
    locale: 'en-GB',
    failing: 'The server has a problem',
    offline: 'Offline.',
    restored: 'Back online, everything is up to date.',
  },
}

const failInbox = (page: Page) =>
  page.route('**/inbox', (route) =>
    route.fulfill({ status: 500, json: { code: 'server.fault', message: 'Something went wrong' } }),
  )

for (const [language, words] of Object.entries(sentences))
  test(`[D5] the strip says that the server has a fault, and that the network is gone, each when it is so (${language})`, async ({
    desks,
  }) => {
    await desks.lyon.visitor().say('Bonjour Ada')
    const ada = await desks.open(desks.ada, { locale: words.locale })
    await expect(ada.getByText('Bonjour Ada')).toBeVisible()
    await failInbox(ada)
    await ada.reload()
    await expect(ada.getByText(words.failing)).toBeVisible()
    await expect(ada.getByText(words.offline)).toHaveCount(0)
    await expectGoodLook(ada, `a server with a fault, ${language}`)

    await ada.route('**/inbox', (route) => route.abort('internetdisconnected'))
    await ada.context().setOffline(true)
    await expect(ada.getByText(words.offline)).toBeVisible()
    await expect(ada.getByText(words.failing)).toHaveCount(0)

    await ada.unrouteAll()
    await ada.context().setOffline(false)
    await expect(ada.getByText(words.restored)).toBeVisible()
    await expect(ada.getByText('Bonjour Ada')).toBeVisible()
  })
