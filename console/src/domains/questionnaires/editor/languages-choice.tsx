import { useMemo } from 'react'
import { Checkbox } from '../../../ui/fields/checkbox.tsx'
import { FieldGroup } from '../../../ui/fields/field-group.tsx'
import { languageNames } from '../../../ui/languages.ts'
import { useSpeech } from '../../../ui/words.tsx'

interface LanguagesChoiceProps {
  label: string
  hint?: string
  error?: string | null
  /** Those to choose from; chosen ones beyond them stay. */
  languages: readonly string[]
  value: readonly string[]
  onChange: (languages: string[]) => void
  isDisabled: boolean
}

/** Some of a few languages. */
export function LanguagesChoice({ label, hint, error, languages, value, onChange, isDisabled }: LanguagesChoiceProps) {
  const { tag } = useSpeech()
  const nameOf = useMemo(() => languageNames(tag), [tag])
  return (
    <FieldGroup label={label} error={error}>
      <div className="flex flex-wrap gap-x-5 gap-y-1.5">
        {[...new Set([...languages, ...value])].map((language) => (
          <Checkbox
            key={language}
            isSelected={value.includes(language)}
            isDisabled={isDisabled}
            onChange={(isOn) => onChange(isOn ? [...value, language] : value.filter((one) => one !== language))}
          >
            {nameOf(language)}
          </Checkbox>
        ))}
      </div>
      {hint && <p className="text-s text-ink-soft">{hint}</p>}
    </FieldGroup>
  )
}
