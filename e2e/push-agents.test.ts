/** What is pushed to a console that nobody looks at, what one chooses to be told of, and the console as an app. */
import type { CDPSession, Page } from '@playwright/test'
import type { PushMessage } from '#contract/notifications.ts'
import { expect, test } from './support/desks.ts'
import { expectGoodLook } from './support/look.ts'

/** Hands a push to the worker of the console, as the browser does with one that it has decrypted. */
async function pushTo(page: Page, devtools: CDPSession, message: PushMessage) {
  const { origin } = new URL(page.url())
  const registered = new Promise<string>((resolve) =>
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [one] = registrations
      if (one) resolve(one.registrationId)
    }),
  )
  await devtools.send('ServiceWorker.enable')
  const registrationId = await registered
  await devtools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data: JSON.stringify(message) })
  await devtools.send('ServiceWorker.disable')
}

const shownOn = (page: Page) =>
  page.evaluate(async () => {
    const worker = await navigator.serviceWorker.ready
    return (await worker.getNotifications()).map(({ title, body, lang }) => `${title}: ${body} (${lang})`)
  })

test('[S9] a push is shown over other windows, opens what it tells of, and goes away once it was read elsewhere', async ({
  desks,
}) => {
  const vera = desks.lyon.visitor()
  const { conversation } = await vera.say('Vous livrez à Annecy ?')
  const ben = await desks.open(desks.ben, { permissions: ['notifications'] })
  await ben.goto('/settings/profile')
  await ben.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  const devtools = await ben.context().newCDPSession(ben)
  const message: PushMessage = {
    act: 'show',
    tag: conversation.id,
    title: 'Nouvelle conversation en attente',
    body: 'Vous livrez à Annecy ?',
    url: new URL(`/conversations/${conversation.id}`, ben.url()).href,
    locale: 'fr',
  }

  await pushTo(ben, devtools, message)
  expect(await shownOn(ben), 'not over a console that is looked at').toEqual([])

  await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: false })
  await (await ben.context().newPage()).bringToFront()
  await expect.poll(() => ben.evaluate(() => document.hasFocus())).toBe(false)
  await pushTo(ben, devtools, message)
  await expect.poll(() => shownOn(ben)).toEqual(['Nouvelle conversation en attente: Vous livrez à Annecy ? (fr)'])
  await pushTo(ben, devtools, { ...message, body: 'Bonjour ?' })
  await expect
    .poll(() => shownOn(ben), 'the next takes its place')
    .toEqual(['Nouvelle conversation en attente: Bonjour ? (fr)'])
  await pushTo(ben, devtools, { act: 'clear', tag: conversation.id })
  await expect.poll(() => shownOn(ben)).toEqual([])

  await pushTo(ben, devtools, message)
  await expect.poll(async () => (await shownOn(ben)).length).toBe(1)
  const worker = ben.context().serviceWorkers()[0] ?? (await ben.context().waitForEvent('serviceworker'))
  await worker.evaluate(async () => {
    const self = globalThis as unknown as {
      registration: ServiceWorkerRegistration
      dispatchEvent(event: Event): void
      NotificationEvent: new (name: string, of: { notification: Notification }) => Event
    }
    const [notification] = await self.registration.getNotifications()
    if (notification) self.dispatchEvent(new self.NotificationEvent('notificationclick', { notification }))
  })
  await expect(ben).toHaveURL(new RegExp(`/conversations/${conversation.id}`))
  await expect.poll(() => shownOn(ben), 'pressed, it is gone').toEqual([])
})

test('[S9] in English: a notification stands until what it tells of was read, in whatever tab', async ({ desks }) => {
  const vera = desks.lyon.visitor()
  const { conversation } = await vera.say('Bonjour')
  await desks.pickUp(desks.ben, conversation.id)
  const ben = await desks.open(desks.ben, { permissions: ['notifications'], locale: 'en-GB' })
  await ben.goto('/settings/profile')
  await ben.getByRole('switch', { name: 'System notifications' }).press('Space')
  await expect(ben.getByRole('switch', { name: 'System notifications' })).toBeChecked()
  await ben.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  const devtools = await ben.context().newCDPSession(ben)
  await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: false })
  const other = await ben.context().newPage()
  await other.bringToFront()
  await expect.poll(() => ben.evaluate(() => document.hasFocus())).toBe(false)
  await vera.say('Toujours là ?')
  await expect.poll(() => shownOn(ben)).toHaveLength(1)

  await other.goto(`/conversations/${conversation.id}`)
  await expect(other.getByRole('log', { name: 'Messages' }).getByText('Toujours là ?')).toBeVisible()
  await expect.poll(() => shownOn(ben)).toEqual([])
})

test('[S9] what one is told is chosen once for every browser, with hours in which nothing is', async ({ desks }) => {
  const ben = await desks.open(desks.ben, { permissions: ['notifications'] })
  await ben.goto('/settings/profile')
  const cell = ben.getByRole('checkbox', { name: 'On vous mentionne dans une note : Son' })
  await expect(cell).toBeChecked()
  await cell.press('Space')
  await expect(ben.getByText('Enregistré.')).toBeVisible()

  await ben.getByRole('switch', { name: 'Heures calmes' }).press('Space')
  await ben.getByLabel('De', { exact: true }).fill('21:00')
  await ben.getByLabel('À', { exact: true }).fill('21:00')
  await expect(ben.getByText('Choisissez une autre heure que celle du début.')).toBeVisible()
  const saved = ben.waitForResponse((response) => response.request().method() === 'PUT')
  await ben.getByLabel('À', { exact: true }).fill('07:30')
  await saved
  await ben.getByRole('button', { name: 'samedi' }).press('Space')
  await expect(ben.getByText('Enregistré.')).toBeVisible()
  await expectGoodLook(ben, 'notifications')

  const elsewhere = await desks.open(desks.ben, { locale: 'en-GB' })
  await elsewhere.goto('/settings/profile')
  await expect(elsewhere.getByRole('checkbox', { name: 'You are mentioned in a note: Sound' })).not.toBeChecked()
  await expect(elsewhere.getByLabel('From', { exact: true })).toHaveValue('21:00')
  await expect(elsewhere.getByLabel('To', { exact: true })).toHaveValue('07:30')
  await expect(elsewhere.getByRole('button', { name: 'Saturday' })).toHaveAttribute('aria-pressed', 'false')
})

test('the console installs as an app', async ({ desks }) => {
  const ben = await desks.open(desks.ben)
  await ben.goto('/conversations')
  await ben.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  const devtools = await ben.context().newCDPSession(ben)
  const { url, errors } = await devtools.send('Page.getAppManifest')
  expect(url).toMatch(/\/manifest\.webmanifest$/)
  expect(errors).toEqual([])
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
  // A window of a test is nobody's profile.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
  const sizes = await ben.evaluate(async () => {
    const { icons } = await (await fetch('/manifest.webmanifest')).json()
    return Promise.all(
      icons.map(async ({ src }: { src: string }) => {
        const image = new Image()
        image.src = src
        await image.decode()
        return `${src} ${image.naturalWidth > 0}`
      }),
    )
  })
  expect(sizes).toHaveLength(4)
  for (const size of sizes) expect(size).toMatch(/ true$/)
})
