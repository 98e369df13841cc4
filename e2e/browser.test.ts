import { existsSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { findBrowser } from './browser.ts'

test('the Chromium that comes through npm starts and paints text, whether or not the machine has one', async () => {
  const { executablePath } = await findBrowser([])
  expect(executablePath).toContain('node_modules/.cache')
})

test('a machine’s browser that does not work is passed over', async () => {
  expect(existsSync('/bin/false')).toBe(true)
  const { executablePath } = await findBrowser(['/bin/false'])
  expect(executablePath).not.toBe('/bin/false')
})

test('stories are run in a browser that paints', async ({ page }) => {
  await page.setContent('<h1>Bonjour</h1>')
  await expect(page.getByRole('heading', { name: 'Bonjour' })).toBeVisible()
})
