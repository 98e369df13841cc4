import type { Browser } from '@playwright/test'

/** Closes everybody's pages at the end of a story: left open, they would go on asking for a server that is gone, beside all that follow. */
export async function closePages(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()))
}
