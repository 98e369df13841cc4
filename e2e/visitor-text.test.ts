/** What a visitor types is text, always: some hundreds of attempts at more, as an agent sees them and as the visitor does. */
import type { Locator, Page } from '@playwright/test'
import { cleanLine } from '#client/prose.ts'
import { limits } from '#contract/limits.ts'
import { newClientMessageId, newVisitor } from '#server/testing/visitor.ts'
import { attempts } from './support/attempts.ts'
import { expect, test } from './support/comptoir.ts'
import { openHouse } from './support/house.ts'
import { widgetOn } from './support/widget.ts'

test.slow()

/** The server hears 120 messages a minute from one visitor. */
const perVisitor = 110

test('some hundreds of attempts at more than text are shown letter by letter, in the console and in the widget', async ({
  comptoir,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const complaints: string[] = []
  const newPage = async () => watched(await (await browser.newContext({ baseURL: house.origin })).newPage(), complaints)

  // Visitors with the widget open; their attempts go past it, straight to the server, as an attacker's would.
  const parts = Array.from({ length: Math.ceil(attempts.length / perVisitor) }, (_, index) =>
    attempts.slice(index * perVisitor, (index + 1) * perVisitor),
  )
  const visitors = await Promise.all(
    parts.map(async (said) => {
      const page = await newPage()
      await page.goto('/test')
      const widget = widgetOn(page)
      await widget.open()
      const sent = page.waitForRequest(/\/messages\//)
      await widget.say('Bonjour')
      const { authorization = '' } = await (await sent).allHeaders()
      return { page, widget, said, visitor: newVisitor(house.origin, house.channel.key, authorization.split(' ')[1]) }
    }),
  )
  await Promise.all(
    visitors.map(async ({ visitor, said }) => {
      const params = { channelKey: house.channel.key }
      for (const text of said)
        await visitor.call('PUT /widget/:channelKey/messages/:clientMessageId', {
          params: { ...params, clientMessageId: newClientMessageId() },
          body: {
            text,
            locale: 'fr',
            page: { url: 'https://shop.example/', title: cleanLine(text, limits.pageTitleLength) },
          },
        })
      // Titles of pages are a visitor's words too: the last stand beside the conversation.
      await visitor.call('POST /widget/:channelKey/pages', {
        params,
        body: {
          now: 2_000,
          pages: said.slice(-1).map((text) => ({
            url: 'https://shop.example/',
            title: cleanLine(text, limits.pageTitleLength),
            at: 1_000,
          })),
        },
      })
    }),
  )

  for (const { widget, said } of visitors) {
    const bubbles = widget.log.locator('.msg[data-seq]')
    await expect.poll(() => textsOf(bubbles)).toEqual(['Bonjour', ...said])
    expect(await otherElementsIn(bubbles)).toEqual([])
  }

  const agentPage = watched(await house.ada.open(browser), complaints)
  const { pending } = await house.ada.call('GET /organisations/:organisationId/inbox', { params: house.ada.params })
  expect(pending).toHaveLength(visitors.length)
  const read: string[][] = []
  for (const { id, page } of pending) {
    await agentPage.goto(`/conversations/${id}`)
    await expect(agentPage.getByText(page?.title ?? '', { exact: true }).first()).toBeAttached()
    const log = agentPage.getByRole('log')
    await expect(async () => {
      await log.evaluate((element) => element.scrollTo(0, 0))
      await expect(log.getByText('Début de la conversation')).toBeVisible({ timeout: 1_000 })
    }).toPass({ timeout: 60_000 })
    const bubbles = log.locator('p[dir=auto]')
    read.push(await textsOf(bubbles))
    expect(await otherElementsIn(bubbles)).toEqual([])
  }
  const byFirst = (one: readonly string[], other: readonly string[]) => ((one[1] ?? '') < (other[1] ?? '') ? -1 : 1)
  expect(read.sort(byFirst)).toEqual(parts.map((said) => ['Bonjour', ...said]).sort(byFirst))

  for (const page of [agentPage, ...visitors.map(({ page }) => page)])
    expect(await page.evaluate('window.pwned')).toBeUndefined()
  expect(complaints).toEqual([])

  // The control: a policy that is broken is heard here.
  await agentPage.evaluate(() => document.body.setAttribute('style', 'color: red'))
  await expect.poll(() => complaints.join()).toMatch(/Content Security Policy/)
})

const textsOf = (bubbles: Locator) =>
  bubbles.evaluateAll((elements) => elements.map(({ textContent }) => textContent ?? ''))

/** Whatever stands in a bubble and is no link that leads to another site by http and tells it nothing. */
const otherElementsIn = (bubbles: Locator) =>
  bubbles.evaluateAll((elements) =>
    elements
      .flatMap((element) => [...element.querySelectorAll('*')])
      .filter(
        (element) =>
          !(element instanceof HTMLAnchorElement) ||
          !/^https?:$/.test(element.protocol) ||
          element.username !== '' ||
          element.target !== '_blank' ||
          !/noopener noreferrer/.test(element.rel) ||
          element.getAttributeNames().some((name) => name.startsWith('on')),
      )
      .map(({ outerHTML }) => outerHTML),
  )

/** Writes down what no page may do here: ask something, fail, break its policy, go elsewhere. */
function watched(page: Page, complaints: string[]): Page {
  page.on('dialog', (dialog) => {
    complaints.push(`asks ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => complaints.push(`fails ${error.message}`))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('request', (request) => {
    if (/evil\.example|shop\.example/.test(request.url())) complaints.push(`goes to ${request.url()}`)
  })
  return page
}
