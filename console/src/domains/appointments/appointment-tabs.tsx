import { Link, useNavigate } from '@tanstack/react-router'
import { CalendarClock, CalendarDays, Tags } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../../ui/actions/button.tsx'
import { tabLook } from '../../ui/lists/tabs.tsx'
import { useCommands } from '../../ui/overlays/page-commands.ts'
import { part } from '../../ui/parts.ts'
import { useOpeningWords } from './openings/use-opening-words.ts'
import { useReasonWords } from './reasons/use-reason-words.ts'

const OpeningsDialog = lazy(
  part(() => import('./openings/openings-dialog.tsx').then((file) => ({ default: file.OpeningsDialog }))),
)

/** Over the pages of appointments: the calendar, what may be booked, and when one receives. */
export function AppointmentTabs() {
  const words = useReasonWords().tabs
  const openings = useOpeningWords()
  const [isOpen, setOpen] = useState(false)
  const navigate = useNavigate()
  useCommands(() =>
    [
      {
        id: 'calendar',
        label: words.calendar,
        icon: CalendarDays,
        onRun: () => void navigate({ to: '/appointments' }),
      },
      { id: 'reasons', label: words.reasons, icon: Tags, onRun: () => void navigate({ to: '/appointments/reasons' }) },
      { id: 'openings', label: openings.title, icon: CalendarClock, onRun: () => setOpen(true) },
    ].map(({ id, ...command }) => ({ ...command, id: `appointments-${id}`, group: words.label })),
  )
  return (
    <div className="flex flex-none items-center gap-2 border-b border-line bg-surface px-3">
      <nav aria-label={words.label} className="flex min-w-0 flex-1 gap-1 overflow-x-auto [scrollbar-width:none]">
        <Link to="/appointments" activeOptions={{ exact: true, includeSearch: false }} className={tabLook}>
          {words.calendar}
        </Link>
        <Link to="/appointments/reasons" className={tabLook}>
          {words.reasons}
        </Link>
      </nav>
      <Button size="small" icon={CalendarClock} onPress={() => setOpen(true)}>
        {openings.label}
      </Button>
      {isOpen && (
        <Suspense>
          <OpeningsDialog agentId={null} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}
