/** What a page must be wherever it is looked at: open to everybody, and no wider than the screen. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const phone = { width: 375, height: 812 }

/** WCAG 2.2 AA by axe, in light and dark; and on a phone nothing that scrolls sideways. */
export async function expectGoodLook(page: Page, place: string): Promise<void> {
  await expectNoFaultsInBothThemes(page, place)
  const wide = page.viewportSize()
  await page.setViewportSize(phone)
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: `${place} scrolls sideways` })
    .toBe(phone.width)
  if (wide) await page.setViewportSize(wide)
}

/** The same by axe alone, for what is too short to live to be looked at on a phone: a menu, a dialog with something typed in it. */
export async function expectNoFaultsInBothThemes(page: Page, place: string, part?: { within: string }): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await expectNoFaults(page, `${place}, light`, part)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNoFaults(page, `${place}, dark`, { ...part, rules: 'of-colours' })
}

interface Looking {
  within?: string
  /** A theme changes colours alone (tokens.css): whoever has looked at all rules in one need not in the other. */
  rules?: 'all' | 'of-colours'
}

/** What axe finds on the page as it stands, or in one part of it: WCAG 2.2 AA, the size of targets, good practice. */
export async function expectNoFaults(
  page: Page,
  place: string,
  { within, rules = 'all' }: Looking = {},
): Promise<void> {
  // A dialog is fetched when it is first wanted, and drawn a moment after it was.
  if (within) await expect(page.locator(within).first(), place).toBeAttached()
  // Behind a dialog the page is hidden from everybody, its heading and its landmark with it.
  const isWhole = (await page.locator('[role=dialog], [role=alertdialog]').count()) === 0
  const axe = new AxeBuilder({ page })
    // Without it each look opens a page of its own to put the answers of frames together; there are no foreign frames here.
    .setLegacyMode(true)
    .options({
      resultTypes: ['violations'],
      ...(rules === 'of-colours'
        ? { runOnly: { type: 'rule', values: ofColours } }
        : {
            runOnly: wcag,
            rules: {
              'target-size': { enabled: true },
              'landmark-one-main': { enabled: isWhole },
              'page-has-heading-one': { enabled: isWhole },
            },
          }),
    })
    // React Aria speaks through a region nobody sees, where what was said a moment ago points at what is gone.
    .exclude('[data-live-announcer]')
  const { violations } = await (within ? axe.include(within) : axe).analyze()
  expect(violations.map(({ id, nodes }) => [place, id, nodes[0]?.html])).toEqual([])
}

/** Every rule of `wcag` that reads a colour. */
const ofColours = ['color-contrast', 'link-in-text-block']
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
