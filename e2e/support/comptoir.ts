/**
 * Playwright's `test`, with a Comptoir of the story's own on a database nobody else uses. It runs in the process of the
 * story, which costs a tenth of starting one; stories that kill it have started-comptoir.ts.
 */
import { test as base } from '@playwright/test'
import { readPlans } from '#server/domains/billing/index.ts'
import { readSettings } from '#server/platform/config/settings.ts'
import { servePages } from '#server/serve-pages.ts'
import { openComptoir } from '#server/testing/comptoir.ts'
import { closePages } from './browsers.ts'

export { expect } from '@playwright/test'

interface Comptoir {
  url: string
  /** Its database, for what no screen can do: looking at rows, moving time. */
  databaseUrl: string
}

interface Fixtures {
  comptoir: Comptoir
  /** Environment variables, as an operator gives them: `test.use({ settings: { SIGN_UP: 'open' } })`. */
  settings: Record<string, string>
}

export const test = base.extend<Fixtures>({
  settings: [{}, { option: true }],
  comptoir: async ({ settings, browser }, use) => {
    const chosen = readSettings({ PORT: '0', ...settings })
    const comptoir = await openComptoir({ ...chosen, plans: readPlans(chosen) }, servePages)
    await use({ url: comptoir.url.href, databaseUrl: comptoir.connectionString })
    await closePages(browser)
    await comptoir.stop()
  },
  baseURL: async ({ comptoir }, use) => use(comptoir.url),
})
