import type { Question } from '#contract/flow/flow.ts'
import { flowLimits } from '#contract/flow/flow.ts'
import { FieldGroup } from '../../../ui/fields/field-group.tsx'
import { NumberField } from '../../../ui/fields/number-field.tsx'
import { Segments } from '../../../ui/fields/segments.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { useBuilder } from '../builder/builder-context.ts'
import { changeStep } from '../flow/edits.ts'

/** What an answer must be, by its kind. */
export function LimitsFields({ step }: { step: Question }) {
  const { words, isReadOnly, edit, problemsOf, problemWords } = useBuilder()
  const said = words.editor
  const change = (part: Partial<Question>, of: string) =>
    edit((flow) => changeStep(flow, step.id, (now) => ({ ...now, ...part }) as typeof now), `${of} ${step.id}`)
  const wrong = problemsOf(step.id).find(({ field }) => field === 'length' || field === 'count' || field === 'mask')
  const error = wrong ? problemWords[wrong.code](wrong) : null

  switch (step.kind) {
    case 'text':
    case 'long-text': {
      const most = step.kind === 'text' ? flowLimits.answerLength : flowLimits.longAnswerLength
      return (
        <div data-place="limits" className="grid gap-4">
          {step.kind === 'text' && (
            <TextField
              label={said.mask}
              isOptional
              isMono
              hint={said.maskHint}
              value={step.mask ?? ''}
              maxLength={flowLimits.maskLength}
              isReadOnly={isReadOnly}
              error={wrong?.field === 'mask' ? error : null}
              onChange={(mask) => change({ mask: mask === '' ? null : mask }, 'mask')}
            />
          )}
          <FieldGroup label={`${said.lengths} (${said.characters})`} error={wrong?.field === 'mask' ? null : error}>
            <Range
              least={0}
              most={most}
              from={step.minLength}
              to={step.maxLength}
              onFrom={(minLength) => change({ minLength }, 'least')}
              onTo={(maxLength) => change({ maxLength }, 'most')}
            />
          </FieldGroup>
        </div>
      )
    }
    case 'number':
      return (
        <div data-place="limits" className="grid gap-4">
          <FieldGroup label={words.kinds.number} error={error}>
            <Range
              least={-1e12}
              most={1e12}
              from={step.min}
              to={step.max}
              onFrom={(min) => change({ min }, 'least')}
              onTo={(max) => change({ max }, 'most')}
            />
          </FieldGroup>
          <NumberField
            label={said.decimals}
            value={step.decimals}
            least={0}
            most={flowLimits.decimals}
            fewerLabel={said.fewer}
            moreLabel={said.moreOf}
            isDisabled={isReadOnly}
            onChange={(decimals) => change({ decimals: decimals ?? 0 }, 'decimals')}
          />
        </div>
      )
    case 'date':
      return (
        <FieldGroup label={said.when}>
          <Segments
            label={said.when}
            options={(['any', 'past', 'future'] as const).map((id) => ({ id, label: said.whens[id] }))}
            value={step.when}
            onChange={(when) => change({ when }, 'when')}
            isBlock
            isDisabled={isReadOnly}
          />
        </FieldGroup>
      )
    case 'file':
      return (
        <div data-place="limits" className="grid gap-4">
          <FieldGroup label={said.accepts}>
            <Segments
              label={said.accepts}
              options={(['any', 'pictures', 'documents'] as const).map((id) => ({ id, label: said.accepted[id] }))}
              value={step.accepts}
              onChange={(accepts) => change({ accepts }, 'accepts')}
              isBlock
              isDisabled={isReadOnly}
            />
          </FieldGroup>
          <NumberField
            label={said.files}
            value={step.max}
            least={1}
            most={flowLimits.filesPerAnswer}
            fewerLabel={said.fewer}
            moreLabel={said.moreOf}
            isDisabled={isReadOnly}
            onChange={(max) => change({ max: max ?? 1 }, 'most')}
          />
        </div>
      )
    case 'choices':
      return (
        <div data-place="limits">
          <FieldGroup label={said.chosen} error={error}>
            <Range
              least={0}
              most={flowLimits.options}
              from={step.min}
              to={step.max}
              onFrom={(min) => change({ min }, 'least')}
              onTo={(max) => change({ max }, 'most')}
            />
          </FieldGroup>
        </div>
      )
    default:
      return null
  }
}

interface RangeProps {
  least: number
  most: number
  from: number | null
  to: number | null
  onFrom: (value: number | null) => void
  onTo: (value: number | null) => void
}

/** Two numbers, either of which may be left out. */
function Range({ least, most, from, to, onFrom, onTo }: RangeProps) {
  const { words, isReadOnly } = useBuilder()
  const shared = {
    least,
    most,
    fewerLabel: words.editor.fewer,
    moreLabel: words.editor.moreOf,
    isDisabled: isReadOnly,
  }
  return (
    <div className="flex flex-wrap gap-4">
      <NumberField {...shared} label={words.editor.least} value={from} onChange={onFrom} />
      <NumberField {...shared} label={words.editor.most} value={to} onChange={onTo} />
    </div>
  )
}
