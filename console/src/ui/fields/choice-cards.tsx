import { useId } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { classNames } from '../class-names.ts'
import { FieldLabel, FieldRemarks, type FieldWords, fieldStack } from './field.tsx'

interface ChoiceCardsProps<T extends string> extends Omit<FieldWords, 'lockedReason'> {
  options: readonly { id: T; label: string; hint: string; isDisabled?: boolean }[]
  value: T | null
  onChange: (value: T) => void
  isDisabled?: boolean
}

/** One of a few, each with a sentence about what it means. */
export function ChoiceCards<T extends string>({
  label,
  hint,
  error,
  isOptional,
  aside,
  options,
  value,
  onChange,
  isDisabled,
}: ChoiceCardsProps<T>) {
  const id = useId()
  const choose = (chosenId: string) => {
    const chosen = options.find((option) => option.id === chosenId)
    if (chosen) onChange(chosen.id)
  }
  return (
    <RadioGroup
      value={value}
      onChange={choose}
      isInvalid={Boolean(error)}
      isDisabled={isDisabled}
      validationBehavior="aria"
      className={fieldStack}
    >
      <FieldLabel label={label} isOptional={isOptional} aside={aside} />
      <div className="grid grid-cols-2 gap-2 phone:grid-cols-1">
        {options.map((option) => (
          <Radio
            key={option.id}
            value={option.id}
            aria-labelledby={`${id}-${option.id}`}
            aria-describedby={`${id}-${option.id}-hint`}
            isDisabled={option.isDisabled}
            className={classNames(
              'group relative grid cursor-pointer grid-cols-[16px_1fr] content-start gap-x-2.5 gap-y-px rounded-m border border-line bg-surface px-3 pt-2.25 pb-2.5 transition-colors hover:border-line-strong',
              'data-selected:border-green data-selected:bg-green-wash data-selected:inset-ring data-selected:inset-ring-green data-disabled:cursor-not-allowed data-disabled:bg-sunken data-disabled:text-ink-faint',
            )}
          >
            <span className="mt-0.5 size-4 rounded-full border border-line-strong bg-surface group-data-selected:border-5 group-data-selected:border-green" />
            <b id={`${id}-${option.id}`} className="leading-tight font-medium">
              {option.label}
            </b>
            <span id={`${id}-${option.id}-hint`} className="col-start-2 text-xs text-ink-soft">
              {option.hint}
            </span>
          </Radio>
        ))}
      </div>
      <FieldRemarks hint={hint} error={error} />
    </RadioGroup>
  )
}
