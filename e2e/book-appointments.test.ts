/** Visitors book, move and cancel: from the widget where nobody is there, on the page of its own, by the link of a letter. */
import { randomBytes } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { uuid7 } from '#client/uuid7.ts'
import type { ReasonForAgent, ReasonSettings } from '#contract/appointments/reasons.ts'
import type { BookingId } from '#contract/ids.ts'
import { linkIn, type MailServer, startMailServer } from '#server/testing/mail-server.ts'
import { newPerson } from '#server/testing/person.ts'
import { usualReason } from '#server/testing/receiving.ts'
import { entryOf } from './support/calendar-entry.ts'
import { test as base, expect } from './support/comptoir.ts'
import { type House, openHouse } from './support/house.ts'
import { expectGoodLook, expectNoFaultsInBothThemes } from './support/look.ts'
import { closeForNow } from './support/night.ts'
import { staffOf } from './support/staff.ts'
import { widgetOn } from './support/widget.ts'

const test = base.extend<{ post: MailServer }>({
  post: async ({ browserName: _ }, use) => {
    const post = await startMailServer()
    await use(post)
    await post.close()
  },
  settings: async ({ post }, use) => use({ SMTP_URL: post.url }),
})

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Ada and Léa receive from nine to noon, from the day after tomorrow on; nobody sits at the console. */
async function openForBooking(url: string) {
  const house = await openHouse(url)
  const { ada, channel } = house
  const { params } = ada
  const { agentId } = await ada.call('GET /organisations/:organisationId/me', { params })
  const lea = await staffOf(house).add('Léa Lang', { modules: ['conversations', 'appointments'] })
  for (const id of [agentId, lea.id])
    await ada.call('POST /organisations/:organisationId/agents/:agentId/calendar/openings', {
      params: { ...params, agentId: id },
      body: {
        kind: 'opening',
        from: `${dayFromNow(2)}T09:00`,
        to: `${dayFromNow(2)}T12:00`,
        rule: 'FREQ=DAILY',
        label: '',
      },
    })
  return {
    house,
    takers: [agentId, lea.id],
    reason: (change: Partial<ReasonSettings>) =>
      ada.call('POST /organisations/:organisationId/appointment-reasons', {
        params,
        body: {
          ...usualReason,
          texts: [...usualReason.texts],
          reminders: [],
          takerIds: [agentId, lea.id],
          ...change,
          subAccountId: channel.subAccountId,
        },
      }),
  }
}

/** Somebody else, elsewhere. */
const bookElsewhere = ({ origin, channel }: House, reason: ReasonForAgent, startsAt: string) =>
  newPerson(origin, { authorization: `Visitor ${randomBytes(32).toString('base64url')}` }).call(
    'PUT /widget/:channelKey/bookings/:bookingId',
    {
      params: { channelKey: channel.key, bookingId: uuid7() as BookingId },
      body: {
        reasonId: reason.id,
        startsAt,
        name: 'Oscar',
        email: 'oscar@ailleurs.example',
        phone: '04 72 11 11 11',
        language: 'fr',
        zone: 'Europe/Paris',
      },
    },
  )

const times = (place: Page | Locator) => place.getByRole('region', { name: /^(Créneaux du|Free times on)/ })

