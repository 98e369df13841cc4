// Free of the validator: the console keeps silent by the server's own rule.
import type { NotificationSettings, QuietHours } from './notifications.ts'
import type { NotificationKind, NotificationWay } from './vocabulary.ts'

export const isTold = (
  settings: NotificationSettings,
  { kind, way, now }: { kind: NotificationKind; way: NotificationWay; now: Date },
): boolean => settings.ways[kind][way] && !(settings.quietHours && isQuiet(settings.quietHours, now))

/** Whether it is quiet by the clock of the person: what begins on a chosen day ends on the next, where it goes over midnight. */
export function isQuiet({ from, to, timeZone, days }: QuietHours, now: Date): boolean {
  const { day, time } = onTheClock(now, timeZone)
  const yesterday = day === 1 ? 7 : day - 1
  if (from < to) return days.includes(day) && from <= time && time < to
  return (days.includes(day) && from <= time) || (days.includes(yesterday) && time < to)
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

function onTheClock(now: Date, timeZone: string): { day: number; time: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return { day: weekdays.indexOf(part('weekday')) + 1, time: `${part('hour')}:${part('minute')}` }
}
