import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { AppointmentForAgent, CalendarLane } from '#contract/appointments/appointments.ts'
import { useMe } from '../../live/session.ts'
import { useShownSubAccount } from '../../live/shown-sub-account.ts'
import { useNow } from '../../ui/time/use-now.ts'
import { useSpeech } from '../../ui/words.tsx'
import type { CalendarAddress, CalendarView } from './address.ts'
import { readerZone } from './formats.ts'
import { marksOf } from './look/marks.ts'
import { dateAt, daysShown, firstDayIn, noonOf, stepFrom } from './periods.ts'
import { calendarQuery } from './queries.ts'

const nowStepMs = 15_000

/** The days that an address shows, and what is known of them. */
export function useCalendar(address: CalendarAddress, view: CalendarView) {
  const { tag } = useSpeech()
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const subAccountId = useShownSubAccount()?.id ?? null
  const [zone] = useState(readerZone)
  const now = useNow(nowStepMs).getTime()
  const date = address.date ?? dateAt(zone, now)
  const firstDay = firstDayIn(tag)
  const days = useMemo(() => daysShown(view, { zone, at: noonOf(zone, date), firstDay }), [view, zone, date, firstDay])
  const fetched = useQuery({
    ...calendarQuery(organisationId, spanOf(days), subAccountId),
    // From one week to the next people stay where they are.
    placeholderData: keepPreviousData,
  })
  useEffect(() => {
    if (!fetched.isSuccess || fetched.isPlaceholderData) return
    for (const steps of [1, -1]) {
      const beside = daysShown(view, { zone, at: noonOf(zone, stepFrom(date, view, steps)), firstDay })
      void queryClient.prefetchQuery(calendarQuery(organisationId, spanOf(beside), subAccountId))
    }
  }, [
    fetched.isSuccess,
    fetched.isPlaceholderData,
    view,
    zone,
    date,
    firstDay,
    organisationId,
    subAccountId,
    queryClient,
  ])

  const lanes = fetched.data?.lanes ?? noLanes
  const marks = useMemo(() => marksOf(lanes.map(({ agent }) => agent.id)), [lanes])
  return {
    ...{ zone, now, date, days, fetched, lanes, marks },
    appointments: fetched.data?.appointments ?? noAppointments,
    hadFirst: fetched.data !== undefined,
  }
}

const spanOf = (days: readonly { from: number; to: number }[]) => ({
  from: days[0]?.from ?? 0,
  to: days.at(-1)?.to ?? 0,
})

const noLanes: readonly CalendarLane[] = []
const noAppointments: readonly AppointmentForAgent[] = []
