import type { Holding } from '#contract/agents.ts'
import type { AgentId } from '#contract/ids.ts'
import { ComboBox } from '../../../ui/fields/combo-box.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { useWords } from '../../../ui/words.tsx'

interface HoldingLineProps {
  holding: Holding
  /** Null: the queue. */
  heirId: AgentId | null
  onChoose: (heirId: AgentId | null) => void
}

// Longer lists are searched.
const listedAtMost = 12

/** One kind of what somebody holds, and who takes it over: one of those who could now, or the queue. */
export function HoldingLine({ holding: { kind, count, heirs }, heirId, onChoose }: HoldingLineProps) {
  const words = useWords().agents.removal
  const what = words.kinds[kind](count)
  if (heirs.length === 0)
    return (
      <p>
        <b className="block text-ink">{what}</b> {words.noHeir}
      </p>
    )
  const options = [
    { id: 'queue' as const, label: words.queue, hint: words.queueHint },
    ...heirs.map(({ id, name }) => ({ id, label: name })),
  ]
  const Field = options.length > listedAtMost ? ComboBox<AgentId | 'queue'> : Select<AgentId | 'queue'>
  return (
    <div className="text-ink">
      <Field
        label={words.heir(what)}
        options={options}
        value={heirId ?? 'queue'}
        onChange={(id) => onChoose(id === 'queue' || id === null ? null : id)}
      />
    </div>
  )
}
