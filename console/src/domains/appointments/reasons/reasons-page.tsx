import { AppointmentTabs } from '../appointment-tabs.tsx'
import { ReasonsScreen } from './reasons-screen.tsx'

/** Appointments → Reasons. */
export function ReasonsPage() {
  return (
    <div className="flex h-full flex-col">
      <AppointmentTabs />
      <div className="min-h-0 flex-1 overflow-auto px-6 pt-6 pb-4 phone:px-3 phone:pt-4">
        <ReasonsScreen />
      </div>
    </div>
  )
}
