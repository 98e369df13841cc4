import { randomBytes, randomInt } from 'node:crypto'
import type { Page } from '@playwright/test'
import { uuid7 } from '#client/uuid7.ts'
import type { BookingId } from '#contract/ids.ts'
import { newPerson } from '#server/testing/person.ts'
import { bookingWords } from '#words/booking.ts'
import { calendarWords } from '#words/calendar.ts'
import { openingWords } from '#words/openings.ts'
import { reasonWords } from '#words/reasons.ts'
import { widgetWords } from '#words/widget.ts'
import { widgetOn } from '../../e2e/support/widget.ts'
import type { Scene, View } from './scene.ts'

interface Booking {
  locale: View['locale']
  origin: string
  /** Of a channel where something can be booked. */
  channelKey: string
  /** The link in the letter of somebody. */
  linkFor(email: string): Promise<string>
}

const calendar = '/appointments'
const reasons = '/appointments/reasons'
const ofCalendar = /\/appointments\/calendar/

/** In a list the last is to come; what is cancelled is only looked at. */
const openLast = ({ page, locale }: View) =>
  page
    .locator('[data-appointment]')
    .filter({ hasNotText: calendarWords(locale).states.cancelled })
    .last()
    .click()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const openTask = async (view: View, task: 'move' | 'reassign' | 'cancel') => {
  await openLast(view)
  await view.page
    .getByRole('dialog')
    .getByRole('button', { name: calendarWords(view.locale).acts[task] })
    .click()
  await view.page.getByRole('dialog').last().waitFor()
}
const openOpenings = async ({ page, locale }: View) => {
  await press(page, openingWords(locale).label)
  await page.getByRole('dialog').getByRole('tab').first().waitFor()
}

