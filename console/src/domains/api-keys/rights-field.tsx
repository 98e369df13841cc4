import { useId } from 'react'
import type { KeyRight } from '#contract/key-rights.ts'
import { Checkbox } from '../../ui/fields/checkbox.tsx'
import { useWords } from '../../ui/words.tsx'

interface RightsFieldProps {
  /** What the person may give. */
  rights: readonly KeyRight[]
  value: readonly KeyRight[]
  onChange: (rights: readonly KeyRight[]) => void
  error: string | null
}

/** What a key may do: each right in words, none ticked from the start. */
export function RightsField({ rights, value, onChange, error }: RightsFieldProps) {
  const words = useWords().apiKeys
  const id = useId()
  const choose = (right: KeyRight, isChosen: boolean) =>
    onChange(rights.filter((one) => (one === right ? isChosen : value.includes(one))))
  return (
    <fieldset aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`} className="grid gap-2">
      <legend className="mb-1 text-s font-medium">{words.dialog.rights}</legend>
      <span id={`${id}-hint`} className="text-s text-ink-soft">
        {words.dialog.rightsHint}
      </span>
      {rights.map((right) => (
        <Checkbox
          key={right}
          isSelected={value.includes(right)}
          onChange={(isChosen) => choose(right, isChosen)}
          hint={words.right[right].hint}
        >
          {words.right[right].label}
        </Checkbox>
      ))}
      {error && (
        <span id={`${id}-error`} className="text-s text-red">
          {error}
        </span>
      )}
    </fieldset>
  )
}
