import { CircleAlert } from 'lucide-react'
import { type StepId, stepOf } from '#contract/flow/flow.ts'
import { classNames } from '../../../ui/class-names.ts'
import { Icon } from '../../../ui/look/icon.tsx'
import { useBuilder } from '../builder/builder-context.ts'
import { KindGlyph } from '../builder/kind-glyph.tsx'
import { exitLabel, kindLineOf, titleOf } from '../builder/step-words.ts'
import { newKindOf } from '../flow/new-step.ts'
import type { OutlineLine } from '../flow/outline.ts'

interface OutlineStepProps {
  line: Extract<OutlineLine, { kind: 'step' }>
  /** The one that Tab reaches. */
  isInHand: boolean
  indent: number
  onEdit: () => void
  onChoose: (id: StepId) => void
}

/** One step of the outline, said to screen readers with the answer it follows and what is to be mended. */
export function OutlineStep({ line, isInHand, indent, onEdit, onChoose }: OutlineStepProps) {
  const builder = useBuilder()
  const { flow, words } = builder
  const step = stepOf(flow, line.id)
  if (!step) return null
  const parent = stepOf(flow, line.parent)
  const problems = builder.problemsOf(step.id)
  const title = titleOf(step, builder)
  const kind = kindLineOf(step, builder)
  const isChosen = builder.step?.id === step.id
  const said = [
    flow.start === step.id && words.outline.start,
    parent && line.by.length > 0 && words.outline.after(line.by.map((exit) => exitLabel(parent, exit, builder))),
    problems.length > 0 && words.outline.problems(problems.length),
  ].filter(Boolean)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys
    <div
      role="treeitem"
      aria-level={line.level + 1}
      aria-selected={isChosen}
      tabIndex={isInHand ? 0 : -1}
      data-step={step.id}
      onClick={() => onChoose(step.id)}
      onDoubleClick={onEdit}
      className={classNames(
        'grid min-h-10 cursor-pointer grid-cols-[24px_1fr_auto] items-center gap-2 rounded-s py-1 pr-2 -outline-offset-2 touch:min-h-11',
        isChosen ? 'bg-green-wash' : 'hover:bg-paper',
      )}
      style={{ paddingLeft: indent }}
    >
      <KindGlyph kind={newKindOf(step)} />
      <span className="grid min-w-0 leading-tight">
        <bdi className={classNames('truncate text-s', isChosen && 'font-semibold')}>{title}</bdi>
        <span className="text-xs text-ink-soft wrap-anywhere">{kind}</span>
      </span>
      {said.length > 0 && <span className="unseen">{said.join(', ')}</span>}
      {problems.length > 0 && <Icon of={CircleAlert} className="text-red" />}
    </div>
  )
}
