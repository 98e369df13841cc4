import { useId } from 'react'
import { Checkbox } from '../../ui/fields/checkbox.tsx'
import { useSpeech } from '../../ui/words.tsx'

/** Languages that visitors of French and English sites write in most. */
const offered = ['fr', 'en', 'de', 'es', 'it', 'nl', 'pt', 'ar']

interface LanguagesFieldProps {
  label: string
  value: string[]
  onChange: (languages: string[]) => void
  error: string | null
}

/** The languages of the conversations somebody may take, by a click each. */
export function LanguagesField({ label, value, onChange, error }: LanguagesFieldProps) {
  const { tag } = useSpeech()
  const errorId = useId()
  const names = new Intl.DisplayNames(tag, { type: 'language' })
  const toggle = (code: string, isOn: boolean) =>
    onChange(isOn ? [...value, code] : value.filter((each) => each !== code))
  return (
    <fieldset aria-describedby={error ? errorId : undefined} className="grid gap-2">
      <legend className="mb-2 text-s font-medium">{label}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {offered.map((code) => (
          <Checkbox key={code} isSelected={value.includes(code)} onChange={(isOn) => toggle(code, isOn)}>
            <span className="capitalize">{names.of(code) ?? code}</span>
          </Checkbox>
        ))}
      </div>
      {error && (
        <span id={errorId} className="text-s text-red">
          {error}
        </span>
      )}
    </fieldset>
  )
}
