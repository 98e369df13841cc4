import { X } from 'lucide-react'
import { useId } from 'react'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { DraftFault, IntervalDraft } from './hours-draft.ts'

interface IntervalRowProps {
  day: string
  rank: number
  value: IntervalDraft
  fault: DraftFault['is'] | null
  onChange: (value: IntervalDraft) => void
  onRemove: () => void
  isLocked: boolean
}

/** From one time to another, by the browser's own fields: they know clocks of 12 and of 24 hours, keys and thumbs. */
export function IntervalRow({ day, rank, value, fault, onChange, onRemove, isLocked }: IntervalRowProps) {
  const words = useWords().channels.hours
  const faultId = useId()
  const time = (part: 'from' | 'to') => (
    <input
      type="time"
      aria-label={words[part](day, rank)}
      aria-invalid={fault !== null}
      aria-describedby={fault ? faultId : undefined}
      value={value[part]}
      disabled={isLocked}
      onChange={({ currentTarget }) => onChange({ ...value, [part]: currentTarget.value })}
      className="field-edge min-h-9 w-36 px-2.5 tabular-nums phone:w-28 phone:px-1.5 aria-invalid:border-red touch:min-h-11"
    />
  )
  return (
    <div className="grid gap-1">
      <div className="flex items-center gap-2">
        {time('from')}
        <span className="text-ink-soft">{words.until}</span>
        {time('to')}
        {!isLocked && <IconButton icon={X} label={words.remove(day, rank)} onPress={onRemove} />}
      </div>
      {fault && (
        <p id={faultId} role="alert" className="text-s text-red">
          {words.faults[fault]}
        </p>
      )}
    </div>
  )
}
