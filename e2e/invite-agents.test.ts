/** Inviting people: what the administrator sees, what the letter's link opens, and every way in which it no longer does. */
import type { Browser, Page } from '@playwright/test'
import pg from 'pg'
import { expect, test } from './support/comptoir.ts'
import { openHouse } from './support/house.ts'
import { accept, fillName, ownName, passphrase } from './support/people.ts'

test.slow()

const chloe = 'chloe@maison-verdier.example'
const unknown = 'Ce lien ne mène à aucune invitation'
const expired = 'Cette invitation a expiré'

const newBrowser = async (browser: Browser, baseURL?: string) => (await browser.newContext({ baseURL })).newPage()

/** A link that is dead says this and nothing else: nothing of the house, nothing to press. */
async function expectDead(page: Page, link: string, heading: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(link)
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { name: heading })).toBeVisible()
  await expect(main).not.toContainText(/Verdier|Ada|@/)
  await expect(main.getByRole('button').or(main.getByRole('link')).or(main.getByRole('textbox'))).toHaveCount(0)
}

test('[S1] [S2] [S3] [S4] [A1] [A2] several people are invited at once; a letter’s link lets one person in, once', async ({
  comptoir,
  browser,
  baseURL,
}) => {
  const house = await openHouse(comptoir.url)
  const ada = await house.ada.open(browser)
  await ada.goto('/settings/agents')
  await ada.getByRole('button', { name: 'Inviter', exact: true }).first().click()
  const dialog = ada.getByRole('dialog', { name: 'Inviter des agents' })
  await dialog.getByLabel('Adresses e-mail').fill(`ben@maison-verdier.example\nChloé Blanc <${chloe}>, oscar@ailleurs`)
  await expect(dialog.getByRole('listitem').filter({ hasText: 'oscar@ailleurs' })).toContainText('Adresse incomplète')
  await expect(dialog.getByText('2 invitations, valables 7 jours.')).toBeVisible()
  await dialog.getByRole('radio', { name: 'Agent' }).check({ force: true })
  await dialog.getByRole('button', { name: 'Inviter 2 agents' }).click()

  const results = ada.getByRole('dialog', { name: 'Invitations prêtes' })
  await expect(results.getByText('Aucun serveur d’envoi n’est réglé')).toBeVisible()
  const link = await results.getByLabel(`Lien pour ${chloe}`).inputValue()
  expect(await results.getByLabel('Lien pour ben@maison-verdier.example').inputValue()).not.toBe(link)
  await results.getByRole('button', { name: 'Terminé' }).click()
  const invited = ada.getByRole('row', { name: new RegExp(chloe) })
  await expect(invited).toContainText(/encore [67] jours/)
  await expect(invited).toContainText('lettre en attente d’envoi')

  // Nobody sends letters here: they wait to be read and handed on.
  await ada.goto('/settings/letters')
  const letter = ada.getByRole('row', { name: new RegExp(chloe) })
  await expect(letter).toContainText('En attente')
  await letter.getByRole('button', { name: 'Lire la lettre' }).click()
  const text = ada.getByLabel('Texte de la lettre')
  await expect(text).toHaveValue(/^http/m)
  expect((await text.inputValue()).split('\n'), 'the same link, on a line of its own').toContain(link)
  await ada.goto('/settings/agents')

  const newcomer = await newBrowser(browser, baseURL)
  await newcomer.goto(link)
  await expect(newcomer.getByText('vous invite à répondre aux visiteurs.')).toBeVisible()
  await expect(newcomer.getByLabel('Adresse e-mail')).toHaveValue(chloe)
  await newcomer.getByRole('button', { name: 'Rejoindre Maison Verdier' }).click()
  await expect(newcomer.getByText('Indiquez votre nom.')).toBeVisible()
  await newcomer.getByLabel('Mot de passe', { exact: true }).fill('chloe maison verdier')
  await fillName(newcomer, 'Chloé Blanc')
  await newcomer.getByRole('button', { name: 'Rejoindre Maison Verdier' }).click()
  await expect(newcomer.getByText('Ce mot de passe est trop facile à deviner.')).toBeVisible()
  await expect(ownName(newcomer).first).toHaveValue('Chloé')
  await expect(ownName(newcomer).last).toHaveValue('Blanc')
  await newcomer.getByLabel('Mot de passe', { exact: true }).fill(passphrase)
  await newcomer.getByRole('button', { name: 'Rejoindre Maison Verdier' }).click()
  await expect(newcomer.getByText('En attente').first()).toBeVisible()
  await expect(
    ada.getByRole('switch', { name: 'Chloé Blanc peut parler aux visiteurs' }),
    'Ada’s open list has her, and active as promised',
  ).toBeChecked()

  await expectDead(await newBrowser(browser, baseURL), link, unknown)

  await ada.getByRole('button', { name: 'Inviter', exact: true }).first().click()
  await dialog.getByLabel('Adresses e-mail').fill(`${chloe} BEN@maison-verdier.example`)
  await expect(dialog.getByText('Déjà membre de l’organisation')).toBeVisible()
  await expect(dialog.getByText('Déjà une invitation en attente')).toBeVisible()
  await dialog.getByRole('button', { name: 'Inviter', exact: true }).click()
  await expect(dialog.getByText('Indiquez au moins une adresse complète.')).toBeVisible()
})

