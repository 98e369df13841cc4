import { useQuery } from '@tanstack/react-query'
import { CalendarX } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Refused } from '#client/refused.ts'
import type { AppointmentForAgent } from '#contract/appointments/appointments.ts'
import type { AgentId, AppointmentId } from '#contract/ids.ts'
import { calendarWords } from '#words/calendar.ts'
import { Reassigning } from '../../../live/reassigning.tsx'
import { useMe } from '../../../live/session.ts'
import { SkeletonRows } from '../../../ui/feedback/skeleton.tsx'
import { EmptyState, ErrorState } from '../../../ui/feedback/states.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { part } from '../../../ui/parts.ts'
import { useSpeech } from '../../../ui/words.tsx'
import type { Mark } from '../look/marks.ts'
import { appointmentQuery } from '../queries.ts'
import { cardOf } from '../shown-calendar.ts'
import { OpenedAppointment } from './opened-appointment.tsx'

const MoveDialog = lazy(part(() => import('../moving/move-dialog.tsx').then((file) => ({ default: file.MoveDialog }))))
const CancelDialog = lazy(part(() => import('./cancel-dialog.tsx').then((file) => ({ default: file.CancelDialog }))))

type Task = 'move' | 'reassign' | 'cancel'

interface OpenedProps {
  /** Null: none is opened. */
  id: AppointmentId | null
  known: readonly AppointmentForAgent[]
  /** Whether anything is known yet. */
  isReady: boolean
  zone: string
  now: number
  isPhone: boolean
  markOf: (id: AgentId) => Mark
  onClose: () => void
}

/** The appointment that the address opens, in sight or not, and the dialogs that lead on from it. */
export function Opened({ id, known, isReady, zone, now, isPhone, markOf, onClose }: OpenedProps) {
  const { organisationId } = useMe()
  const [task, setTask] = useState<{ kind: Task; appointment: AppointmentForAgent } | null>(null)
  const inSight = known.find((one) => one.id === id)
  const fetched = useQuery({
    ...appointmentQuery(organisationId, id as AppointmentId),
    enabled: id !== null && isReady && !inSight,
  })
  const appointment = inSight ?? (id === null ? undefined : fetched.data)
  const begin = (kind: Task) => {
    if (appointment) setTask({ kind, appointment })
    onClose()
  }
  const end = () => {
    const before = task?.appointment.id
    setTask(null)
    if (before) requestAnimationFrame(() => cardOf(before)?.focus({ preventScroll: true }))
  }
  return (
    <>
      {appointment && (
        <OpenedAppointment
          key={appointment.id}
          {...{ appointment, zone, now, isPhone, onClose }}
          mark={markOf(appointment.agent.id)}
          onMove={() => begin('move')}
          onReassign={() => begin('reassign')}
          onCancel={() => begin('cancel')}
        />
      )}
      {id !== null && isReady && !appointment && (
        <NotInSight
          isGone={fetched.error instanceof Refused}
          isFailed={fetched.isError}
          isRetrying={fetched.isFetching}
          onRetry={() => void fetched.refetch()}
          onClose={onClose}
        />
      )}
      <Suspense>
        {task?.kind === 'move' && <MoveDialog appointment={task.appointment} zone={zone} onClose={end} />}
        {task?.kind === 'cancel' && <CancelDialog appointment={task.appointment} onClose={end} />}
      </Suspense>
      {task?.kind === 'reassign' && (
        <Reassigning
          agent={task.appointment.agent}
          before="none"
          appointmentIds={[task.appointment.id]}
          onEmpty={end}
          onClose={end}
        />
      )}
    </>
  )
}

interface NotInSightProps {
  isGone: boolean
  isFailed: boolean
  isRetrying: boolean
  onRetry: () => void
  onClose: () => void
}

function NotInSight({ isGone, isFailed, isRetrying, onRetry, onClose }: NotInSightProps) {
  const { locale, words: console } = useSpeech()
  const words = calendarWords(locale)
  return (
    <Dialog isOpen size="small" title={console.frame.pages.appointments} onClose={onClose}>
      {isGone ? (
        <EmptyState icon={CalendarX} title={words.gone.title}>
          {words.gone.text}
        </EmptyState>
      ) : isFailed ? (
        <ErrorState onRetry={onRetry} isRetrying={isRetrying} />
      ) : (
        <SkeletonRows count={3} className="" />
      )}
    </Dialog>
  )
}
