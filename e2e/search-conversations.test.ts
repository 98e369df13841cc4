/** Finding conversations again: by words, by filters that stand in the address, and by going back far. */
import { expect, type Page } from '@playwright/test'
import { test } from './support/desks.ts'
import { expectGoodLook } from './support/look.ts'

const list = (page: Page, name: string) => page.getByRole('region', { name })
const cards = (page: Page, name: string) => list(page, name).getByRole('link')

test('[N12] somebody is found by keyboard alone, accents and case forgiven, and opened where it was said', async ({
  desks,
}) => {
  const lea = desks.lyon.visitor()
  const { conversation } = await lea.say('Bonjour, la théière « Céladon » est arrivée CASSÉE')
  for (let nth = 1; nth <= 110; nth += 1) await lea.say(`Et encore ceci, ${nth}`)
  await desks.ada.call('PUT /organisations/:organisationId/conversations/:conversationId/visitor', {
    params: { organisationId: desks.ada.organisationId, conversationId: conversation.id },
    body: { name: 'Léa Martin', email: 'lea.martin@exemple.example' },
  })
  await desks.lyon.visitor().say('Une tout autre question')

  const ada = await desks.open(desks.ada, { locale: 'fr-FR' })
  await expect(cards(ada, 'En attente')).toHaveCount(2)
  await ada.keyboard.press('/')
  await expect(ada.getByRole('searchbox')).toBeFocused()
  await ada.keyboard.type('lea')
  const results = ada.getByRole('region', { name: 'Résultats de la recherche' })
  await expect(results.getByRole('status')).toHaveText('1 résultat')
  await expect(results.locator('mark').first()).toHaveText('Léa')

  await ada.keyboard.press('ControlOrMeta+A')
  await ada.keyboard.type('cassee theiere celad')
  await expect(results.getByRole('link')).toHaveCount(1)
  await expect(results.locator('mark')).toHaveText(['théière', 'Céladon', 'CASSÉE'])
  await expectGoodLook(ada, 'a search')
  await ada.keyboard.press('ArrowDown')
  await expect(results.getByRole('link')).toBeFocused()
  await ada.keyboard.press('Enter')
  const log = ada.getByRole('log')
  await expect(log.locator('[data-found]')).toContainText('Céladon')
  await expect(log.locator('[data-found]')).toBeInViewport()
  await expect(log.getByText('Et encore ceci, 110')).toHaveCount(0)

  // From there on to the end, page by page, without a hole.
  await expect(async () => {
    await log.evaluate((element) => element.scrollTo({ top: element.scrollHeight }))
    await expect(log.getByText('Et encore ceci, 110', { exact: true })).toBeInViewport({ timeout: 500 })
  }).toPass()
  for (const nth of [1, 25, 26, 27, 50, 51, 60, 61, 109])
    await expect(log.getByText(`Et encore ceci, ${nth}`, { exact: true })).toHaveCount(1)

  // Escape gives the lists back.
  await ada.keyboard.press('/')
  await ada.keyboard.press('Escape')
  await expect(cards(ada, 'En attente')).toHaveCount(2)
})

test('[N3] a search finds nothing of a colleague’s, and says nothing of it', async ({ desks }) => {
  const { conversation } = await desks.lyon.visitor().say('Mon code est framboise')
  await desks.pickUp(desks.chloe, conversation.id)
  const ben = await desks.open(desks.ben, { path: '/conversations?q=framboise', locale: 'en-GB' })
  await expect(ben.getByText('Nothing found')).toBeVisible()
  await expectGoodLook(ben, 'a search in vain')
  const chloe = await desks.open(desks.chloe, { path: '/conversations?q=framboise', locale: 'en-GB' })
  await expect(chloe.getByRole('region', { name: 'Search results' }).getByRole('link')).toHaveCount(1)
})

