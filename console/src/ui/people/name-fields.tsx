import { limits } from '#contract/limits.ts'
import { TextField, type TextFieldProps } from '../fields/text-field.tsx'
import { useWords } from '../words.tsx'

type Field = Pick<TextFieldProps, 'value' | 'onChange' | 'error' | 'onBlur'>

interface NameFieldsProps {
  first: Field
  last: Field
  hint?: string
  size?: TextFieldProps['size']
  autoFocus?: boolean
  /** Whose name it is: the browser proposes the reader's own only for themselves. */
  isOwn?: boolean
}

/** First and last name side by side. Who has one name only leaves the last one empty. */
export function NameFields({ first, last, hint, size, autoFocus, isOwn = false }: NameFieldsProps) {
  const words = useWords().ui.personName
  const common = { size, maxLength: limits.nameLength }
  return (
    <div className="grid gap-4 not-phone:grid-cols-2">
      <TextField
        {...first}
        {...common}
        label={words.first}
        hint={hint}
        autoComplete={isOwn ? 'given-name' : 'off'}
        autoFocus={autoFocus}
      />
      <TextField {...last} {...common} label={words.last} isOptional autoComplete={isOwn ? 'family-name' : 'off'} />
    </div>
  )
}
