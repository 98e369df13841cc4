import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useIsPhone } from '../../ui/look/use-media-query.ts'
import type { CalendarAddress } from './address.ts'
import { AppointmentTabs } from './appointment-tabs.tsx'
import { AppointmentsScreen } from './appointments-screen.tsx'

const route = getRouteApi('/frame/appointments')

/** Rendez-vous. What is shown stands in the address. */
export function AppointmentsPage() {
  const address = route.useSearch()
  const navigate = route.useNavigate()
  const isPhone = useIsPhone()
  const go = useCallback(
    (change: Partial<CalendarAddress>) =>
      void navigate({
        search: (before) => ({ ...before, ...change }),
        // Each appointment that was opened can be gone back to; each week that was passed need not.
        replace: change.open === undefined,
      }),
    [navigate],
  )
  return (
    <div className="flex h-full flex-col">
      <AppointmentTabs />
      <div className="min-h-0 flex-1">
        <AppointmentsScreen address={address} isPhone={isPhone} onGo={go} />
      </div>
    </div>
  )
}
