/** What waits is offered to one after the other; who runs conversations reads why; the visitor reads how many are before them. */
import type { Browser, Page } from '@playwright/test'
import { expect, test } from './support/comptoir.ts'
import { type Agent, type House, openHouse } from './support/house.ts'
import { expectGoodLook, expectNoFaults } from './support/look.ts'
import { widgetOn } from './support/widget.ts'

const said = {
  'fr-FR': {
    mode: 'À tour de rôle',
    seconds: /^Temps pour répondre/,
    save: 'Enregistrer la répartition',
    saved: 'Répartition enregistrée',
    take: /^Prendre la conversation/,
    pass: /^Passer la conversation/,
    taken: 'Conversation prise en charge par',
    next: 'C’est bientôt à vous',
    second: '1 personne avant vous',
    why: 'Répartition',
    people: /^Qui peut la prendre/,
    decisions: 'Ce qui a été décidé',
    passed: 'après un refus',
    away: 'en pause',
    blocked: 'Personne n’accepte l’anglais',
  },
  'en-GB': {
    mode: 'In turn',
    seconds: /^Time to take it/,
    save: 'Save how it is handed out',
    saved: 'Saved',
    take: /^Take the conversation/,
    pass: /^Pass on the conversation/,
    taken: 'Conversation picked up by',
    next: 'You are next',
    second: '1 person before you',
    why: 'Handing out',
    people: /^Who can take it/,
    decisions: 'What was decided',
    passed: 'passed on',
    away: 'away',
    blocked: 'Nobody accepts French',
  },
}

for (const locale of ['fr-FR', 'en-GB'] as const) {
  const words = said[locale]
  const spoken = locale.slice(0, 2) as 'fr' | 'en'
  const other = spoken === 'fr' ? 'en' : 'fr'

  test(`[N7] [N8] ${locale}: offered to one, passed to the next, taken; with the reasons for who runs it and the place for who waits`, async ({
    comptoir,
    browser,
  }) => {
    const house = await openHouse(comptoir.url)
    await speaking(house, house.ada, [spoken])
    const [ben, chloe] = [
      await house.hire('Ben Costa', 'ben@maison-verdier.example'),
      await house.hire('Chloé Marchand', 'chloe@maison-verdier.example'),
    ]
    for (const agent of [ben, chloe]) await speaking(house, agent, [spoken])
    const adas = await open(house.ada, browser, locale)
    // Ada runs the house; what waits is for the others.
    await availability(house.ada, 'away')

    await adas.goto(`/settings/channels/${house.channel.id}`)
    await adas.getByRole('radio', { name: words.mode }).check({ force: true })
    await adas.getByRole('textbox', { name: words.seconds }).fill('15')
    await adas.getByRole('button', { name: words.save }).click()
    await expect(adas.getByText(words.saved)).toBeVisible()
    await expectNoFaults(adas, `routing of a channel ${locale}`)
    await picture(adas, `channel-${spoken}`)

    const bens = await open(ben, browser, locale)
    const chloes = await open(chloe, browser, locale)
    const first = await visit(house, browser, { locale, lang: spoken })
    const [asked, later] = await whoIsAsked(bens, chloes, words.take)
    await expect(later.getByRole('button', { name: words.take })).toHaveCount(0)
    await expect(first.host.getByText(words.next)).toBeVisible()
    const second = await visit(house, browser, { locale, lang: spoken })
    await expect(later.getByRole('button', { name: words.take })).toHaveCount(1)
    await expect(second.host.getByText(words.second)).toBeVisible()
    await picture(second.page, `widget-${spoken}`)
    await expectNoFaults(asked, `an offer ${locale}`)
    await picture(asked, `offer-${spoken}`)

    // Passed: it goes to the other, who has two now.
    await asked.getByRole('button', { name: words.pass }).click()
    await expect(later.getByRole('button', { name: words.take })).toHaveCount(2)

    // Not taken in its time, it comes back by itself, without anybody doing anything.
    await expect(asked.getByRole('button', { name: words.take })).toHaveCount(1)

    await adas.goto('/conversations')
    await adas.getByRole('link').filter({ hasText: first.words }).click()
    const why = adas.getByRole('region', { name: words.why })
    await expect(why).toContainText(words.mode)
    await why.getByText(words.people).first().click()
    await expect(why.getByRole('listitem').filter({ hasText: 'Ada Lefèvre' }).first()).toContainText(words.away)
    await why.getByText(words.decisions).click()
    await expect(why).toContainText(words.passed)
    await expectNoFaults(adas, `why ${locale}`)
    await picture(adas, `why-${spoken}`)

    const [winner] = await whoIsAsked(bens, chloes, words.take)
    await winner.getByRole('button', { name: words.take }).first().click()
    await expect(winner.getByRole('log', { name: 'Messages' })).toContainText(words.taken)

    // In a language that nobody here accepts: nobody is asked, and Ada is told so on the card.
    const foreign = await visit(house, browser, { locale: other === 'fr' ? 'fr-FR' : 'en-GB', lang: other })
    await adas.goto('/conversations')
    const card = adas.getByRole('link').filter({ hasText: foreign.words })
    await expect(card).toContainText(words.blocked)
    await expect(chloes.getByText(words.blocked)).toHaveCount(0)
    await picture(adas, `blocked-${spoken}`)
    await expectGoodLook(adas, `a card that nobody can take ${locale}`)
  })
}

