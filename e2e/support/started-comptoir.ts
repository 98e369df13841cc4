/** Playwright's `test`, with a Comptoir as an operator starts it: a process of the story's own, which it may kill. */
import { test as base } from '@playwright/test'
import { type Comptoir, startComptoir } from '#server/testing/start-comptoir.ts'
import { closePages } from './browsers.ts'

export { expect } from '@playwright/test'

export const test = base.extend<{ comptoir: Comptoir }>({
  comptoir: async ({ browser }, use, testInfo) => {
    const comptoir = await startComptoir()
    await use(comptoir)
    if (testInfo.status !== testInfo.expectedStatus) await testInfo.attach('server', { body: comptoir.printed })
    await closePages(browser)
    await comptoir.remove()
  },
  baseURL: async ({ comptoir }, use) => use(comptoir.url),
})
