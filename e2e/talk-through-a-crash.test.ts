/**
 * The server is killed with `kill -9` and started again. In the middle of a talk of a visitor and two agents every word is on every
 * screen once, in order; notes on the agents' only.
 */

import { openHouse } from './support/house.ts'
import { accept, expectInOrder, invite, newPages, openWidget, say, setUp } from './support/people.ts'
import { expect, test } from './support/started-comptoir.ts'

test('[D1] [D2] [D3] [D6] a talk survives kill -9 of the server, with every word once and in order on every screen', async ({
  comptoir,
  browser,
}) => {
  test.setTimeout(120_000)
  const [ada, ben, vera] = await newPages(() => browser.newContext({ baseURL: comptoir.url }), 3)
  if (!ada || !ben || !vera) throw new Error('three people are needed')
  await setUp(ada)
  await accept(ben, await invite(ada, 'ben@maison-verdier.example', 'Administrateur'), 'Ben Carpentier')

  await vera.goto('/test')
  const widget = await openWidget(vera)
  await say(widget, 'Bonjour, la théière est-elle encore là ?')

  await ada.goto('/conversations')
  await ada.getByText('Bonjour, la théière est-elle encore là ?').first().click()
  await ada.getByRole('button', { name: 'Prendre en charge' }).first().click()
  const widgetLog = widget.getByRole('log')
  await expect(widgetLog).toContainText('Conversation prise en charge')
  await ben.getByText('Bonjour, la théière est-elle encore là ?').first().click()
  await expect(logOf(ben)).toContainText('Conversation prise en charge')
  await ben
    .getByRole('tab', { name: 'Note' })
    .or(ben.getByRole('radio', { name: 'Note' }))
    .first()
    .click()

  const spoken: string[] = ['Bonjour, la théière est-elle encore là ?']
  const noted: string[] = []
  await say(ada, 'Un, dit Ada')
  await expect(widgetLog).toContainText('Un, dit Ada')
  spoken.push('Un, dit Ada')

  await comptoir.kill()
  // While nobody answers, all three go on writing, and one of them loads the page anew.
  await say(widget, 'Deux, dit Vera')
  await say(widget, 'Trois, dit Vera')
  await say(ada, 'Quatre, dit Ada')
  await say(ben, 'Cinq, note Ben')
  await expect(widgetLog).toContainText('Trois, dit Vera')
  await comptoir.start()
  spoken.push('Deux, dit Vera', 'Trois, dit Vera')
  noted.push('Cinq, note Ben')

  await expectInOrder(widgetLog, spoken)
  await expect(widgetLog).toContainText('Quatre, dit Ada', { timeout: 30_000 })
  for (const agent of [ada, ben])
    for (const text of [...spoken, ...noted, 'Quatre, dit Ada'])
      await expect(logOf(agent).getByText(text, { exact: true })).toHaveCount(1, { timeout: 30_000 })

  // The order of the server is the order of every screen.
  const order = (shown: string | null) =>
    [...spoken, 'Quatre, dit Ada'].sort((one, other) => (shown ?? '').indexOf(one) - (shown ?? '').indexOf(other))
  const seenByVisitor = order(await widgetLog.textContent())
  for (const agent of [ada, ben]) expect(order(await logOf(agent).textContent())).toEqual(seenByVisitor)
  expect(await widgetLog.textContent()).not.toContain('note Ben')

  // And a fresh load shows the same.
  for (const page of [ada, ben]) {
    await page.reload()
    await expectInOrder(logOf(page), seenByVisitor)
  }
  await vera.reload()
  await expectInOrder((await openWidgetAgain(vera)).getByRole('log'), seenByVisitor)
})

/** The panel stays open over a reload, or is opened again. */
async function openWidgetAgain(page: import('@playwright/test').Page) {
  const panel = page.getByRole('dialog', { name: 'Messagerie' })
  const launcher = page.getByRole('button', { name: /^Ouvrir la messagerie/ })
  await panel.or(launcher).first().waitFor()
  return (await panel.isVisible()) ? panel : openWidget(page)
}

/** By its name: there are silent logs of the page's own announcements beside it. */
const logOf = (agent: import('@playwright/test').Page) => agent.getByRole('log', { name: 'Messages' })

test('a server that does not answer is said, and that it does again', async ({ page, comptoir }) => {
  await (await openHouse(comptoir.url)).ada.enter(page)
  await comptoir.kill()
  await expect(page.getByText('Hors connexion.').or(page.getByText('Connexion en cours'))).toBeVisible({
    timeout: 40_000,
  })
  await comptoir.start()
  await expect(page.getByText('De nouveau en ligne, tout est à jour.')).toBeVisible({ timeout: 30_000 })
})

test('a page that was not fetched yet waits for a server that is away, and the open one stays', async ({
  page,
  comptoir,
}) => {
  await (await openHouse(comptoir.url)).ada.enter(page)
  let loads = 0
  page.on('load', () => (loads += 1))
  await comptoir.kill()
  await page.getByRole('link', { name: 'Paramètres' }).first().click()
  await expect(page.getByText('Hors connexion.')).toBeVisible({ timeout: 40_000 })
  await expect(page.getByRole('link', { name: 'Conversations' }).first()).toBeVisible()
  await comptoir.start()
  await expect(page.getByRole('heading', { name: 'Paramètres' }).first()).toBeVisible()
  expect(loads).toBe(0)
})

test('a page that an update has taken away is asked for once more with a console loaded anew', async ({
  page,
  comptoir,
}) => {
  await (await openHouse(comptoir.url)).ada.enter(page)
  let loads = 0
  page.on('load', () => (loads += 1))
  await page.route('**/assets/settings-page*.js', (route) => route.fulfill({ status: 404, body: '' }))
  await page.getByRole('link', { name: 'Paramètres' }).first().click()
  await expect.poll(() => loads).toBe(1)
  await page.unroute('**/assets/settings-page*.js')
  await page.getByRole('link', { name: 'Paramètres' }).first().click()
  await expect(page.getByRole('heading', { name: 'Paramètres' }).first()).toBeVisible()
  expect(loads).toBe(1)
})
