/** One person, several organisations: switching without signing in again, being told of a new one, and leaving it. */
import pg from 'pg'
import { expect, test } from './support/comptoir.ts'
import { openHouse } from './support/house.ts'
import { expectGoodLook } from './support/look.ts'

test.slow()
test.use({ settings: { SIGN_UP: 'open', PLAN: 'ultimate' } })

test('[A4] a menu switches organisation without signing in again, and each tab stays in its own', async ({
  comptoir,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const ada = await house.ada.open(browser)
  await ada.goto('/settings/profile')
  await ada.getByRole('button', { name: /^Maison Verdier Changer d’organisation/ }).press('Enter')
  await ada.getByRole('menuitem', { name: 'Créer une organisation…' }).press('Enter')
  const dialog = ada.getByRole('dialog', { name: 'Créer une organisation' })
  await dialog.getByRole('button', { name: 'Créer' }).click()
  await expect(dialog.getByText('Indiquez un nom.')).toBeVisible()
  await dialog.getByLabel('Nom de l’organisation').fill('Boutique Lumière')
  await dialog.getByRole('button', { name: 'Créer' }).click()
  const here = ada.getByRole('button', { name: /^Boutique Lumière Changer d’organisation/ })
  await expect(here).toBeVisible()

  const other = await ada.context().newPage()
  await other.goto('/settings/profile')
  await other.getByRole('button', { name: /^Boutique Lumière Changer/ }).click()
  await other.getByRole('menuitemradio', { name: 'Maison Verdier' }).click()
  await expect(other.getByRole('button', { name: /^Maison Verdier Changer/ })).toBeVisible()
  await ada.reload()
  await expect(here, 'the first tab stays where it was').toBeVisible()

  const session = await house.ada.call('GET /session')
  const verdier = session.memberships.find(({ organisationName }) => organisationName === 'Maison Verdier')
  await ada.goto(`/settings/profile?organisation=${verdier?.organisationId}`)
  await expect(
    ada.getByRole('button', { name: /^Maison Verdier Changer/ }),
    'an address that carries its organisation opens there',
  ).toBeVisible()
})

test('[A4] [A6] whoever is added elsewhere is told in the console they have open, and can leave', async ({
  comptoir,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const { organisationId } = await house.ada.call('POST /organisations', { body: { name: 'Boutique Lumière' } })
  // Nothing leaves this server, so that nobody's address is proven by a letter: as if Ben had followed one.
  const ben = await house.hire('Ben Klein', 'ben@maison-verdier.example')
  await prove(comptoir.databaseUrl, 'ben@maison-verdier.example')
  const page = await ben.open(browser)
  await page.goto('/settings/profile')
  await expect(page.getByRole('heading', { name: 'Mon profil' })).toBeVisible()

  const { results } = await house.ada.call('POST /organisations/:organisationId/invitations', {
    params: { organisationId },
    body: {
      emails: ['ben@maison-verdier.example'],
      role: 'moderator',
      subAccountId: null,
      languages: ['fr'],
      activeOnArrival: false,
      locale: 'fr',
    },
  })
  expect(results[0]?.result).toBe('added')
  const news = page.getByRole('status').filter({ hasText: 'Vous faites maintenant partie de Boutique Lumière.' })
  await expect(news, 'live, without a reload').toBeVisible()
  await expectGoodLook(page, 'news of another organisation')
  await news.getByRole('button', { name: 'Y aller' }).click()
  await expect(page.getByRole('button', { name: /^Boutique Lumière Changer/ })).toBeVisible()
  await expect(news).toBeHidden()

  await page.goto('/settings/profile')
  await page.getByRole('button', { name: 'Quitter Boutique Lumière…' }).click()
  const question = page.getByRole('alertdialog', { name: 'Quitter Boutique Lumière ?' })
  await expect(question).toContainText('Votre compte reste')
  await expectGoodLook(page, 'the question before leaving')
  await question.getByRole('button', { name: 'Quitter l’organisation' }).click()
  // Strangers may make organisations here, so that there is always a menu.
  await expect(page.getByRole('button', { name: /^Maison Verdier Changer/ })).toBeVisible()

  await page.goto('/settings/profile')
  await page.getByRole('button', { name: 'Quitter Maison Verdier…' }).click()
  const last = page.getByRole('alertdialog', { name: 'Quitter Maison Verdier ?' })
  await expect(last).toContainText('votre compte est effacé aussitôt')
  await last.getByRole('button', { name: 'Quitter l’organisation' }).click()
  await expect(page.getByRole('heading', { name: 'Se connecter' })).toBeVisible()
})

async function prove(connectionString: string, email: string): Promise<void> {
  const database = new pg.Client({ connectionString })
  await database.connect()
  await database.query('update users set email_proven_at = now() where email = $1', [email])
  await database.end()
}
