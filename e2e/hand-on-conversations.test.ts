/** A conversation goes from hand to hand: the giver chooses with eyes open, the receiver is told, the visitor reads a kind line. */
import type { Browser, Page } from '@playwright/test'
import { expect, test } from './support/comptoir.ts'
import { type Agent, type House, openHouse, untilPresent } from './support/house.ts'
import { expectNoFaultsInBothThemes } from './support/look.ts'
import { widgetOn } from './support/widget.ts'

const said = {
  'fr-FR': {
    transfer: 'Transférer',
    dialog: /^Transférer la conversation/,
    search: 'Chercher quelqu’un ou un sous-compte',
    note: /Note pour la suite/,
    give: 'Transférer à Chloé',
    received: /^Ben vous transfère la conversation/,
    open: 'Ouvrir',
    mark: 'Transférée par Ben Costa',
    notice: 'Conversation transférée à Chloé par Ben',
    kind: 'Chloé prend le relais',
    inactive: 'sans accès aux visiteurs',
    full: 'a atteint sa limite',
    back: 'Remettre en attente',
    kindBack: 'Quelqu’un de l’équipe va vous répondre',
  },
  'en-GB': {
    transfer: 'Transfer',
    dialog: /^Transfer the conversation/,
    search: 'Find somebody or a sub-account',
    note: /Note for what comes next/,
    give: 'Transfer to Chloé',
    received: /^Ben transferred the conversation/,
    open: 'Open',
    mark: 'Transferred by Ben Costa',
    notice: 'Conversation transferred to Chloé by Ben',
    kind: 'Chloé takes over',
    inactive: 'no access to visitors',
    full: 'has reached their limit',
    back: 'Put back in the queue',
    kindBack: 'A colleague from the team will answer you',
  },
}

for (const locale of ['fr-FR', 'en-GB'] as const) {
  const words = said[locale]
  test(`[N13] [N3] ${locale}: who can receive it is told before, the receiver at once, and the visitor kindly`, async ({
    comptoir,
    browser,
  }) => {
    const house = await openHouse(comptoir.url)
    const [ben, chloe, iris] = [
      await house.hire('Ben Costa', 'ben@maison-verdier.example'),
      await house.hire('Chloé Marchand', 'chloe@maison-verdier.example'),
      await house.hire('Iris Vidal', 'iris@maison-verdier.example'),
    ]
    await stop(house, iris)
    const bens = await open(ben, browser, locale)
    const chloes = await open(chloe, browser, locale)
    const { widget, conversationId } = await visit(house, browser, locale)
    await take(ben, conversationId)
    await bens.getByRole('link').filter({ hasText: 'théière' }).click()

    await bens.getByRole('button', { name: words.transfer, exact: true }).click()
    const dialog = bens.getByRole('dialog', { name: words.dialog })
    await expect(dialog.getByRole('option', { name: 'Iris Vidal' })).toContainText(words.inactive)
    await expectNoFaultsInBothThemes(bens, `transfer ${locale}`)
    await dialog.getByRole('textbox', { name: words.search }).fill('chlo')
    await expect(dialog.getByRole('option')).toHaveCount(1)
    await bens.keyboard.press('ArrowDown')
    await bens.keyboard.press('Enter')
    await dialog.getByRole('textbox', { name: words.note }).fill('Elle cherche une théière.')
    await dialog.getByRole('button', { name: words.give }).click()

    await expect(bens).toHaveURL(/\/conversations$/)
    await expect(bens.getByRole('link').filter({ hasText: 'théière' })).toHaveCount(0)
    const toast = chloes.getByText(words.received)
    await expect(toast).toBeVisible()
    await expect(chloes.getByText(words.mark)).toBeAttached()
    await chloes.getByRole('button', { name: words.open, exact: true }).click()
    const log = chloes.getByRole('log', { name: 'Messages' })
    await expect(log).toContainText('Elle cherche une théière.')
    await expect(log).toContainText(words.notice)

    await expect(widget.host.getByText(words.kind)).toBeVisible()
    await expect(widget.host.getByText('Elle cherche')).toHaveCount(0)
    await expect(widget.host.getByText('Marchand')).toHaveCount(0)

    // By keyboard alone, and back to wait for whoever comes.
    await chloes.getByRole('button', { name: words.transfer, exact: true }).waitFor()
    await chloes.keyboard.press('Escape')
    await chloes.keyboard.press('t')
    const again = chloes.getByRole('dialog', { name: words.dialog })
    await again.getByRole('option', { name: words.back }).click()
    await again.getByRole('button', { name: words.back }).click()
    await expect(widget.host.getByText(words.kindBack)).toBeVisible()
  })
}

