import { CircleDashed, CirclePlus } from 'lucide-react'
import { useMemo, useRef } from 'react'
import type { Step } from '#contract/flow/flow.ts'
import { Select } from '../../../ui/fields/select.tsx'
import { useBuilder } from '../builder/builder-context.ts'
import { kindLook } from '../builder/kind-look.ts'
import { titleOf } from '../builder/step-words.ts'
import { connect } from '../flow/edits.ts'
import { type ExitKey, exitsOf, optionOf } from '../flow/exits.ts'
import { newKindOf } from '../flow/new-step.ts'

interface NextFieldProps {
  step: Step
  exit: ExitKey
  label: string
  isLabelUnseen?: boolean
}

// No step is called so: ids are letters, digits and hyphens.
const nowhere = ':nowhere'
const another = ':another'

/** What follows one way out: a step that is there, a new one, or nothing yet. */
export function NextField({ step, exit, label, isLabelUnseen = false }: NextFieldProps) {
  const builder = useBuilder()
  const { flow, words, isReadOnly } = builder
  const place = useRef<HTMLDivElement>(null)
  const next = exitsOf(step).find(({ key }) => key === exit)?.next ?? null
  const isLost = builder
    .problemsOf(step.id)
    .some(
      ({ code, optionId, field }) =>
        (code === 'nothing-next' || code === 'missing-step') &&
        (optionId === undefined ? field === exit && optionOf(exit) === null : optionOf(exit) === optionId),
    )
  const options = useMemo(
    () => [
      ...flow.steps.flatMap((one) =>
        one.id === step.id ? [] : [{ id: one.id, label: titleOf(one, builder), icon: kindLook[newKindOf(one)].icon }],
      ),
      { id: nowhere, label: words.editor.nowhere, icon: CircleDashed },
      { id: another, label: words.editor.newStep, icon: CirclePlus },
    ],
    [flow.steps, step.id, builder, words],
  )
  const choose = (id: string) => {
    const way = { stepId: step.id, exits: [exit] }
    if (id === another) {
      if (place.current) builder.askKind(way, place.current)
    } else builder.edit((now) => connect(now, way, id === nowhere ? null : id))
  }
  return (
    <div ref={place} data-place={`next:${exit}`} className="min-w-0">
      <Select
        label={label}
        isLabelUnseen={isLabelUnseen}
        options={options}
        value={next}
        placeholder={words.editor.choose}
        onChange={choose}
        isDisabled={isReadOnly}
        isWrong={isLost}
        error={isLost && !isLabelUnseen ? builder.problemWords['nothing-next']({ field: 'next' }) : null}
      />
    </div>
  )
}
