import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { type BrowserLaunch, findBrowser } from './e2e/browser.ts'

// Workers read this file too; the browser is looked for once, and told to them through the environment they inherit.
process.env.E2E_BROWSER ??= JSON.stringify(await findBrowser())
const launchOptions: BrowserLaunch = JSON.parse(process.env.E2E_BROWSER)

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.test.ts',
  globalSetup: './e2e/support/build-first.ts',
  outputDir: 'test-results',
  // A starved machine takes its time; what hangs is found all the same.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  // As many as there are cores, each with a server, a database and browsers of its own.
  workers: Math.max(2, availableParallelism()),
  fullyParallel: true,
  forbidOnly: true,
  // A browser on a starved machine may miss a moment; a story that needed its second try is told as such.
  retries: 1,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1440, height: 900 },
    // Recording costs a fifth of every story: the second try is the one that tells.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
  },
})