/** Where to leave pictures of the pages; nowhere unless asked for. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES
  if (!folder) return
  await page.screenshot({ path: `${folder}/${name}.png` })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 375, height: 812 })
  await page.screenshot({ path: `${folder}/${name}-phone.png` })
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1440, height: 900 })
}

/** Of two pages the one that is offered something now, and the other. */
async function whoIsAsked(one: Page, other: Page, take: RegExp): Promise<[Page, Page]> {
  const asked = [one, other].map(async (page) => {
    await page.getByRole('button', { name: take }).first().waitFor()
    return page
  })
  const first = await Promise.race(asked)
  return first === one ? [one, other] : [other, one]
}

/** At their desk, so that what waits can be offered to them. */
async function open(agent: Agent, browser: Browser, locale: string): Promise<Page> {
  const page = await agent.open(browser, { locale })
  await page.addInitScript((tag) => localStorage.setItem('comptoir.locale', tag.slice(0, 2)), locale)
  await page.goto('/conversations')
  const { agentId } = await agent.call('GET /organisations/:organisationId/me', { params: agent.params })
  await expect(async () => {
    const { colleagues } = await agent.call('GET /organisations/:organisationId/inbox', { params: agent.params })
    expect(colleagues.find(({ id }) => id === agentId)?.availability).toBe('available')
  }).toPass()
  return page
}

const availability = (agent: Agent, to: 'away' | 'available') =>
  agent.call('PUT /organisations/:organisationId/me/availability', { params: agent.params, body: { availability: to } })

/** Somebody on the shop's page who has just said a word. */
async function visit(house: House, browser: Browser, { locale, lang }: { locale: string; lang: string }) {
  const page = await (await browser.newContext({ baseURL: house.origin, locale })).newPage()
  await page.goto(`/test?lang=${lang}`)
  const widget = widgetOn(page)
  await widget.open()
  const words = `Bonjour ${Math.random().toString(36).slice(2, 8)}`
  await widget.say(words)
  await expect(async () => {
    const { params, call } = house.ada
    const { pending } = await call('GET /organisations/:organisationId/inbox', { params })
    expect(pending.some(({ lastMessage }) => lastMessage?.text === words)).toBe(true)
  }).toPass()
  return { page, host: widget.host, words }
}

/** What somebody accepts from now on. */
async function speaking({ ada }: House, agent: Agent, languages: string[]): Promise<void> {
  const { agentId } = await agent.call('GET /organisations/:organisationId/me', { params: agent.params })
  const { agents } = await ada.call('GET /organisations/:organisationId/agents', { params: ada.params })
  const row = agents.find(({ id }) => id === agentId)
  if (!row) throw new Error('Ada does not see them')
  const { role, customRoleId, subAccountId, modules, reach, questionnaireIds, conversationLimit } = row
  const { firstName, lastName, shownName, description, email, active, version } = row
  await ada.call('PUT /organisations/:organisationId/agents/:agentId', {
    params: { ...ada.params, agentId },
    body: {
      ...{ role, customRoleId, subAccountId, modules, reach, questionnaireIds, conversationLimit, languages },
      ...{ firstName, lastName, shownName, description, email, active, version },
    },
  })
}