test('[S3] [U2] [U4] a link that has expired, was replaced or was revoked opens nothing, also for a page that was open before', async ({
  comptoir,
  browser,
  baseURL,
}) => {
  const house = await openHouse(comptoir.url)
  const first = await house.invite(chloe)
  const stranger = await newBrowser(browser, baseURL)
  await stranger.goto(first)
  await expect(stranger.getByRole('heading', { name: 'Bienvenue chez Maison Verdier' })).toBeVisible()

  const database = new pg.Client({ connectionString: comptoir.databaseUrl })
  await database.connect()
  await database.query(`update invitations set expires_at = now() - interval '1 second'`)
  await database.end()
  await expectDead(stranger, first, expired)

  const ada = await house.ada.open(browser)
  await ada.goto('/settings/agents')
  const row = ada.getByRole('row', { name: new RegExp(chloe) })
  await expect(row).toContainText('expirée')
  const menu = ada.getByRole('button', { name: `Actions pour ${chloe}` })
  await menu.click()
  await ada.getByRole('menuitem', { name: 'Renvoyer' }).click()
  await expect(ada.getByText(`Nouvelle invitation envoyée à ${chloe}.`)).toBeVisible()
  await expect(row).toContainText(/encore [67] jours/)
  await expectDead(stranger, first, unknown)

  await menu.click()
  await ada.getByRole('menuitem', { name: 'Copier un nouveau lien' }).click()
  const copied = ada.getByRole('dialog', { name: `Nouveau lien pour ${chloe}` })
  const second = await copied.getByLabel(`Lien pour ${chloe}`).inputValue()
  await ada.keyboard.press('Escape')
  await expect(copied).toBeHidden()

  await stranger.goto(second)
  await fillName(stranger, 'Chloé Blanc')
  await stranger.getByLabel('Mot de passe', { exact: true }).fill(passphrase)
  await menu.click()
  await ada.getByRole('menuitem', { name: 'Retirer l’invitation…' }).click()
  await ada.getByRole('alertdialog').getByRole('button', { name: 'Retirer l’invitation' }).click()
  await expect(row).toHaveCount(0)
  await stranger.getByRole('button', { name: 'Rejoindre Maison Verdier' }).click()
  await expect(stranger.getByText('Cette invitation n’est pas valable.')).toBeVisible()
  await expectDead(stranger, second, unknown)

  const third = await house.invite(chloe)
  await accept(stranger, third, 'Chloé Blanc')
})

test('[S5] [U3] an invitation joins the person it is for, once they have signed in, and nobody else', async ({
  comptoir,
  browser,
  baseURL,
}) => {
  const house = await openHouse(comptoir.url)
  // Somebody with an account who was removed from their only organisation.
  const gone = await house.hire('Chloé Blanc', chloe)
  const { agentId } = await gone.call('GET /organisations/:organisationId/me', { params: gone.params })
  await house.ada.call('DELETE /organisations/:organisationId/agents/:agentId', {
    params: { ...house.ada.params, agentId },
  })
  const link = await house.invite(chloe)
  // Proven since, elsewhere: had it been so before, the invitation would have brought them in at once.
  const database = new pg.Client({ connectionString: comptoir.databaseUrl })
  await database.connect()
  await database.query('update users set email_proven_at = now() where email = $1', [chloe])
  await database.end()

  const ada = await house.ada.open(browser)
  await ada.goto(link)
  await expect(ada.getByText(`Cette invitation est adressée à ${chloe}`)).toBeVisible()
  await ada.getByRole('button', { name: 'Garder ma session' }).click()
  await expect(ada.getByText('Cette invitation est adressée')).toHaveCount(0)

  const atChloe = await newBrowser(browser, baseURL)
  await atChloe.goto(link)
  await expect(atChloe.getByText('Un compte existe pour cette adresse.')).toBeVisible()
  await expect(atChloe.getByLabel('Mot de passe')).toHaveCount(0)
  await atChloe.getByRole('link', { name: 'Se connecter et rejoindre' }).click()
  await expect(atChloe.getByLabel('Adresse e-mail')).toHaveValue(chloe)
  await atChloe.getByLabel('Mot de passe', { exact: true }).fill(passphrase)
  await atChloe.getByRole('button', { name: 'Se connecter' }).click()
  await expect(atChloe.getByText('avec l’adresse invitée : un clic suffit.')).toBeVisible()
  await atChloe.getByRole('button', { name: 'Rejoindre Maison Verdier' }).click()
  await expect(atChloe.getByText('En attente').first()).toBeVisible()
  await expectDead(await newBrowser(browser, baseURL), link, unknown)
})
