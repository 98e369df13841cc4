import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { Icon, type LucideIcon } from '../look/icon.tsx'
import { useWords } from '../words.tsx'
import { FieldLabel, FieldRemarks, type FieldWords, fieldStack } from './field.tsx'
import { type Option, OptionList } from './options.tsx'

interface ComboBoxProps<T extends string> extends FieldWords {
  options: readonly Option<T>[]
  value: T | null
  onChange: (value: T | null) => void
  placeholder?: string
  icon?: LucideIcon
  isDisabled?: boolean
}

/** One of a long list, found by typing part of its name. */
export function ComboBox<T extends string>(props: ComboBoxProps<T>) {
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
  } = props
  const words = useWords().ui.choice
  return (
    <AriaComboBox
      defaultItems={options}
      value={value}
      onChange={(id) => onChange(options.find((option) => option.id === id)?.id ?? null)}
      isInvalid={Boolean(error)}
      isDisabled={isDisabled}
      isReadOnly={lockedReason !== undefined}
      validationBehavior="aria"
      menuTrigger="focus"
      allowsEmptyCollection
      className={fieldStack}
    >
      <FieldLabel label={label} isOptional={isOptional} aside={aside} />
      <Group className="field-edge flex min-h-9 items-center gap-2 pl-3 touch:min-h-11">
        {icon && <Icon of={icon} className="flex-none text-ink-soft" />}
        <Input
          placeholder={placeholder ?? words.search}
          className="w-full min-w-0 bg-transparent py-1.5 outline-none placeholder:text-ink-faint"
        />
        <Button
          aria-label={words.open}
          className="grid size-9 flex-none cursor-pointer place-items-center rounded-s text-ink-soft"
        >
          <Icon of={ChevronDown} />
        </Button>
      </Group>
      <OptionList options={options} />
      <FieldRemarks hint={hint} error={error} lockedReason={lockedReason} />
    </AriaComboBox>
  )
}
