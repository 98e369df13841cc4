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
  timeout: 60_000,
  expect: { timeout: 20_000 },
  // Two cores: two stories at once, each with a server, a database and browsers of its own.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
})
