import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { classNames } from '../class-names.ts'
import { Icon, type LucideIcon } from '../look/icon.tsx'
import { useWords } from '../words.tsx'
import { FieldLabel, FieldRemarks, type FieldWords, fieldStack } from './field.tsx'
import { type Option, OptionList } from './options.tsx'

interface SelectProps<T extends string> extends FieldWords {
  options: readonly Option<T>[]
  value: T | null
  onChange: (value: T) => void
  placeholder?: string
  icon?: LucideIcon
  isDisabled?: boolean
  /** `pick`: a filter in a bar, its label inside (« Rôle : tous »). */
  look?: 'field' | 'pick'
  /** A pick in a bar too narrow for words: its icon alone on a phone. */
  isIconOnPhone?: boolean
  /** The label is for screen readers only: the place says what is chosen. */
  isLabelUnseen?: boolean
  /** Wrong for a reason that is told beside it. */
  isWrong?: boolean
}

/** One of a list that opens. Longer lists, and those somebody would search, are a ComboBox. */
export function Select<T extends string>(props: SelectProps<T>) {
  const {
    label,
    hint,
    error,
    isOptional,
    aside,
    lockedReason,
    options,
    value,
    onChange,
    placeholder,
    icon,
    isDisabled,
    look = 'field',
    isIconOnPhone = false,
    isLabelUnseen = false,
    isWrong = false,
  } = props
  const words = useWords().ui.choice
  const choose = (id: unknown) => {
    const chosen = options.find((option) => option.id === id)
    if (chosen) onChange(chosen.id)
  }
  const isPick = look === 'pick'
  const shown = options.find(({ id }) => id === value)?.label ?? placeholder ?? words.placeholder
  return (
    <AriaSelect
      value={value}
      onChange={choose}
      // The name holds what is seen, in its order (WCAG 2.5.3).
      aria-label={isPick ? `${words.labelled(label)} ${shown}` : isLabelUnseen ? label : undefined}
      isInvalid={Boolean(error) || isWrong}
      isDisabled={isDisabled || lockedReason !== undefined}
      validationBehavior="aria"
      className={isPick ? 'min-w-0' : fieldStack}
    >
      {!isPick && !isLabelUnseen && <FieldLabel label={label} isOptional={isOptional} aside={aside} />}
      <Button
        className={classNames(
          'flex cursor-pointer items-center gap-2 text-left data-disabled:cursor-not-allowed',
          isPick
            ? classNames(pickLook, isIconOnPhone && 'phone:size-11 phone:justify-center phone:border-transparent')
            : 'field-edge min-h-9 w-full px-3 py-1.5 data-disabled:border-line data-disabled:bg-sunken data-disabled:text-ink-soft touch:min-h-11',
          !isPick && (error || isWrong) && 'border-red inset-ring inset-ring-red',
        )}
      >
        {icon && <Icon of={icon} className="flex-none text-ink-soft" />}
        {isPick ? (
          <span className={classNames('truncate', isIconOnPhone && 'phone:unseen')}>
            <span className="text-ink-soft">{words.labelled(label)} </span>
            <b className="font-medium">{shown}</b>
          </span>
        ) : (
          <SelectValue className="min-w-0 flex-1 truncate data-placeholder:text-ink-faint">{shown}</SelectValue>
        )}
        <Icon
          of={ChevronDown}
          size={isPick ? 'xs' : 'm'}
          className={classNames('flex-none text-ink-soft', isIconOnPhone && 'phone:hidden')}
        />
      </Button>
      <OptionList options={options} />
      {!isPick && (error || !isWrong) && <FieldRemarks hint={hint} error={error} lockedReason={lockedReason} />}
    </AriaSelect>
  )
}

const pickLook =
  'finger-sized h-8.5 max-w-full rounded-m border border-line bg-surface px-2.5 text-s transition-colors hover:border-line-strong aria-expanded:border-line-strong'