test('[C11] filters stand in the address: a reload keeps them, going back takes them away, each can be put away', async ({
  desks,
}) => {
  await desks.lyon.visitor().say('Bonjour')
  await desks.lyon.visitor().say('Hello', { locale: 'en' })
  const ada = await desks.open(desks.ada, { locale: 'en-GB' })
  await expect(cards(ada, 'Waiting')).toHaveCount(2)
  await ada.getByRole('button', { name: 'Filter conversations' }).click()
  await ada
    .getByRole('dialog')
    .getByRole('button', { name: /Language/ })
    .click()
  await ada.getByRole('option', { name: 'English' }).click()
  await expect(ada.getByRole('listbox')).toHaveCount(0)
  await ada.keyboard.press('Escape')
  await expect(ada.getByRole('dialog')).toHaveCount(0)
  await expect(cards(ada, 'Waiting')).toHaveCount(1)
  await expect(ada).toHaveURL(/language=en/)
  await expectGoodLook(ada, 'filters')

  await ada.reload()
  await expect(cards(ada, 'Waiting')).toHaveCount(1)
  await cards(ada, 'Waiting').click()
  await expect(ada).toHaveURL(/language=en/)
  await ada.getByRole('link', { name: /^Conversations/ }).click()
  await expect(cards(ada, 'Waiting'), 'from elsewhere the lists are whole').toHaveCount(2)
  await expect(ada).not.toHaveURL(/language/)
  await ada.goBack()
  await expect(ada).toHaveURL(/language=en/)
  await ada.goBack()
  await ada.goBack()
  await expect(cards(ada, 'Waiting')).toHaveCount(2)
  await ada.goForward()
  await expect(cards(ada, 'Waiting')).toHaveCount(1)
  await ada.getByRole('button', { name: 'Remove the filter “Language: English”' }).click()
  await expect(cards(ada, 'Waiting')).toHaveCount(2)
})

test('[N12] two thousand closed conversations are gone through to the first, whole or narrowed', async ({ desks }) => {
  test.slow()
  await desks.closedLongAgo(desks.ben, 2_000)
  const ada = await desks.open(desks.ada, { locale: 'fr-FR' })
  await expect(cards(ada, 'Fermées').first()).toContainText('Ancienne 1')
  const toTheEnd = async (count: number) => {
    await expect(async () => {
      await ada.locator('[data-cards]').evaluate((element) => element.scrollTo({ top: element.scrollHeight }))
      await expect(list(ada, 'Fermées').getByRole('listitem').last()).toHaveAttribute('aria-posinset', String(count), {
        timeout: 100,
      })
    }).toPass({ timeout: 60_000 })
    expect(await cards(ada, 'Fermées').count(), 'only what is in sight is drawn').toBeLessThan(40)
  }
  await ada.goto('/conversations?language=en')
  await toTheEnd(500)
  await expect(cards(ada, 'Fermées').last()).toContainText('Ancienne 2000')
  await ada.goto('/conversations')
  await toTheEnd(2_000)
  await expect(cards(ada, 'Fermées').last()).toContainText('Ancienne 2000')
})

test('[N12] a conversation opens at its end and stays there, though what heads it is drawn later', async ({
  desks,
}) => {
  const lea = desks.lyon.visitor()
  await lea.say('Bonjour')
  for (let nth = 1; nth <= 40; nth += 1) await lea.say(`Et encore ceci, ${nth}`)
  const ada = await desks.open(desks.ada, { locale: 'fr-FR' })
  await cards(ada, 'En attente').click()
  const log = ada.getByRole('log')
  const last = log.getByText('Et encore ceci, 40', { exact: true })
  await expect(last).toBeInViewport()
  // Drawn between a move to the end and the word of it, as it happens where much is going on.
  await log.evaluate((element) => {
    const head = document.createElement('p')
    head.textContent = 'Bien plus haut'
    head.style.height = '600px'
    element.firstElementChild?.prepend(head)
    element.dispatchEvent(new Event('scroll'))
  })
  await expect(log.getByText('Bien plus haut')).toBeAttached()
  await expect(last).toBeInViewport()
})
