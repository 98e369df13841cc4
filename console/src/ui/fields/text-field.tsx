import { Lock } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField'
import { classNames } from '../class-names.ts'
import { Icon, type LucideIcon } from '../look/icon.tsx'
import { FieldLabel, FieldRemarks, type FieldWords, fieldStack } from './field.tsx'

export interface TextFieldProps
  extends FieldWords,
    Pick<
      AriaTextFieldProps,
      | 'name'
      | 'type'
      | 'autoComplete'
      | 'autoFocus'
      | 'inputMode'
      | 'maxLength'
      | 'isRequired'
      | 'isDisabled'
      | 'isReadOnly'
      | 'spellCheck'
      | 'onBlur'
      | 'onKeyDown'
      | 'onPaste'
    > {
  value: string
  onChange?: (value: string) => void
  placeholder?: string
  icon?: LucideIcon
  /** Inside the field's edge, after the text: a button. */
  end?: ReactNode
  /** More than one line to begin with: the field grows with its text. */
  rows?: number
  size?: 'medium' | 'tall'
  /** The label is for screen readers only: the place says what the field is. */
  isLabelUnseen?: boolean
  isMono?: boolean
}

/** Words typed by a person, on one line or several. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    hint,
    error,
    isOptional,
    aside,
    lockedReason,
    icon,
    end,
    rows,
    placeholder,
    isLabelUnseen,
    isMono,
    size = 'medium',
    isReadOnly,
    ...rest
  } = props
  const id = useId()
  const inner = classNames(
    'w-full min-w-0 bg-transparent outline-none placeholder:text-ink-faint data-disabled:cursor-not-allowed',
    isMono && 'font-mono text-s',
  )
  return (
    <AriaTextField
      {...rest}
      id={id}
      aria-label={isLabelUnseen ? label : undefined}
      isReadOnly={isReadOnly || lockedReason !== undefined}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className={fieldStack}
    >
      {({ isReadOnly: isFixed }) => (
        <>
          {!isLabelUnseen && <FieldLabel label={label} isOptional={isOptional} aside={aside} />}
          <Group
            isReadOnly={isFixed}
            className={classNames(
              'field-edge flex items-center gap-2 px-3 touch:min-h-11',
              size === 'tall' ? 'min-h-10' : 'min-h-9',
            )}
          >
            {icon && <Icon of={icon} className="flex-none text-ink-soft" />}
            {rows ? (
              <TextArea
                rows={rows}
                placeholder={placeholder}
                // `field-sizing` follows the text alone.
                style={{ minHeight: `calc(${rows}lh + 1rem)` }}
                className={classNames(inner, 'field-sizing-content max-h-60 resize-none py-2')}
              />
            ) : (
              <Input placeholder={placeholder} className={classNames(inner, 'py-1.5')} />
            )}
            {lockedReason && <Icon of={Lock} className="flex-none text-ink-soft" />}
            {end}
          </Group>
          <FieldRemarks hint={lockedReason ?? hint} error={error} />
        </>
      )}
    </AriaTextField>
  )
}
