/** What is booked stands where one talks: in the conversation, beside it, and before whoever receives, on whatever page they are. */
import { dateAt } from '../console/src/domains/appointments/periods.ts'
import { expect, test } from './support/comptoir.ts'
import { openHouse, untilPresent } from './support/house.ts'
import { expectGoodLook } from './support/look.ts'
import { receivingIn } from './support/receiving.ts'
import { widgetOn } from './support/widget.ts'

const zone = 'Europe/Paris'
const dayFromNow = (days: number) => dateAt(zone, Date.now() + days * 86_400_000)

test('[A9] Ada books for Vera from their conversation, Vera books again: both read of it there, and Ada is called', async ({
  comptoir,
  page,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const { ada } = house
  const { agentId } = await ada.call('GET /organisations/:organisationId/me', { params: ada.params })
  const receiving = receivingIn(house)
  const at = { from: `${dayFromNow(1)}T09:00`, to: `${dayFromNow(1)}T12:00`, rule: 'FREQ=DAILY' }
  await receiving.open(agentId, at)
  await receiving.reason({ name: 'Conseil thé', takerIds: [agentId] })

  const desk = await ada.open(browser, { locale: 'fr-FR', timezoneId: zone, viewport: { width: 1440, height: 900 } })
  await desk.goto('/conversations')
  await untilPresent(ada)
  await page.goto('/test')
  const vera = widgetOn(page)
  await vera.open()
  await vera.say('Bonjour, puis-je passer en boutique ?')
  await desk.getByText('Bonjour, puis-je passer en boutique ?').first().click()
  const beside = desk.getByRole('region', { name: 'Rendez-vous', exact: true })
  await expect(beside.getByText('Aucun rendez-vous pour l’instant.')).toBeVisible()

  await beside.getByRole('button', { name: 'Prendre un rendez-vous' }).click()
  const form = desk.getByRole('dialog', { name: 'Prendre un rendez-vous' })
  await form.getByRole('radio', { name: /10:00/ }).first().click()
  await form.getByLabel('Nom de la personne').fill('Vera Lind')
  await form.getByRole('button', { name: 'Prendre ce rendez-vous' }).click()
  await expect(form).toBeHidden()
  const thread = desk.getByRole('log', { name: 'Messages' })
  await expect(thread.getByText(/^Rendez-vous pris \(.+ à 10:00, avec Ada\) par Ada/)).toBeVisible()
  await expect(vera.log.getByText(/^Rendez-vous pris\s: .+ 10:00, avec Ada/)).toBeVisible()
  await expect(beside.getByRole('link', { name: /10:00/ })).toBeVisible()
  await expectGoodLook(desk, 'an appointment in the thread and beside it')

  // Elsewhere in the console, while Vera books another.
  await desk.goto('/settings/profile')
  await expect(desk.getByRole('rowheader', { name: /^Un de vos rendez-vous/ })).toBeVisible()
  await vera.panel.getByRole('button', { name: 'Réglages' }).click()
  await vera.panel.getByRole('button', { name: 'Prendre rendez-vous' }).click()
  const booking = vera.panel.getByRole('region', { name: 'Prendre rendez-vous' })
  await booking
    .getByRole('button', { name: /^0?9:00/ })
    .first()
    .click()
  await booking.getByLabel('Votre nom').fill('Vera Lind')
  await booking.getByLabel('Votre adresse e-mail').fill('vera@maison.example')
  await booking.getByRole('button', { name: 'Confirmer le rendez-vous' }).click()
  const called = desk.getByText(/^Nouveau rendez-vous\s: Vera Lind/)
  await expect(called).toBeVisible()
  await desk.getByRole('button', { name: 'Voir' }).click()
  await expect(desk.getByRole('dialog', { name: 'Conseil thé' })).toContainText('Vera Lind')

  await desk.getByRole('link', { name: 'Voir la conversation' }).click()
  await expect(thread.getByText(/^Rendez-vous pris \(.+ à 09:00, avec Ada\)/)).toBeVisible()
  await expect(beside.getByRole('link')).toHaveCount(2)
})
