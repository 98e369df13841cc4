import { Minus, Plus } from 'lucide-react'
import { limits } from '#contract/limits.ts'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { FieldGroup } from '../../../ui/fields/field-group.tsx'
import { Segments } from '../../../ui/fields/segments.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { useWords } from '../../../ui/words.tsx'
import { isLimit } from './agent-wish.ts'

interface LimitFieldProps {
  /** As typed; null: unlimited. */
  value: string | null
  onChange: (limit: string | null) => void
  error: string | null
}

const first = '3'

/** How many conversations at once: any number of them, or so many. What is typed stays as typed. */
export function LimitField({ value, onChange, error }: LimitFieldProps) {
  const { form: words } = useWords().agents
  const step = (by: number) => {
    const now = isLimit(value) ? Number(value) : 0
    onChange(String(Math.min(limits.conversationsPerAgent, Math.max(1, now + by))))
  }
  return (
    <FieldGroup label={words.limit}>
      <div className="flex flex-wrap items-start gap-2">
        <Segments
          label={words.limit}
          options={(['unlimited', 'number'] as const).map((id) => ({ id, label: words.limits[id] }))}
          value={value === null ? 'unlimited' : 'number'}
          onChange={(chosen) => onChange(chosen === 'unlimited' ? null : first)}
        />
        {value !== null && (
          <div className="flex min-w-0 flex-1 items-start gap-1">
            <IconButton icon={Minus} label={words.oneFewer} onPress={() => step(-1)} />
            <div className="min-w-14 flex-1">
              <TextField
                label={words.limitNumber}
                isLabelUnseen
                inputMode="numeric"
                autoComplete="off"
                value={value}
                onChange={onChange}
                error={error}
              />
            </div>
            <IconButton icon={Plus} label={words.oneMore} onPress={() => step(1)} />
          </div>
        )}
      </div>
    </FieldGroup>
  )
}