test('[A8] Vera books in French at night when nobody is there, moves it by the link of her letter, cancels it', async ({
  comptoir,
  page,
  post,
}) => {
  const { house, reason } = await openForBooking(comptoir.url)
  await reason({})
  await closeForNow(house)
  await page.goto('/test')
  const vera = widgetOn(page)
  await vera.launcher.click()
  await expect(vera.panel.getByText(/^Fermé pour l’instant/)).toBeVisible()
  await vera.panel.getByRole('button', { name: 'Prendre rendez-vous' }).click()
  const booking = vera.panel.getByRole('region', { name: 'Prendre rendez-vous' })
  await expect(booking.getByRole('heading', { name: 'Quel moment vous convient' })).toBeVisible()
  await expect(times(booking).getByRole('button')).toHaveCount(6)
  await expectNoFaultsInBothThemes(page, 'a time', { within: 'comptoir-widget' })
  await booking.getByLabel('Avec qui').selectOption('Léa')
  await times(booking).getByRole('button').nth(1).click()

  await booking.getByRole('button', { name: 'Confirmer le rendez-vous' }).click()
  await expect(booking.getByText('Indiquez votre nom.')).toBeVisible()
  await expect(booking.getByText(/^Indiquez votre adresse e-mail en entier/), 'all that is missing').toBeVisible()
  await booking.getByLabel('Votre nom').fill('Vera Lind')
  await booking.getByLabel('Votre adresse e-mail').fill('vera@maison.example')
  await booking.getByLabel('Un mot pour nous').fill('Pour un cadeau.')
  await expectNoFaultsInBothThemes(page, 'who', { within: 'comptoir-widget' })
  // Put away by mistake: what was written is there again.
  await page.keyboard.press('Escape')
  await vera.panel.getByRole('button', { name: 'Prendre rendez-vous' }).click()
  await expect(booking.getByLabel('Votre nom')).toHaveValue('Vera Lind')
  await booking.getByRole('button', { name: 'Confirmer le rendez-vous' }).click()
  await expect(booking.getByRole('heading', { name: 'C’est réservé' })).toBeFocused()
  await expect(booking.getByText('Léa', { exact: true })).toBeVisible()
  await expectNoFaultsInBothThemes(page, 'booked', { within: 'comptoir-widget' })

  const download = page.waitForEvent('download')
  await booking.getByRole('link', { name: 'Ajouter à mon agenda' }).click()
  expect((await download).suggestedFilename()).toBe('rendez-vous.ics')
  const kept = await (await download).createReadStream().then(async (stream) => Buffer.concat(await stream.toArray()))
  const letter = await post.letterTo('vera@maison.example')
  expect(entryOf(kept.toString())).toEqual(entryOf(letter.calendar?.text ?? ''))

  await page.goto(linkIn(letter).href)
  await expect(page.getByRole('heading', { name: 'Votre rendez-vous' })).toBeVisible()
  await expectGoodLook(page, 'one’s appointment')
  await page.getByRole('button', { name: 'Déplacer' }).click()
  await expect(page.getByRole('heading', { name: 'Choisissez un autre moment' })).toBeFocused()
  await times(page).getByRole('button').last().click()
  await page.getByRole('button', { name: 'Déplacer le rendez-vous' }).click()
  await expect(page.getByText('Votre rendez-vous est déplacé.')).toBeVisible()
  const moved = entryOf((await post.letterTo('vera@maison.example')).calendar?.text ?? '')
  expect(moved.uid).toBe(entryOf(kept.toString()).uid)
  expect(moved.start).not.toBe(entryOf(kept.toString()).start)

  await page.getByRole('button', { name: 'Annuler le rendez-vous' }).click()
  await expect(page.getByText('Le créneau sera proposé à d’autres')).toBeVisible()
  await expectGoodLook(page, 'cancelling')
  await page.getByLabel('Pourquoi').fill('Je suis malade.')
  await page.getByRole('button', { name: 'Annuler le rendez-vous' }).click()
  await expect(page.getByText('Votre rendez-vous est annulé.')).toBeVisible()
  expect((await post.letterTo('vera@maison.example')).calendar?.method).toBe('CANCEL')
  await page.reload()
  await expect(page.getByText('Ce rendez-vous est annulé.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Déplacer' })).toHaveCount(0)
})