test('[N13] [N7] whoever filled up meanwhile refuses at the click, with the reason; the dialog and the note stay', async ({
  comptoir,
  browser,
}) => {
  const words = said['fr-FR']
  const house = await openHouse(comptoir.url)
  const ben = await house.hire('Ben Costa', 'ben@maison-verdier.example')
  const chloe = await house.hire('Chloé Marchand', 'chloe@maison-verdier.example')
  await limit(house, chloe, 1)
  const bens = await open(ben, browser, 'fr-FR')
  const [mine, other] = [await visit(house, browser, 'fr-FR'), await visit(house, browser, 'fr-FR')]
  await take(ben, mine.conversationId)
  await bens.goto(`/conversations/${mine.conversationId}`)
  await bens.getByRole('button', { name: words.transfer, exact: true }).click()
  const dialog = bens.getByRole('dialog')
  await dialog.getByRole('option', { name: 'Chloé Marchand' }).click()
  await dialog.getByRole('textbox', { name: words.note }).fill('À suivre de près.')
  await take(chloe, other.conversationId)
  await dialog.getByRole('button', { name: words.give }).click()
  await expect(dialog.getByRole('alert').first()).toContainText('Chloé Marchand')
  await expect(dialog.getByRole('textbox', { name: words.note })).toHaveValue('À suivre de près.')
  await expect(dialog.getByRole('option', { name: 'Chloé Marchand' })).toContainText(words.full)
  await expect(dialog.getByRole('button', { name: words.give })).toBeDisabled()
})

/** At their desk, so that the shop's visitors find somebody there. */
async function open(agent: Agent, browser: Browser, locale: string): Promise<Page> {
  const page = await agent.open(browser, { locale })
  await page.addInitScript((tag) => localStorage.setItem('comptoir.locale', tag.slice(0, 2)), locale)
  await page.goto('/conversations')
  await untilPresent(agent)
  return page
}

/** Somebody on the shop's page who has just said a word. */
async function visit(house: House, browser: Browser, locale: string) {
  const page = await (await browser.newContext({ baseURL: house.origin, locale })).newPage()
  await page.goto(`/test?lang=${locale.slice(0, 2)}`)
  const widget = widgetOn(page)
  await widget.open()
  const words = `Bonjour, la théière ? ${Math.random()}`
  await widget.say(words)
  const { ada } = house
  let conversationId: string | undefined
  await expect(async () => {
    const { pending } = await ada.call('GET /organisations/:organisationId/inbox', { params: ada.params })
    conversationId = pending.find(({ lastMessage }) => lastMessage?.text === words)?.id
    expect(conversationId).toBeDefined()
  }).toPass()
  return { widget, conversationId: conversationId ?? '' }
}

const take = (agent: Agent, conversationId: string) =>
  agent.call('POST /organisations/:organisationId/conversations/:conversationId/assignment', {
    params: { ...agent.params, conversationId },
  })

const me = async (agent: Agent) => agent.call('GET /organisations/:organisationId/me', { params: agent.params })

async function stop({ ada }: House, agent: Agent): Promise<void> {
  const { agentId } = await me(agent)
  await ada.call('PUT /organisations/:organisationId/agents/:agentId/activity', {
    params: { ...ada.params, agentId },
    body: { active: false },
  })
}

async function limit({ ada }: House, agent: Agent, conversationLimit: number): Promise<void> {
  const { agentId } = await me(agent)
  const { agents } = await ada.call('GET /organisations/:organisationId/agents', { params: ada.params })
  const row = agents.find(({ id }) => id === agentId)
  if (!row) throw new Error('Ada does not see them')
  const { role, customRoleId, subAccountId, modules, reach, languages, questionnaireIds } = row
  const { firstName, lastName, shownName, description, email, active, version } = row
  await ada.call('PUT /organisations/:organisationId/agents/:agentId', {
    params: { ...ada.params, agentId },
    body: {
      ...{ role, customRoleId, subAccountId, modules, reach, languages, questionnaireIds, conversationLimit },
      ...{ firstName, lastName, shownName, description, email, active, version },
    },
  })
}
