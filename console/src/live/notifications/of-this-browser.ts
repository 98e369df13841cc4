import { useSyncExternalStore } from 'react'
import { keepOneOf } from '../../ui/kept.ts'

/** Of this browser alone: a shared desk and a telephone at home want different things. */
export const keptSound = keepOneOf('comptoir.sound', ['on', 'off'])
/** Off until somebody asks for them: only then may the browser be asked for its leave. */
export const keptNotifications = keepOneOf('comptoir.notifications', ['off', 'on'])

export type NotificationLeave = 'given' | 'unasked' | 'blocked' | 'unsupported'

/** Whether this browser lets us show notifications of the system. */
export function notificationLeave(): NotificationLeave {
  if (!('Notification' in window)) return 'unsupported'
  if (Notification.permission === 'granted') return 'given'
  return Notification.permission === 'denied' ? 'blocked' : 'unasked'
}

const listeners = new Set<() => void>()

export const useNotificationLeave = (): NotificationLeave =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, notificationLeave)

/** Asks the browser for its leave, as the answer to a press: nothing else may ask. */
export async function askForNotifications(): Promise<NotificationLeave> {
  if (notificationLeave() === 'unasked') await Notification.requestPermission()
  for (const listener of listeners) listener()
  return notificationLeave()
}
