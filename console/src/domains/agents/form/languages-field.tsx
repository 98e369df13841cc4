import { Check, Plus, Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { Button } from '../../../ui/actions/button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { ComboBox } from '../../../ui/fields/combo-box.tsx'
import { FieldGroup } from '../../../ui/fields/field-group.tsx'
import { everyLanguage, languageNames, languagesInSight } from '../../../ui/languages.ts'
import { Icon } from '../../../ui/look/icon.tsx'
import { useSpeech } from '../../../ui/words.tsx'

interface LanguagesFieldProps {
  value: readonly string[]
  onChange: (languages: readonly string[]) => void
  error: string | null
}

/** The languages of the conversations somebody may take: the usual ones by a click each, every other by its name. */
export function LanguagesField({ value, onChange, error }: LanguagesFieldProps) {
  const { tag, words } = useSpeech()
  const said = words.agents.form
  const nameOf = useMemo(() => languageNames(tag), [tag])
  // A language that was taken away stays where it was, to be taken back.
  const [shown, setShown] = useState(() => languagesInSight(value))
  const [isSearching, setSearching] = useState(false)
  const inSight = [...shown, ...value.filter((code) => !shown.includes(code))]

  const toggle = (code: string, isOn: boolean) =>
    onChange(isOn ? [...value, code] : value.filter((each) => each !== code))
  const add = (code: string | null) => {
    if (code === null) return
    if (!shown.includes(code)) setShown([...shown, code])
    if (!value.includes(code)) onChange([...value, code])
    setSearching(false)
  }
  return (
    <FieldGroup label={said.languages} error={error}>
      <div className="flex flex-wrap gap-1.5">
        {inSight.map((code) => (
          <ToggleButton
            key={code}
            isSelected={value.includes(code)}
            onChange={(isOn) => toggle(code, isOn)}
            className={chipLook}
          >
            {({ isSelected }) => (
              <>
                <Icon of={isSelected ? Check : Plus} size="xs" />
                {nameOf(code)}
              </>
            )}
          </ToggleButton>
        ))}
        {!isSearching && (
          <Button size="small" kind="quiet" icon={Search} onPress={() => setSearching(true)}>
            {said.otherLanguage}
          </Button>
        )}
      </div>
      {isSearching && <LanguageSearch tag={tag} label={said.otherLanguageSearch} onChoose={add} />}
      <p className="text-s text-ink-soft">{said.languagesHint}</p>
    </FieldGroup>
  )
}

interface LanguageSearchProps {
  tag: string
  label: string
  onChoose: (code: string | null) => void
}

function LanguageSearch({ tag, label, onChoose }: LanguageSearchProps) {
  const options = useMemo(() => everyLanguage(tag), [tag])
  return <ComboBox label={label} options={options} value={null} onChange={onChoose} icon={Search} />
}

const chipLook = classNames(
  'inline-flex h-7.5 cursor-pointer items-center gap-1.5 rounded-full border border-line-strong bg-surface px-3 text-s font-medium text-ink-soft transition-colors hover:text-ink touch:h-11',
  'data-selected:border-green data-selected:bg-green-wash data-selected:text-green',
)