/** The calendar, what may be booked, and when somebody receives. */
export const calendarScenes: readonly Scene[] = [
  { name: 'appointments-week', place: 'full', path: calendar },
  { name: 'appointments-day', place: 'full', path: `${calendar}?view=day` },
  { name: 'appointments-list', place: 'full', path: `${calendar}?view=list` },
  { name: 'appointments-opened', place: 'full', path: `${calendar}?view=list`, act: openLast },
  { name: 'appointment-move', place: 'full', path: `${calendar}?view=list`, act: (view) => openTask(view, 'move') },
  { name: 'appointment-cancel', place: 'full', path: `${calendar}?view=list`, act: (view) => openTask(view, 'cancel') },
  { name: 'appointment-give', place: 'full', path: `${calendar}?view=list`, act: (view) => openTask(view, 'reassign') },
  {
    name: 'appointment-book',
    place: 'full',
    path: calendar,
    act: async ({ page, locale }) => {
      const { book, booking } = calendarWords(locale)
      await press(page, book)
      await page
        .getByRole('dialog')
        .getByRole('button', { name: new RegExp(booking.reason) })
        .click()
      await page.getByRole('option').first().click()
    },
  },
  { name: 'appointments-none', place: 'new', path: calendar },
  { name: 'appointments-loading', place: 'full', path: calendar, answers: { to: ofCalendar, by: 'nothing' } },
  { name: 'appointments-fault', place: 'full', path: calendar, answers: { to: ofCalendar, by: 'a fault' } },
  { name: 'reasons', place: 'full', path: reasons },
  { name: 'reasons-none', place: 'new', path: reasons },
  {
    name: 'reason-add',
    place: 'full',
    path: reasons,
    act: async ({ page, locale }) => {
      await press(page, reasonWords(locale).add)
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'openings', place: 'full', path: calendar, act: openOpenings },
  {
    name: 'openings-absent',
    place: 'full',
    path: calendar,
    act: async (view) => {
      await openOpenings(view)
      const dialog = view.page.getByRole('dialog')
      await dialog.getByRole('button', { name: new RegExp(openingWords(view.locale).of) }).click()
      await view.page.getByRole('option', { name: 'Owen Hughes' }).click()
      await dialog.getByText('Moving house').first().waitFor()
    },
  },
  {
    name: 'openings-add',
    place: 'full',
    path: calendar,
    act: async (view) => {
      await openOpenings(view)
      await press(view.page, openingWords(view.locale).addOpening)
    },
  },
  {
    name: 'openings-absence',
    place: 'full',
    path: calendar,
    act: async (view) => {
      await openOpenings(view)
      await press(view.page, openingWords(view.locale).addAbsence)
    },
  },
  {
    name: 'openings-settings',
    place: 'full',
    path: calendar,
    act: async (view) => {
      await openOpenings(view)
      await view.page.getByRole('tab', { name: openingWords(view.locale).tabs.settings }).click()
    },
  },
  {
    name: 'removal-of-receiver',
    place: 'full',
    path: '/settings/agents',
    act: async ({ page, words }) => {
      await page.getByRole('button', { name: words.ui.rowActions('Owen Hughes') }).click()
      await page.getByRole('menuitem', { name: words.agents.remove }).click()
      await page.getByRole('alertdialog').getByRole('row').nth(1).waitFor()
    },
  },
]

/** Booking as visitors see it: in the chat, on the page of its own, and by the link of a letter. */
export function bookingScenes(booking: Booking): readonly Scene[] {
  const { locale, channelKey } = booking
  const words = bookingWords[locale]
  const page = `/book/${channelKey}?lang=${locale}`
  const openChat = async (view: View) => {
    const { launcher, panel } = widgetOn(view.page)
    await launcher.click()
    const way = panel.getByRole('button', { name: words.title, exact: true })
    const menu = panel.getByRole('button', { name: widgetWords[locale].menu })
    await menu.waitFor()
    await view.page.waitForLoadState('networkidle')
    // Where somebody is there to answer, booking stands in the menu.
    if ((await way.count()) === 0) await menu.click()
    await way.first().click()
    await panel.getByRole('heading').first().waitFor()
  }
  const fillIn = async ({ page }: View) => {
    await page.getByLabel(words.name).fill('Marie-Charlotte de Saint-Exupéry')
    await page.getByLabel(words.email, { exact: true }).fill('marie-charlotte@exemple.example')
    const phone = page.getByLabel(words.phone)
    if (await phone.count()) await phone.fill('04 72 00 00 00')
    await press(page, words.confirm)
    await page.getByRole('heading', { name: words.booked }).waitFor()
  }
  const byLetter = async (view: View) => view.page.goto(await bookedLink(booking))
  const scenes: Scene[] = [
    { name: 'booking-chat', place: 'full', path: `/test?lang=${locale}&channel=${channelKey}`, act: openChat },
    {
      name: 'booking-chat-times',
      place: 'full',
      path: `/test?lang=${locale}&channel=${channelKey}`,
      act: async (view) => {
        await openChat(view)
        await chooseReason(view)
      },
    },
    {
      name: 'booking-chat-own',
      place: 'full',
      path: `/test?lang=${locale}&channel=${channelKey}`,
      act: async (view) => {
        await openChat(view)
        await chooseTime(view)
        await fillIn(view)
        await press(view.page, words.another)
        await view.page.getByText(words.own).waitFor()
      },
    },
    { name: 'booking-page', place: 'full', path: page },
    { name: 'booking-page-times', place: 'full', path: page, act: chooseReason },
    { name: 'booking-page-details', place: 'full', path: page, act: chooseTime },
    {
      name: 'booking-page-incomplete',
      place: 'full',
      path: page,
      act: async (view) => {
        await chooseTime(view)
        await press(view.page, words.confirm)
      },
    },
    {
      name: 'booking-page-booked',
      place: 'full',
      path: page,
      act: async (view) => {
        await chooseTime(view)
        await fillIn(view)
      },
    },
    { name: 'booking-link', place: 'full', path: '/appointment', act: byLetter },
    {
      name: 'booking-link-move',
      place: 'full',
      path: '/appointment',
      act: async (view) => {
        await byLetter(view)
        await press(view.page, words.move)
      },
    },
    {
      name: 'booking-link-cancel',
      place: 'full',
      path: '/appointment',
      act: async (view) => {
        await byLetter(view)
        await press(view.page, words.cancel)
      },
    },
    { name: 'booking-link-unknown', place: 'full', path: '/appointment#nowhere' },
  ]
  return scenes.map((scene) => ({ ...scene, isPublic: true }))
}

async function chooseReason({ page }: View): Promise<void> {
  // Where there is one reason, nobody is asked which.
  await page.locator('.reasons button, .times button').first().waitFor()
  const reason = page.locator('.reasons button').first()
  if (await reason.count()) await reason.click()
  await page.locator('.times button').first().waitFor()
}

async function chooseTime(view: View): Promise<void> {
  await chooseReason(view)
  // Both sizes are opened at once: each has another of the times.
  const times = view.page.locator('.times button')
  await (view.size === 'wide' ? times.first() : times.last()).click()
}

/** Somebody books, and opens their letter. */
async function bookedLink({ locale: language, origin, channelKey, linkFor }: Booking): Promise<string> {
  const visitor = newPerson(origin, { authorization: `Visitor ${randomBytes(32).toString('base64url')}` })
  const { reasons } = await visitor.call('GET /widget/:channelKey/booking/reasons', {
    params: { channelKey },
    query: { languages: language },
  })
  const [reason] = reasons
  if (!reason) throw new Error('nothing can be booked')
  const [from, to] = [Date.now(), Date.now() + 28 * 86_400_000].map((at) => new Date(at).toISOString())
  const { slots } = await visitor.call('GET /widget/:channelKey/booking/reasons/:reasonId/slots', {
    params: { channelKey, reasonId: reason.id },
    query: { from: from ?? '', to: to ?? '' },
  })
  const email = `${uuid7()}@exemple.example`
  await visitor.call('PUT /widget/:channelKey/bookings/:bookingId', {
    params: { channelKey, bookingId: uuid7() as BookingId },
    body: {
      reasonId: reason.id,
      // Others book meanwhile: each in another of the times.
      startsAt: slots[randomInt(slots.length)] ?? '',
      name: 'Agathe Vasseur',
      email,
      phone: '04 72 00 00 00',
      language,
      zone: 'Europe/Paris',
    },
  })
  return linkFor(email)
}
