import { X } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Popover } from 'react-aria-components/Popover'
import type { AppointmentForAgent } from '#contract/appointments/appointments.ts'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { Mark } from '../look/marks.ts'
import { cardOf } from '../shown-calendar.ts'
import { AppointmentActs } from './appointment-acts.tsx'
import { AppointmentFacts } from './appointment-facts.tsx'

interface OpenedAppointmentProps {
  appointment: AppointmentForAgent
  zone: string
  now: number
  mark: Mark
  isPhone: boolean
  onClose: () => void
  onMove: () => void
  onReassign: () => void
  onCancel: () => void
}

/** An appointment, beside its card; where it has none in sight, and on a phone, over the page. */
export function OpenedAppointment(props: OpenedAppointmentProps) {
  const { appointment, zone, now, mark, isPhone, onClose, onMove, onReassign, onCancel } = props
  const words = useWords().ui
  const anchor = useRef<HTMLElement>(null)
  const [place, setPlace] = useState<'unknown' | 'beside' | 'below' | 'over'>('unknown')
  useLayoutEffect(() => {
    anchor.current = isPhone ? null : cardOf(appointment.id)
    // It may be opened from elsewhere: by its address, from the palette.
    anchor.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    setPlace(placeBy(anchor.current))
  }, [appointment.id, isPhone])

  const body = (
    <div className="grid gap-3">
      <AppointmentFacts appointment={appointment} zone={zone} mark={mark} />
      <AppointmentActs {...{ appointment, now, onMove, onReassign, onCancel }} />
    </div>
  )
  if (place === 'unknown') return null
  if (place === 'over')
    return (
      <Dialog isOpen size="small" title={appointment.reason.name} onClose={onClose}>
        {body}
      </Dialog>
    )
  return (
    <Popover
      isOpen
      triggerRef={anchor}
      placement={place === 'below' ? 'bottom start' : 'right top'}
      offset={8}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className="floating comes-in w-76 overflow-auto rounded-l outline-none"
    >
      <AriaDialog className="grid gap-3 p-3.5 outline-none">
        <div className="flex items-start gap-2">
          <span
            aria-hidden="true"
            className="mt-1.5 size-2.5 flex-none rounded-full"
            style={{ backgroundColor: appointment.reason.colour }}
          />
          <Heading slot="title" className="min-w-0 flex-1 font-semibold wrap-anywhere">
            {appointment.reason.name}
          </Heading>
          <IconButton icon={X} label={words.close} size="small" onPress={onClose} />
        </div>
        {body}
      </AriaDialog>
    </Popover>
  )
}

/** Beside what is as wide as a page there is no room. */
function placeBy(card: HTMLElement | null): 'beside' | 'below' | 'over' {
  if (!card) return 'over'
  return card.offsetWidth > window.innerWidth / 2 ? 'below' : 'beside'
}
