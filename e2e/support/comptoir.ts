/** Playwright's `test`, with a Comptoir of the story's own: a real server process on a database nobody else uses. */
import { test as base } from '@playwright/test'
import { type Comptoir, startComptoir } from '#server/testing/start-comptoir.ts'

export { expect } from '@playwright/test'

interface Fixtures {
  comptoir: Comptoir
  /** Settings and flags to start it with: `test.use({ startWith: { flags: ['--demo'] } })`. */
  startWith: Parameters<typeof startComptoir>[0]
}

export const test = base.extend<Fixtures>({
  startWith: [{}, { option: true }],
  comptoir: async ({ startWith }, use, testInfo) => {
    const comptoir = await startComptoir(startWith)
    await use(comptoir)
    if (testInfo.status !== testInfo.expectedStatus) await testInfo.attach('server', { body: comptoir.printed })
    await comptoir.remove()
  },
  baseURL: async ({ comptoir }, use) => use(comptoir.url),
})
