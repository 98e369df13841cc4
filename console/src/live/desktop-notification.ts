import { notificationLeave } from './alert-settings.ts'

interface DesktopNotification {
  title: string
  body: string
  /** Another one with the same tag takes its place, also one from another tab. */
  tag: string
  locale: string
  onOpen: () => void
}

/** Shows a notification of the system, where the person has asked for them. */
export function notifyDesktop({ title, body, tag, locale, onOpen }: DesktopNotification) {
  if (notificationLeave() !== 'given') return
  try {
    const notification = new Notification(title, { body, tag, lang: locale, icon: '/favicon.svg', silent: true })
    notification.onclick = () => {
      window.focus()
      onOpen()
      notification.close()
    }
  } catch {
    // Fail open: phones show notifications only from a service worker. The sound and the badge say the same.
  }
}
