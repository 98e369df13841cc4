/** Maison Verdier with two sub-accounts and people of every role, in this process: for stories about who sees what in the lists. */
import { type Browser, type BrowserContextOptions, test as base, type Page } from '@playwright/test'
import { serveScreens } from '#server/serve-screens.ts'
import { openComptoir, type TestSubAccount } from '#server/testing/comptoir.ts'
import type { CastAgent } from '#server/testing/person.ts'

export { expect } from '@playwright/test'

export interface Desks {
  lyon: TestSubAccount
  lille: TestSubAccount
  /** Administrator. */
  ada: CastAgent
  /** Manager of Lyon. */
  marc: CastAgent
  /** Agents of Lyon; they see their own conversations. */
  ben: CastAgent
  chloe: CastAgent
  /** A browser of somebody, signed in, on the conversations page. */
  open(agent: CastAgent, options?: BrowserContextOptions & { path?: string }): Promise<Page>
  pickUp(agent: CastAgent, conversationId: string): Promise<void>
  close(agent: CastAgent, conversationId: string): Promise<void>
}

export const test = base.extend<{ desks: Desks }>({
  desks: async ({ browser }, use) => {
    const comptoir = await openComptoir({}, serveScreens)
    const house = await comptoir.makeOrganisation('Maison Verdier')
    const [lyon, lille] = [await house.makeSubAccount('Lyon'), await house.makeSubAccount('Lille')]
    const inLyon = { role: 'agent', subAccountId: lyon.id } as const
    await use({
      lyon,
      lille,
      ada: await house.hire('Ada Lefèvre', { role: 'administrator', languages: ['fr', 'en'] }),
      marc: await house.hire('Marc Dubois', { role: 'manager', subAccountId: lyon.id }),
      ben: await house.hire('Ben Costa', inLyon),
      chloe: await house.hire('Chloé Marchand', inLyon),
      open: (agent, { path = '/conversations', ...options } = {}) => open(browser, comptoir.url, agent, path, options),
      pickUp: async ({ call, organisationId }, conversationId) => {
        await call('POST /organisations/:organisationId/conversations/:conversationId/assignment', {
          params: { organisationId, conversationId },
        })
      },
      close: async ({ call, organisationId }, conversationId) => {
        await call('POST /organisations/:organisationId/conversations/:conversationId/closure', {
          params: { organisationId, conversationId },
        })
      },
    })
    await comptoir.stop()
  },
})

async function open(
  browser: Browser,
  { origin }: URL,
  { cookies }: CastAgent,
  path: string,
  options: BrowserContextOptions,
): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, ...options })
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: origin })))
  const page = await context.newPage()
  await page.goto(path)
  return page
}
