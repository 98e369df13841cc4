/** What leads Vera to booking from the chat: the end of a questionnaire, and an agent's proposal. */
import type { Page } from '@playwright/test'
import type { ReasonForAgent } from '#contract/appointments/reasons.ts'
import { bookingFlow } from '#server/testing/questioning.ts'
import { expect, test } from './support/comptoir.ts'
import { type House, openHouse } from './support/house.ts'
import { expectGoodLook, expectNoFaultsInBothThemes } from './support/look.ts'
import { receivingIn } from './support/receiving.ts'
import { widgetOn } from './support/widget.ts'

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Ada receives from nine to noon, from the day after tomorrow on. */
async function openForBooking(url: string): Promise<{ house: House; reason: ReasonForAgent }> {
  const house = await openHouse(url)
  const receiving = receivingIn(house)
  const { agentId } = await house.ada.call('GET /organisations/:organisationId/me', { params: house.ada.params })
  const day = dayFromNow(2)
  await receiving.open(agentId, { from: `${day}T09:00`, to: `${day}T12:00`, rule: 'FREQ=DAILY' })
  // Another one, so that a reason is to be chosen where none is named.
  await receiving.reason({ name: 'Autre chose', takerIds: [agentId] })
  return { house, reason: await receiving.reason({ name: 'Conseil', takerIds: [agentId] }) }
}

/** The channel asks first, and its questions end with an appointment. */
async function asks({ ada, channel }: House, reason: ReasonForAgent) {
  const { params } = ada
  const ofOne = '/organisations/:organisationId/questionnaires/:questionnaireId' as const
  const { id } = await ada.call('POST /organisations/:organisationId/questionnaires', {
    params,
    body: { name: 'Rendez-vous', subAccountId: channel.subAccountId },
  })
  const of = { ...params, questionnaireId: id }
  const body = { flow: bookingFlow(reason.id), version: 0 }
  const { version } = await ada.call(`PUT ${ofOne}/draft`, { params: of, body })
  await ada.call(`POST ${ofOne}/publication`, { params: of, body: { version } })
  await ada.call('PUT /organisations/:organisationId/channels/:channelId', {
    params: { ...params, channelId: channel.id },
    body: { questionnaireId: id, whenNobody: 'questionnaire', version: channel.version },
  })
  return id
}

const bookingIn = (page: Page) => widgetOn(page).panel.getByRole('region', { name: 'Prendre rendez-vous' })
const times = (page: Page) => bookingIn(page).getByRole('region', { name: /^Créneaux du/ })

test('[N9] a questionnaire ends with an appointment: Vera books what it leads to, as who she said she is', async ({
  comptoir,
  page,
  browser,
}) => {
  const { house, reason } = await openForBooking(comptoir.url)
  const questionnaireId = await asks(house, reason)
  await page.goto('/test')
  const { panel, log, launcher, composer } = widgetOn(page)
  await launcher.click()
  await log.getByRole('button', { name: 'Un rendez-vous', exact: true }).click()
  for (const answer of ['Vera Lind', 'vera@maison.example']) {
    await log.getByRole('textbox').fill(answer)
    await log.getByRole('textbox').press('Enter')
    await expect(log.getByText(answer)).toBeVisible()
  }
  await expect(log.getByText('Choisissez votre créneau.')).toBeVisible()
  await expect(composer, 'words wait').toHaveCount(0)
  await expectNoFaultsInBothThemes(page, 'the end of the questions', { within: 'comptoir-widget' })
  await log.getByRole('button', { name: 'Prendre rendez-vous' }).click()
  await expect(bookingIn(page).getByText('Un conseil en boutique')).toBeVisible()
  await times(page).getByRole('button').first().click()
  await expect(bookingIn(page).getByLabel('Votre nom')).toHaveValue('Vera Lind')
  await expect(bookingIn(page).getByLabel('Votre adresse e-mail')).toHaveValue('vera@maison.example')
  await bookingIn(page).getByRole('button', { name: 'Confirmer le rendez-vous' }).click()
  await expect(panel.getByRole('heading', { name: 'C’est réservé' })).toBeVisible()

  const ada = await house.ada.open(browser)
  await test.step('in the builder it is a kind of end like the others, with its reason', async () => {
    await ada.goto(`/settings/questionnaires/${questionnaireId}`)
    await ada.getByRole('treeitem', { name: /^Rendez-vous/ }).click()
    await expect(ada.getByRole('button', { name: /Motif/ })).toContainText('Conseil')
    await expectGoodLook(ada, 'an end that leads to an appointment')
  })
})

test('an agent proposes an appointment in the conversation; Vera books by the button under the words', async ({
  comptoir,
  page,
  browser,
}) => {
  const { house } = await openForBooking(comptoir.url)
  const ada = await house.ada.open(browser)
  await ada.goto('/conversations')
  await expect(ada.getByRole('heading', { name: 'En attente' })).toBeVisible()
  await page.goto('/test')
  const { panel, log, launcher, composer } = widgetOn(page)
  await launcher.click()
  await composer.fill('Pourriez-vous me montrer vos thés ?')
  await composer.press('Enter')

  await ada.getByRole('link').filter({ hasText: 'Pourriez-vous me montrer' }).click()
  await ada
    .getByRole('button', { name: /^Prendre en charge/ })
    .first()
    .click()
  await ada.getByRole('textbox', { name: /^Votre réponse/ }).fill('Bien sûr.')
  await ada.getByRole('button', { name: 'Proposer un rendez-vous' }).click()
  const dialog = ada.getByRole('dialog', { name: 'Proposer un rendez-vous' })
  await dialog.getByRole('button', { name: 'Envoyer' }).click()
  await expect(dialog.getByText('Choisissez un motif.')).toBeVisible()
  await dialog.getByRole('button', { name: /Motif/ }).click()
  await ada.getByRole('option', { name: 'Conseil' }).click()
  await expect(dialog.getByLabel('Votre message')).toHaveValue(/Un conseil en boutique/)
  await expectNoFaultsInBothThemes(ada, 'proposing an appointment', { within: '[role=dialog]' })
  await dialog.getByRole('button', { name: 'Envoyer' }).click()
  await expect(dialog).toHaveCount(0)
  const thread = ada.getByRole('log', { name: 'Messages' })
  await expect(thread.getByText('Rendez-vous proposé')).toBeVisible()
  await expect(ada.getByRole('textbox', { name: /^Votre réponse/ }), 'what was being written stays').toHaveValue(
    'Bien sûr.',
  )

  await expect(log.getByText(/Je vous propose un rendez-vous/)).toBeVisible()
  await expectNoFaultsInBothThemes(page, 'a proposal', { within: 'comptoir-widget' })
  await log.getByRole('button', { name: 'Prendre rendez-vous' }).click()
  await expect(bookingIn(page).getByText('Un conseil en boutique')).toBeVisible()
  await times(page).getByRole('button').first().click()
  await bookingIn(page).getByLabel('Votre nom').fill('Vera Lind')
  await bookingIn(page).getByLabel('Votre adresse e-mail').fill('vera@maison.example')
  await bookingIn(page).getByRole('button', { name: 'Confirmer le rendez-vous' }).click()
  await expect(panel.getByRole('heading', { name: 'C’est réservé' })).toBeVisible()
  await expect(
    thread.getByText(/^Rendez-vous pris \(.+\) par Vera Lind/),
    'it stands in the conversation',
  ).toBeVisible()
  await expect(
    ada.getByRole('region', { name: 'Visiteur', exact: true }),
    'whoever had no name has the one they booked by',
  ).toContainText('Vera Lind')
})
