import { notificationLeave } from './of-this-browser.ts'
import { serviceWorker } from './service-worker.ts'

interface DesktopNotification {
  title: string
  body: string
  /** Another one with the same tag takes its place: from another tab, or pushed by the server. */
  tag: string
  locale: string
  /** Where a press on it leads. */
  path: string
  onOpen: () => void
}

/** Shows a notification of the system, where the person has asked for them. */
export async function notifyDesktop({ title, body, tag, locale, path, onOpen }: DesktopNotification): Promise<void> {
  if (notificationLeave() !== 'given') return
  const look = { body, tag, lang: locale, icon: '/icon-192.png', silent: true }
  // From the worker where there is one: phones know no other, and one that is pushed then takes the place of this one.
  const worker = await serviceWorker()
  if (worker?.active) {
    const url = new URL(path, window.location.origin).href
    return worker.showNotification(title, { ...look, badge: '/badge-96.png', data: { url } } as NotificationOptions)
  }
  try {
    const notification = new Notification(title, look)
    notification.onclick = () => {
      window.focus()
      onOpen()
      notification.close()
    }
  } catch {
    // Fail open: the sound and the badge say the same.
  }
}

/** Takes away what stands there for these: it was read, or is no longer one's own. */
export async function clearNotifications(tags: readonly string[]): Promise<void> {
  const worker = await serviceWorker()
  for (const tag of tags)
    for (const notification of (await worker?.getNotifications({ tag })) ?? []) notification.close()
}