test('a time that was taken a moment ago: others near it are offered, and nothing that was written is lost', async ({
  comptoir,
  page,
}) => {
  const { house, reason, takers } = await openForBooking(comptoir.url)
  const asked = await reason({ takerIds: takers.slice(0, 1), place: 'phone', placeDetail: '' })
  const { slots } = await newPerson(house.origin).call('GET /widget/:channelKey/booking/reasons/:reasonId/slots', {
    params: { channelKey: house.channel.key, reasonId: asked.id },
    query: { from: `${dayFromNow(1)}T00:00:00.000Z`, to: `${dayFromNow(10)}T00:00:00.000Z` },
  })
  await page.goto(`/book/${house.channel.key}`)
  await times(page).getByRole('button').first().click()
  await page.getByLabel('Votre nom').fill('Vera Lind')
  await page.getByLabel('Votre adresse e-mail').fill('vera@maison.example')
  await page.getByLabel('Votre numéro de téléphone').fill('04 72 00 00 00')
  await page.getByLabel('Un mot pour nous').fill('Plutôt le matin.')
  await bookElsewhere(house, asked, slots[0] ?? '')

  await page.getByRole('button', { name: 'Confirmer le rendez-vous' }).click()
  const taken = page.getByRole('region', { name: /^Ce créneau vient d’être pris/ })
  await expect(taken).toBeFocused()
  await expectGoodLook(page, 'taken')
  await expect(page.getByLabel('Un mot pour nous')).toHaveValue('Plutôt le matin.')
  await page.getByRole('button', { name: 'Confirmer le rendez-vous' }).click()
  await expect(page.getByText('Choisissez un moment.')).toBeVisible()
  await taken.getByRole('group').getByRole('button').first().click()
  await page.getByRole('button', { name: 'Confirmer le rendez-vous' }).click()
  await expect(page.getByRole('heading', { name: 'C’est réservé' })).toBeVisible()
  await expect(page.getByText('Nous vous appelons')).toBeVisible()
})

test('the page of its own: chosen from the link or the list, in English, by keyboard, and when nothing is free', async ({
  comptoir,
  browser,
}) => {
  const { house, reason } = await openForBooking(comptoir.url)
  const advice = await reason({})
  // Nobody receives as early as that: only tomorrow is offered.
  await reason({
    name: 'Atelier',
    texts: [{ language: 'en', title: 'A workshop', description: 'With clay.' }],
    aheadDays: 1,
  })
  const context = await browser.newContext({ baseURL: house.origin, locale: 'en-GB', timezoneId: 'America/New_York' })
  const page = await context.newPage()
  await page.goto(`/book/${house.channel.key}`)
  await expect(page).toHaveTitle('Book an appointment · Maison Verdier')
  await expectGoodLook(page, 'reasons')
  await page.getByRole('button', { name: /A workshop/ }).click()
  await expect(page.getByText('No free time in these weeks.')).toBeVisible()
  await expectGoodLook(page, 'nothing free')
  await page.getByRole('button', { name: /^See / }).click()
  await expect(page.getByText('No free time in these weeks.')).toBeVisible()
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(page.getByRole('heading', { name: 'What is it about?' })).toBeFocused()

  await page.goto(`/book/${house.channel.key}?reason=${advice.id}`)
  await expect(page.getByText('Eastern Time')).toBeVisible()
  const first = times(page).getByRole('button').first()
  // Nine in Lyon.
  await expect(first).toHaveText(/^0?[34]:00/)
  await expectGoodLook(page, 'times')
  await first.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Your details' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Vera Lind')
  await page.keyboard.press('Tab')
  await page.keyboard.type('vera@maison.example')
  await expectGoodLook(page, 'details')

  await context.setOffline(true)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Nothing you have written is lost/)).toBeVisible()
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Confirm the appointment' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'It is booked' })).toBeFocused()
  await expectGoodLook(page, 'booked')
  await context.close()
})

test('where there is nothing to book, nothing is offered; links that lead nowhere say so', async ({
  comptoir,
  page,
}) => {
  const { channel } = await openHouse(comptoir.url)
  await page.goto('/test')
  const vera = widgetOn(page)
  const asked = page.waitForResponse(/booking\/reasons/)
  await vera.open()
  await (await asked).finished()
  await vera.panel.getByRole('button', { name: 'Réglages' }).click()
  await expect(vera.panel.getByRole('group', { name: 'Réglages' })).toBeVisible()
  await expect(vera.panel.getByRole('button', { name: 'Prendre rendez-vous' })).toHaveCount(0)

  await page.goto(`/book/${channel.key}`)
  await expect(page.getByText('On ne peut pas prendre rendez-vous ici pour l’instant.')).toBeVisible()
  await page.goto('/appointment#nowhere')
  await expect(page.getByText('Ce lien ne mène à aucun rendez-vous.')).toBeVisible()
  await expectGoodLook(page, 'an unknown link')
  await page.goto('/book/nowhere')
  await expect(page.getByRole('alert')).toBeVisible()
})
