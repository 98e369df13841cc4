import { Copy, Plus } from 'lucide-react'
import { limits } from '#contract/limits.ts'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { Menu, MenuAct } from '../../../ui/overlays/menu.tsx'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useWords } from '../../../ui/words.tsx'
import { type DraftFault, type IntervalDraft, nextInterval } from './hours-draft.ts'
import { IntervalRow } from './interval-row.tsx'

interface DayRowProps {
  name: string
  intervals: readonly IntervalDraft[]
  fault: DraftFault | undefined
  onChange: (intervals: IntervalDraft[]) => void
  /** These days, from 0 for Monday, take the same hours. */
  onCopyTo: (days: readonly number[]) => void
  isLocked: boolean
}

const weekdays = [0, 1, 2, 3, 4]
const everyDay = [...weekdays, 5, 6]

/** One day of the week with its intervals. */
export function DayRow({ name, intervals, fault, onChange, onCopyTo, isLocked }: DayRowProps) {
  const words = useWords().channels.hours
  const copy = (days: readonly number[]) => {
    onCopyTo(days)
    toasts.show({ text: words.copied })
  }
  return (
    <div className="grid grid-cols-[7rem_minmax(0,1fr)_auto] items-start gap-x-3 border-t border-line py-2 first:border-0 phone:grid-cols-[minmax(0,1fr)_auto]">
      <span className="py-2 font-medium">{name}</span>
      <div className="grid gap-2 phone:order-last phone:col-span-2">
        {intervals.length === 0 && <span className="py-2 text-ink-soft">{words.closed}</span>}
        {intervals.map((interval, index) => (
          <IntervalRow
            key={interval.key}
            day={name}
            rank={index + 1}
            value={interval}
            fault={fault?.interval === index ? fault.is : null}
            onChange={(next) => onChange(intervals.map((each) => (each.key === next.key ? next : each)))}
            onRemove={() => onChange(intervals.filter(({ key }) => key !== interval.key))}
            isLocked={isLocked}
          />
        ))}
      </div>
      {!isLocked && (
        <div className="flex">
          <IconButton
            icon={Plus}
            label={words.addTo(name)}
            isDisabled={intervals.length >= limits.intervalsPerDay}
            onPress={() => onChange([...intervals, nextInterval(intervals)])}
          />
          <Menu label={words.copy(name)} trigger={<IconButton icon={Copy} label={words.copy(name)} />}>
            <MenuAct onAction={() => copy(weekdays)}>{words.copyToWeekdays}</MenuAct>
            <MenuAct onAction={() => copy(everyDay)}>{words.copyToAll}</MenuAct>
          </Menu>
        </div>
      )}
    </div>
  )
}
