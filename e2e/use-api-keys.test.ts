/** Settings → API keys: a key is made, shown once, used by a program, revoked; and the pages that say how to use it. */
import { apiRoot } from '#contract/addresses.ts'
import { expect as expectOfDocs, test as testWithDocs } from './support/comptoir.ts'
import { expect, test } from './support/desks.ts'
import { expectGoodLook, expectNoFaults } from './support/look.ts'

test.slow()

const keys = { path: '/settings/api-keys' } as const

test('[A5] an agent makes a key of some of their own rights, tries it from the line shown, and revokes it', async ({
  desks,
}) => {
  const page = await desks.open(desks.ben, { ...keys, locale: 'fr-FR' })
  await expect(page.getByText('Aucune clé pour le moment')).toBeVisible()
  await expectGoodLook(page, 'no keys')

  await page.getByRole('button', { name: 'Créer une clé' }).click()
  const dialog = page.getByRole('dialog', { name: 'Créer une clé d’API' })
  await expect(dialog.getByRole('checkbox')).toHaveCount(3)
  await dialog.getByRole('button', { name: 'Créer la clé' }).click()
  await expect(dialog.getByText('Donnez un nom à la clé.')).toBeVisible()
  await expect(dialog.getByText('Choisissez au moins un droit.')).toBeVisible()
  await expectGoodLook(page, 'making a key')
  await dialog.getByLabel('Nom').fill('Rapport du matin')
  await dialog.getByText('Voir l’organisation').click()
  await dialog.getByRole('button', { name: 'Créer la clé' }).click()

  const shown = page.getByRole('dialog', { name: 'Clé créée' })
  const line = await shown.getByLabel('Un premier essai').inputValue()
  const [, secret = '', address = ''] = /Bearer (ck_[\w-]{43})' '(\S+)'$/.exec(line) ?? []
  await expect(shown.getByLabel('Clé', { exact: true })).toHaveValue(secret)
  await expectGoodLook(page, 'the secret')
  const ask = (url: string) => page.request.get(url, { headers: { authorization: `Bearer ${secret}` } })
  expect(await (await ask(address)).json()).toMatchObject({ agentId: desks.ben.agentId })
  const inbox = await ask(`${new URL(address).origin}${apiRoot}/organisations/${desks.ben.organisationId}/inbox`)
  expect(await inbox.json(), 'what it was not given it may not').toMatchObject({ code: 'api-keys.right-missing' })
  await shown.getByRole('button', { name: 'J’ai copié la clé' }).click()

  const row = page.getByRole('listitem').filter({ hasText: 'Rapport du matin' })
  await expect(row).toContainText(secret.slice(0, 8))
  await page.reload()
  await expect(row).toContainText('utilisée')
  expect(await page.content(), 'it is shown once').not.toContain(secret)
  await expectGoodLook(page, 'a key')

  await row.getByRole('button', { name: 'Révoquer' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('Le programme qui s’en sert sera refusé aussitôt.')
  await question.getByRole('button', { name: 'Révoquer' }).click()
  await expect(page.getByText('Aucune clé pour le moment')).toBeVisible()
  expect((await ask(address)).status()).toBe(401)
})

test('[A5] an administrator is offered every right, in English, and makes a key by keyboard alone', async ({
  desks,
}) => {
  const page = await desks.open(desks.ada, { ...keys, locale: 'en-GB' })
  await page.getByRole('button', { name: 'Create a key' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Create an API key' })
  await expect(dialog.getByRole('checkbox')).toHaveCount(9)
  await dialog.getByLabel('Name').fill('Export')
  await dialog.getByRole('checkbox', { name: 'Read the journal' }).press('Space')
  await dialog.getByLabel('Name').press('Enter')
  await page
    .getByRole('dialog', { name: 'Key created' })
    .getByRole('button', { name: 'I have copied the key' })
    .press('Enter')
  await expect(page.getByRole('listitem').filter({ hasText: 'Export' })).toContainText('never used')
})

testWithDocs('the API reads as pages: searched, followed to a shape, light and dark, on a phone', async ({ page }) => {
  const policyBroken: string[] = []
  page.on('console', (line) => {
    if (line.type() === 'error') policyBroken.push(line.text())
  })
  await page.goto('/api/docs')
  const doors = page.locator('article.door:visible')
  const all = await doors.count()
  expectOfDocs(all).toBeGreaterThan(40)
  await page.keyboard.press('/')
  await page.keyboard.type('closure')
  await expectOfDocs(doors).toHaveCount(1)
  await expectOfDocs(page.getByRole('status')).toHaveText('1 door')
  const door = page.getByRole('article', { name: /POST .*closure/ })
  await expectOfDocs(door).toContainText('conversations:write')
  await expectOfDocs(door).toContainText('curl -X POST')
  await door.getByText('Refuses').click()
  await expectOfDocs(door.getByText('conversations.not-yours')).toBeVisible()
  await door.getByRole('link', { name: 'ConversationForAgent' }).first().click()
  await expectOfDocs(page.getByRole('heading', { name: 'ConversationForAgent' })).toBeInViewport()
  await expectOfDocs(doors, 'the search made room').toHaveCount(all)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectNoFaults(page, `docs, ${colorScheme}`)
  }
  await page.setViewportSize({ width: 375, height: 812 })
  await page.reload()
  expectOfDocs(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375)
  expectOfDocs(policyBroken).toEqual([])
})
