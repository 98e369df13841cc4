/** What is asked before somebody is inside: in both languages, in light and dark, on a phone's width, also when it is refused. */
import { expect } from '@playwright/test'
import { loadConsoleWords } from '#words/console.ts'
import { test } from './support/comptoir.ts'
import { openHouse } from './support/house.ts'
import { expectGoodLook } from './support/look.ts'

const chloe = 'chloe@maison-verdier.example'

for (const [locale, tag] of [
  ['fr', 'fr-FR'],
  ['en', 'en-GB'],
] as const)
  test(`set-up, signing in and accepting are good to look at, also when something is refused: ${tag}`, async ({
    comptoir,
    browser,
  }) => {
    test.setTimeout(300_000)
    const { setUp, signIn, invitations } = await loadConsoleWords(locale)
    const page = await (await browser.newContext({ baseURL: new URL(comptoir.url).origin, locale: tag })).newPage()
    await page.goto('/')
    await page.getByRole('button', { name: setUp.submit }).click()
    await expect(page.getByText(setUp.needName).first()).toBeVisible()
    await expectGoodLook(page, 'set-up')

    const house = await openHouse(comptoir.url)
    await page.goto('/sign-in')
    await page.getByLabel(signIn.email).fill('nobody@maison-verdier.example')
    await page.getByLabel(signIn.password, { exact: true }).fill('quatre tasses')
    await page.getByLabel(signIn.password, { exact: true }).press('Enter')
    await expect(page.getByRole('alert')).toBeVisible()
    await expectGoodLook(page, 'sign-in')

    const link = await house.invite(chloe)
    await page.goto(link)
    await page.getByRole('button', { name: invitations.accept.join('Maison Verdier') }).click()
    await expect(page.getByText(invitations.accept.needName)).toBeVisible()
    await expectGoodLook(page, 'accepting')

    const atAda = await house.ada.open(browser, { locale: tag })
    await atAda.goto(link)
    await expect(atAda.getByText(invitations.other.addressed)).toBeVisible()
    await expectGoodLook(atAda, 'invitation of another')
  })
