/** When people receive and for what: reasons, openings and absences, and the guard before somebody leaves with appointments. */
import { type Browser, expect, type Page } from '@playwright/test'
import type { AppointmentForAgent } from '#contract/appointments/appointments.ts'
import { test } from './support/comptoir.ts'
import { type Agent, type House, openHouse } from './support/house.ts'
import { expectGoodLook, expectNoFaultsInBothThemes } from './support/look.ts'
import { signIn } from './support/people.ts'
import { receivingIn } from './support/receiving.ts'
import { staffOf } from './support/staff.ts'

const modules = ['conversations', 'appointments', 'shortcuts'] as const

async function open(house: House, browser: Browser, path: string, by: Agent = house.ada): Promise<Page> {
  const page = await by.open(browser)
  await page.goto(path)
  return page
}

/** A day of the coming weeks, at least a week from now: a Tuesday, by clocks of UTC and Paris alike. */
function comingTuesday(): string {
  const day = new Date(Date.now() + 7 * 86_400_000)
  day.setUTCDate(day.getUTCDate() + ((2 - day.getUTCDay() + 7) % 7))
  return day.toISOString().slice(0, 10)
}

test('[A8] an administrator makes a reason, in words for visitors, changes it and takes it back', async ({
  comptoir,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  await staffOf(house).add('Inès Benali', { modules: [...modules] })
  const page = await open(house, browser, '/appointments/reasons')
  await expect(page.getByText('Aucun motif pour l’instant')).toBeVisible()
  await expectGoodLook(page, 'no reasons')

  await page.getByRole('button', { name: 'Ajouter un motif' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ajouter un motif' })
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(dialog).toContainText('Donnez un nom à ce motif.')
  await expect(dialog).toContainText('Écrivez le titre en Français.')
  await expect(dialog).toContainText('Indiquez où a lieu le rendez-vous.')
  await dialog.getByLabel('Nom', { exact: true }).fill('Conseil thé')
  await dialog.getByLabel('Titre').fill('Un conseil pour choisir un thé')
  await dialog.getByRole('radio', { name: 'En visio' }).check({ force: true })
  await dialog.getByLabel('Lien de la visio').fill('meet.example/the')
  await dialog.getByRole('radio', { name: 'Des personnes choisies' }).check({ force: true })
  await dialog.getByText('Inès Benali').click()
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(dialog).toContainText('Indiquez un lien complet')
  await expectNoFaultsInBothThemes(page, 'the dialog of a reason')
  await dialog.getByLabel('Lien de la visio').fill('https://meet.example/the')
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  const row = page.getByRole('row', { name: /Conseil thé/ })
  await expect(row).toContainText('30 min')
  await expect(row).toContainText('Inès Benali')

  // Somebody else saves first: nothing of what is written here is lost.
  await row.getByRole('button', { name: 'Actions pour Conseil thé' }).click()
  await page.getByRole('menuitem', { name: 'Modifier' }).click()
  const again = page.getByRole('dialog', { name: /Modifier/ })
  await again.getByLabel('Titre').fill('Choisir un thé à deux')
  await saveElsewhere(house, { name: 'Conseil en thés' })
  await again.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(again).toContainText('Quelqu’un vient de modifier ce motif.')
  await expect(again.getByLabel('Titre')).toHaveValue('Choisir un thé à deux')
  await again.getByRole('button', { name: 'Voir sa version' }).click()
  await expect(again.getByLabel('Nom', { exact: true })).toHaveValue('Conseil en thés')
  await again.getByLabel('Titre').fill('Choisir un thé à deux')
  await again.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('row', { name: /Conseil en thés/ })).toContainText('Choisir un thé à deux')

  await page.getByRole('button', { name: 'Actions pour Conseil en thés' }).click()
  await page.getByRole('menuitem', { name: 'Archiver' }).click()
  await expect(page.getByText('Archivés')).toBeVisible()
  await page.getByRole('button', { name: 'Annuler' }).click()
  await expect(page.getByText('Archivés')).toBeHidden()
  await expectGoodLook(page, 'reasons')
})

async function saveElsewhere({ ada }: House, change: { name: string }): Promise<void> {
  const { params } = ada
  const { reasons } = await ada.call('GET /organisations/:organisationId/appointment-reasons', { params })
  const [reason] = reasons
  if (!reason) throw new Error('there is no reason')
  const { id, subAccountId: _, takers: __, archivedAt: ___, may: ____, ...settings } = reason
  await ada.call('PUT /organisations/:organisationId/appointment-reasons/:reasonId', {
    params: { ...params, reasonId: id },
    body: { ...settings, ...change },
  })
}

test('[A8] one’s openings are said as people say them, closed for once, changed and put back', async ({
  comptoir,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const page = await open(house, browser, '/appointments')
  await page.getByRole('button', { name: 'Ouvertures' }).click()
  const openings = page.getByRole('dialog', { name: 'Ouvertures et absences' })
  await expect(openings).toContainText('Aucune ouverture')
  await openings.getByRole('button', { name: 'Ajouter une ouverture', exact: true }).click()
  const form = page.getByRole('dialog', { name: 'Ajouter une ouverture' })
  await form.getByLabel('À partir du').fill('2026-11-24')
  await form.getByLabel('De', { exact: true }).fill('14:00')
  await form.getByLabel('À', { exact: true }).fill('12:00')
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(form).toContainText('La fin doit venir après le début.')
  await form.getByLabel('De', { exact: true }).fill('09:00')
  await form.getByRole('button', { name: 'mercredi' }).click()
  await form.getByRole('button', { name: 'vendredi' }).click()
  await expect(form).toContainText('Chaque semaine, le mardi, le mercredi et le vendredi, de 09:00 à 12:00')
  await expectNoFaultsInBothThemes(page, 'the dialog of an opening')
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(
    openings.getByRole('list').getByText('Chaque semaine, le mardi, le mercredi et le vendredi'),
  ).toBeVisible()

  // One of its days is closed after all.
  await openings.getByRole('button', { name: 'Semaine suivante' }).click()
  const wednesday = openings.getByRole('button', { name: /^mercredi .* ouvert de 09:00 à 12:00/ })
  await wednesday.click()
  await page.getByRole('menuitem', { name: 'Fermer seulement ce jour-là' }).click()
  await expect(openings.getByRole('button', { name: /^mercredi .*, absence/ })).toBeVisible()
  await expect(openings.getByText(/^Le mercredi .* de 09:00 à 12:00/)).toBeVisible()
  await expectNoFaultsInBothThemes(page, 'a week of openings')

  await openings.getByRole('button', { name: /^Supprimer : Chaque semaine/ }).click()
  await expect(openings).toContainText('Aucune ouverture')
  await page.getByRole('button', { name: 'Annuler' }).click()
  await expect(openings.getByText(/^Chaque semaine, le mardi/)).toBeVisible()
})

test('[A9] one’s own calendar has an address, shown once, and ended', async ({ comptoir, browser }) => {
  const house = await openHouse(comptoir.url)
  const page = await open(house, browser, '/appointments')
  await page.getByRole('button', { name: 'Ouvertures' }).click()
  const openings = page.getByRole('dialog', { name: 'Ouvertures et absences' })
  await openings.getByRole('tab', { name: 'Réglages' }).click()
  await openings.getByRole('combobox', { name: 'Jours fériés' }).fill('France')
  await page.getByRole('option', { name: 'France', exact: true }).click()
  await openings.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText('Réglages enregistrés')).toBeVisible()
  await openings.getByRole('button', { name: 'Créer l’adresse' }).click()
  const url = await openings.getByLabel('Votre adresse').inputValue()
  expect((await page.request.get(url)).status()).toBe(200)
  await expectNoFaultsInBothThemes(page, 'settings of a calendar')
  await openings.getByRole('button', { name: 'Mettre fin à l’adresse' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Mettre fin à l’adresse' }).click()
  await expect(openings.getByRole('button', { name: 'Créer l’adresse' })).toBeVisible()
  expect((await page.request.get(url)).status()).toBe(404)
})

/** Hugo, whom three visitors see: Inès could take the first and second over, nobody the third. */
async function heldHouse(url: string) {
  const house = await openHouse(url)
  const staff = staffOf(house)
  const receiving = receivingIn(house)
  const hugo = await staff.add('Hugo Marchetti', { modules: [...modules] })
  const ines = await staff.add('Inès Benali', { modules: [...modules] })
  const reason = await receiving.reason({ name: 'Initiation au tour' })
  const day = comingTuesday()
  await receiving.open(hugo.id, { from: `${day}T09:00`, to: `${day}T18:00` })
  await receiving.open(ines.id, { from: `${day}T09:00`, to: `${day}T12:00` })
  const booked: AppointmentForAgent[] = []
  for (const [name, hour] of [
    ['Léa Martin', '08'],
    ['Odile Kessler', '09'],
    ['Karim Haddad', '14'],
  ])
    booked.push(
      await receiving.book({
        reasonId: reason.id,
        agentId: hugo.id,
        startsAt: `${day}T${hour}:00:00.000Z`,
        name: name ?? '',
        email: 'visiteur@exemple.example',
      }),
    )
  return { house, hugo, booked }
}

test('[A8] [A9] whoever has appointments to come is not removed before each is given to somebody, or called off', async ({
  comptoir,
  browser,
}) => {
  const { house } = await heldHouse(comptoir.url)
  const page = await open(house, browser, '/settings/agents')
  await page.getByRole('button', { name: 'Actions pour Hugo Marchetti' }).click()
  await page.getByRole('menuitem', { name: /Supprimer de l’organisation/ }).click()
  const guard = page.getByRole('alertdialog', { name: 'Hugo Marchetti a 3 rendez-vous à venir' })
  await expect(guard.getByRole('row', { name: /Karim Haddad/ })).toContainText('Personne n’est libre')
  await expect(guard.getByRole('row', { name: /Karim Haddad/ })).toContainText('Inès Benali : fermé')
  await expect(guard.getByRole('row', { name: /Léa Martin/ })).toContainText('Inès Benali')
  await expectGoodLook(page, 'the guard')

  await guard.getByRole('button', { name: 'Réaffecter le rendez-vous de Léa Martin' }).click()
  await expect(page.getByRole('alertdialog', { name: 'Hugo Marchetti a 2 rendez-vous à venir' })).toBeVisible()
  const rest = page.getByRole('alertdialog', { name: /Hugo Marchetti a/ })
  await rest.getByRole('button', { name: 'Réaffecter le seul possible' }).click()
  await expect(rest.getByRole('row', { name: /Odile Kessler/ })).toBeHidden()
  const otherwise = rest.getByRole('button', { name: 'Autrement, pour le rendez-vous de Karim Haddad' })
  await otherwise.click()
  await page.getByRole('menuitem', { name: 'Proposer d’autres horaires' }).click()
  await expect(rest.getByRole('row', { name: /Karim Haddad/ })).toContainText('Autres horaires proposés')
  await otherwise.click()
  await page.getByRole('menuitem', { name: 'Annuler ce rendez-vous' }).click()
  const cancelling = page.getByRole('alertdialog', { name: 'Annuler le rendez-vous de Karim Haddad ?' })
  await cancelling.getByLabel('Pourquoi').fill('Hugo nous quitte.')
  await cancelling.getByRole('button', { name: 'Annuler le rendez-vous' }).click()

  // The list is empty: the removal goes on.
  const question = page.getByRole('alertdialog', { name: /Supprimer Hugo Marchetti/ })
  await question.getByRole('button', { name: 'Supprimer' }).click()
  await expect(page.getByRole('row', { name: /Hugo Marchetti/ })).toBeHidden()
})

test('[A8] whoever leaves by themselves is told who counts on them, and stays until somebody else has them', async ({
  comptoir,
  page,
}) => {
  const { house, hugo, booked } = await heldHouse(comptoir.url)
  await signIn(page, hugo.email)
  await page.goto('/settings/profile')
  await page.getByRole('button', { name: 'Quitter Maison Verdier…' }).click()
  const question = page.getByRole('alertdialog', { name: 'Quitter Maison Verdier ?' })
  await expect(question.getByText('Karim Haddad')).toBeVisible()
  await expect(question).toContainText('Vous ne pouvez pas les réaffecter vous-même')
  await expect(question.getByRole('button', { name: 'Quitter l’organisation' })).toBeDisabled()
  await expectGoodLook(page, 'the guard before leaving')

  await question.getByRole('button', { name: 'Annuler' }).click()

  const { params } = house.ada
  for (const { id, version } of booked)
    await house.ada.call('POST /organisations/:organisationId/appointments/:appointmentId/cancellation', {
      params: { ...params, appointmentId: id },
      body: { why: 'Hugo nous quitte.', version },
    })
  await page.getByRole('button', { name: 'Quitter Maison Verdier…' }).click()
  await question.getByRole('button', { name: 'Quitter l’organisation' }).click()
  await expect(page.getByRole('heading', { name: 'Se connecter' })).toBeVisible()
})

test('[A8] deactivating somebody with appointments to come warns, and offers to give them away first', async ({
  comptoir,
  browser,
}) => {
  const { house, hugo } = await heldHouse(comptoir.url)
  const page = await open(house, browser, '/settings/agents')
  await page
    .getByRole('row', { name: /Hugo Marchetti/ })
    .getByRole('switch')
    .click({ force: true })
  const question = page.getByRole('alertdialog', { name: 'Désactiver Hugo Marchetti ?' })
  await expect(question).toContainText('3 rendez-vous à venir restent à son nom')
  await question.getByRole('button', { name: 'Réaffecter d’abord…' }).click()
  const guard = page.getByRole('alertdialog', { name: 'Hugo Marchetti a 3 rendez-vous à venir' })
  await guard.getByRole('button', { name: 'Fermer' }).last().click()
  await expect(guard).toBeHidden()
  expect((await staffOf(house).read(hugo)).active, 'nothing was done').toBe(true)
})

test('[A9] another calendar: an address inside a network is refused where it is given; one that does not answer says so by itself', async ({
  comptoir,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const page = await open(house, browser, '/appointments')
  await page.getByRole('button', { name: 'Ouvertures' }).click()
  const openings = page.getByRole('dialog', { name: 'Ouvertures et absences' })
  await openings.getByRole('tab', { name: 'Réglages' }).click()
  const address = openings.getByLabel('Adresse de l’agenda (.ics)')
  await address.fill('http://192.168.1.10/agenda.ics')
  await openings.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(openings).toContainText('Cette adresse ne peut pas être lue d’ici')
  // No name ends like this, here or anywhere.
  await address.fill('webcal://agenda.maison.invalid/prive.ics')
  await openings.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText('Réglages enregistrés')).toBeVisible()
  await expect(openings).toContainText('La dernière lecture a échoué.', { timeout: 30_000 })
  await expectNoFaultsInBothThemes(page, 'another calendar that cannot be read')
  await address.fill('')
  await openings.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(openings.getByText('La dernière lecture a échoué.')).toBeHidden()
})
