/** How an agent who looks elsewhere is called, and how one knows that somebody is writing. */
import type { Page } from '@playwright/test'
import { expect, test } from './support/desks.ts'

/** What a page asked of the browser: for its leave, and to show. */
interface Calls {
  asked: number
  shown: string[]
}

/** Notes what is asked of the browser, and lets it happen. */
async function listen(page: Page) {
  await page.addInitScript(() => {
    const calls: Calls = { asked: 0, shown: [] }
    const ask = Notification.requestPermission.bind(Notification)
    window.Notification = class extends Notification {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options)
        calls.shown.push(`${title}: ${options?.body}`)
      }
      static override requestPermission() {
        calls.asked += 1
        return ask()
      }
    }
    const show = ServiceWorkerRegistration.prototype.showNotification
    ServiceWorkerRegistration.prototype.showNotification = function (title, options) {
      calls.shown.push(`${title}: ${options?.body}`)
      return show.call(this, title, options)
    }
    Object.assign(window, { calls })
  })
  return () => page.evaluate(() => (window as unknown as { calls: Calls }).calls)
}

test('notifications are asked for by a press alone, and come only over a page nobody looks at', async ({ desks }) => {
  const vera = desks.lyon.visitor()
  const { conversation } = await vera.say('Bonjour')
  await desks.pickUp(desks.ben, conversation.id)
  const ben = await desks.open(desks.ben, { permissions: ['notifications'] })
  const calls = await listen(ben)

  await ben.goto('/settings/profile')
  const notifications = ben.getByRole('switch', { name: 'Notifications du système' })
  await expect(notifications).not.toBeChecked()
  expect((await calls()).asked).toBe(0)
  await notifications.press('Space')
  await expect(notifications).toBeChecked()

  // Before their eyes: nothing.
  await ben.goto(`/conversations/${conversation.id}`)
  await vera.say('Vous êtes là ?')
  await expect(ben.getByRole('log', { name: 'Messages' }).getByText('Vous êtes là ?')).toBeVisible()
  expect((await calls()).shown).toEqual([])

  // Another window has the focus. What was said before the page knows of anything is no news to it.
  const known = ben.waitForResponse(/\/inbox/)
  await ben.goto('/settings/profile')
  await known
  const devtools = await ben.context().newCDPSession(ben)
  await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: false })
  await (await ben.context().newPage()).bringToFront()
  await expect.poll(() => ben.evaluate(() => document.hasFocus())).toBe(false)
  await vera.say('Je repasse plus tard.')
  await expect
    .poll(async () => (await calls()).shown)
    .toEqual([expect.stringMatching(/^Message de Visiteur \w{4}: Je repasse/)])
  await desks.lyon.visitor().say('Moi aussi, bonjour')
  await expect
    .poll(async () => (await calls()).shown.at(-1))
    .toBe('Nouvelle conversation en attente: Moi aussi, bonjour')
  // The title says it to whoever has no notifications.
  await expect(ben).toHaveTitle(/^\(\d\) /)
})

test('one’s availability changes in every tab at once, and a refusal takes it back', async ({ desks }) => {
  const ben = await desks.open(desks.ben)
  const second = await ben.context().newPage()
  await second.goto('/settings/profile')
  await expect(second.getByRole('switch', { name: 'Disponible' })).toBeChecked()

  await ben.getByRole('switch', { name: 'Disponible' }).press('Space')
  await expect(ben.getByRole('switch', { name: 'Disponible' })).not.toBeChecked()
  await expect(second.getByRole('switch', { name: 'Disponible' })).not.toBeChecked()

  await ben.route('**/availability', (route) =>
    route.fulfill({ status: 403, json: { code: 'access.inactive', message: 'Vous êtes inactif.' } }),
  )
  await ben.getByRole('switch', { name: 'Disponible' }).press('Space')
  await expect(ben.getByText('Vous êtes inactif.')).toBeVisible()
  await expect(ben.getByRole('switch', { name: 'Disponible' })).not.toBeChecked()
})
