/** Settings → Billing: plan and seats as an administrator changes them, and what happens where no seat is left. */
import { expect, test } from './support/comptoir.ts'
import { openHouse } from './support/house.ts'
import { expectGoodLook } from './support/look.ts'

test.slow()

test('[S13] [S14] plan and seats are changed by keyboard, with the price before and a line of history after; of two at once the second is told', async ({
  comptoir,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const { ada } = house
  const { params } = ada
  await house.hire('Benoît Carpentier', 'benoit@maison-verdier.example')
  await house.hire('Chloé Blanc', 'chloe@maison-verdier.example')
  await house.invite('nina@maison-verdier.example')

  const page = await ada.open(browser)
  await page.goto('/settings/agents')
  await page.getByRole('link', { name: 'Facturation' }).press('Enter')
  const present = page.getByRole('region', { name: 'Forfait actuel' })
  await expect(present).toContainText('Ultimate')
  await expect(present).toContainText('4 places occupées, sans limite, dont 1 par une invitation')
  await expectGoodLook(page, 'billing')

  await page.getByRole('button', { name: 'Qui occupe les places' }).press('Enter')
  await expect(present.getByText('Benoît Carpentier')).toBeVisible()
  await expect(present.getByText('nina@maison-verdier.example')).toBeVisible()

  await page.getByRole('radio', { name: 'Free' }).press('Space')
  await expect(page.getByText('4 places sont occupées. Retirez d’abord 3 personnes ou invitations')).toBeVisible()
  await page.getByRole('radio', { name: 'Free' }).press('ArrowDown')
  await page.getByRole('radio', { name: 'Standard' }).press('ArrowDown')
  await expect(page.getByRole('radio', { name: 'Pro' })).toBeChecked()
  const seats = page.getByRole('textbox', { name: 'Nombre de places' })
  await expect(seats, 'as many as are taken').toHaveValue('4')
  await seats.press('ArrowUp')
  await expect(page.getByText(/Pro, 5 places\s: 75\s€ par mois/)).toBeVisible()
  await expectGoodLook(page, 'a plan that is chosen')

  await ada.call('PUT /organisations/:organisationId/subscription', {
    params,
    body: { plan: 'pro', seats: 9, version: 1 },
  })
  await expect(present, 'what somebody else changed is seen at once').toContainText('135 € par mois')
  let isOvertaken = false
  await page.route('**/subscription', async (route) => {
    // Another change in the moment between reading and confirming, once.
    if (route.request().method() === 'PUT' && !isOvertaken) {
      isOvertaken = true
      const { version } = await ada.call('GET /organisations/:organisationId/subscription', { params })
      const body = { plan: 'pro', seats: 10, version } as const
      await ada.call('PUT /organisations/:organisationId/subscription', { params, body })
    }
    await route.continue()
  })
  await page.getByRole('button', { name: 'Changer le nombre de places' }).press('Enter')
  const question = page.getByRole('alertdialog', { name: /Passer à 5 places/ })
  await expect(question).toContainText('Pro, 9 places')
  await question.getByRole('button', { name: 'Confirmer' }).press('Enter')
  await expect(question.getByRole('alert')).toContainText('Quelqu’un a changé le forfait entre-temps')
  await expect(question, 'and sees what it is now').toContainText('Pro, 10 places')
  await expectGoodLook(page, 'a change that was refused')
  await question.getByRole('button', { name: 'Confirmer' }).press('Enter')
  await expect(page.getByText('Le forfait est changé')).toBeVisible()
  await expect(present).toContainText('75 € par mois')
  await expect(present).toContainText('4 places occupées sur 5')
  await expect(page.getByRole('meter')).toHaveAttribute('aria-valuetext', '4 sur 5 places')
  const history = page.getByRole('table', { name: 'Historique' })
  await expect(history.getByRole('row')).toHaveCount(5)
  await expect(history.getByRole('row').nth(1)).toContainText('Pro, 10 places')
  await expect(history.getByRole('row').nth(1)).toContainText('Ada Lefèvre')
})

test('[S13] [S15] where no seat is left, inviting says so for each address; sales are asked by a form that reaches the operator', async ({
  comptoir,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const { ada } = house
  const { params } = ada
  await ada.call('PUT /organisations/:organisationId/subscription', {
    params,
    body: { plan: 'pro', seats: 2, version: 1 },
  })
  const { results } = await ada.call('POST /organisations/:organisationId/invitations', {
    params,
    body: {
      emails: ['nina@maison-verdier.example', 'omar@maison-verdier.example'],
      role: 'agent',
      subAccountId: house.channel.subAccountId,
      languages: ['fr'],
      activeOnArrival: true,
      locale: 'fr',
    },
  })
  expect(results.map(({ result }) => result)).toEqual(['invited', 'no-seat-left'])

  const page = await ada.open(browser, { locale: 'en-GB' })
  await page.goto('/settings/billing')
  await expect(page.getByText('All seats are taken')).toBeVisible()
  const sales = page.getByRole('region', { name: 'Sales department' })
  await sales.getByRole('button', { name: 'Contact sales' }).press('Enter')
  const form = page.getByRole('dialog', { name: 'Contact sales' })
  await form.getByRole('button', { name: 'Send the request' }).press('Enter')
  await expect(form.getByRole('textbox', { name: 'Your request' })).toBeFocused()
  await expect(form.getByText('Write a few words.')).toBeVisible()
  await page.keyboard.type('We will soon be forty.')
  await form.getByRole('textbox', { name: 'Phone' }).fill('+33 1 23 45 67 89')
  await form.getByRole('textbox', { name: 'Seats wished for' }).fill('40')
  await expectGoodLook(page, 'asking sales')
  await form.getByRole('button', { name: 'Send the request' }).press('Enter')
  await expect(page.getByText('Request sent')).toBeVisible()
  await expect(sales).toContainText('We will soon be forty.')
  await expect(sales).toContainText('40 seats wished for · +33 1 23 45 67 89')
  await expect(sales).toContainText('Waits for an answer')
  await expectGoodLook(page, 'billing in English')
})

test('[S14] whoever may not change billing finds no way to it, and nothing there', async ({ comptoir, browser }) => {
  const house = await openHouse(comptoir.url)
  const ben = await house.hire('Ben Carpentier', 'ben@maison-verdier.example')
  const page = await ben.open(browser)
  await page.goto('/settings/profile')
  await expect(page.getByRole('link', { name: 'Mon profil' }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Facturation' })).toHaveCount(0)
  await page.goto('/settings/billing')
  await expect(page.getByText('Vos droits ne le permettent pas.')).toBeVisible()
  await expect(page.getByText('Ultimate')).toHaveCount(0)
})
