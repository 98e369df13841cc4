import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { isTold } from '#contract/quiet-hours.ts'
import type { NotificationWay } from '#contract/vocabulary.ts'
import { calendarWords } from '#words/calendar.ts'
import { pushWords } from '#words/push.ts'
import type { Called } from '../../../live/live.ts'
import { playChime } from '../../../live/notifications/chime.ts'
import { notifyDesktop } from '../../../live/notifications/desktop-notification.ts'
import { keptNotifications, keptSound } from '../../../live/notifications/of-this-browser.ts'
import { notificationsQuery } from '../../../live/notifications/settings.ts'
import { onceAmongTabs } from '../../../live/once-among-tabs.ts'
import { useMe } from '../../../live/session.ts'
import { useLive } from '../../../live/use-live.tsx'
import { isWatched } from '../../../live/watched.ts'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useSpeech } from '../../../ui/words.tsx'
import type { CalendarAddress } from '../address.ts'
import { readerZone, whenOf } from '../formats.ts'
import { dateAt } from '../periods.ts'

/**
 * Calls whoever receives, on whatever page they are: by a sound, by words on the page they look at, by a notification of the system
 * where they look at none. Draws nothing.
 */
export function AppointmentAlerts() {
  const live = useLive()
  const { organisationId } = useMe()
  const told = useQuery(notificationsQuery(organisationId)).data
  const { locale, tag } = useSpeech()
  const navigate = useNavigate()

  const tell = ({ call, appointment: { id, name, startsAt } }: Called) => {
    const isWanted = (way: NotificationWay) =>
      told === undefined || isTold(told.settings, { kind: 'appointment', way, now: new Date() })
    const zone = readerZone()
    const title = pushWords(locale).appointment[call](name)
    const when = whenOf(startsAt, { tag, zone })
    // What was taken from somebody is no longer theirs to open.
    const search: CalendarAddress = {
      date: dateAt(zone, Date.parse(startsAt)),
      open: call === 'taken' ? undefined : id,
    }
    const open = () => void navigate({ to: '/appointments', search })
    if (isWatched())
      toasts.show({
        kind: 'notice',
        text: `${title}, ${when}`,
        act: { label: calendarWords(locale).see, onAct: open },
      })
    onceAmongTabs(`comptoir.alert.${id}.${call}.${startsAt}`, () => {
      if (keptSound.read() === 'on' && isWanted('sound')) void playChime()
      if (isWatched() || keptNotifications.read() === 'off' || !isWanted('desktop')) return
      const opened = search.open ? `&open=${search.open}` : ''
      void notifyDesktop({
        ...{ title, body: when, tag: id, locale },
        path: `/appointments?organisation=${organisationId}&date=${search.date}${opened}`,
        onOpen: open,
      })
    })
  }
  const latest = useRef(tell)
  useEffect(() => {
    latest.current = tell
  })
  useEffect(
    () =>
      live.called.subscribe(() => {
        const called = live.called.read()
        if (called) latest.current(called)
      }),
    [live],
  )
  return null
}
