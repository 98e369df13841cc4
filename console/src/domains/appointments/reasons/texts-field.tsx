import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { ReasonText } from '#contract/appointments/reasons.ts'
import { limits } from '#contract/limits.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Pill } from '../../../ui/feedback/pill.tsx'
import { ComboBox } from '../../../ui/fields/combo-box.tsx'
import { FieldGroup } from '../../../ui/fields/field-group.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { everyLanguage, languageNames } from '../../../ui/languages.ts'
import { Tabs } from '../../../ui/lists/tabs.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import { useReasonWords } from './use-reason-words.ts'

interface TextsFieldProps {
  value: readonly ReasonText[]
  onChange: (texts: readonly ReasonText[]) => void
  error: string | null
}

/** What visitors read of a reason, a tab per language; the first is for whoever reads none of the others. */
export function TextsField({ value, onChange, error }: TextsFieldProps) {
  const { tag } = useSpeech()
  const words = useReasonWords().form.texts
  const nameOf = languageNames(tag)
  const [chosen, setChosen] = useState<string | null>(null)
  const shown = value.find(({ language }) => language === chosen) ?? value[0]
  const change = (language: string, part: Partial<ReasonText>) =>
    onChange(value.map((one) => (one.language === language ? { ...one, ...part } : one)))

  const add = (language: string) => {
    onChange([...value, { language, title: '', description: '' }])
    setChosen(language)
  }
  const lacksTitle = ({ title }: ReasonText) => error !== null && title.trim() === ''
  return (
    <FieldGroup label={words.title}>
      <Tabs
        label={words.languages}
        value={shown?.language ?? ''}
        onChange={setChosen}
        tabs={value.map((text, index) => ({
          id: text.language,
          label: (
            <>
              {nameOf(text.language)}
              {index === 0 && value.length > 1 && <Pill kind="line">{words.byDefault}</Pill>}
              {lacksTitle(text) && <span className="size-2 rounded-full bg-red" />}
            </>
          ),
          panel: (
            <div className="grid gap-3">
              <TextField
                label={words.label}
                value={text.title}
                maxLength={limits.nameLength}
                onChange={(title) => change(text.language, { title })}
                error={lacksTitle(text) ? error : null}
                hint={index === 0 && value.length > 1 ? words.first : undefined}
              />
              <TextField
                label={words.description}
                isOptional
                rows={2}
                value={text.description}
                maxLength={limits.descriptionLength}
                onChange={(description) => change(text.language, { description })}
              />
              {value.length > 1 && (
                <div className="flex flex-wrap gap-2">
                  {index > 0 && (
                    <Button
                      size="small"
                      onPress={() => onChange([text, ...value.filter(({ language }) => language !== text.language)])}
                    >
                      {words.makeFirst}
                    </Button>
                  )}
                  <Button
                    size="small"
                    kind="quiet"
                    onPress={() => onChange(value.filter(({ language }) => language !== text.language))}
                  >
                    {words.remove}
                  </Button>
                </div>
              )}
            </div>
          ),
        }))}
      />
      {error && !value.some(lacksTitle) && (
        <p role="alert" className="text-s text-red">
          {error}
        </p>
      )}
      {value.length < limits.languagesPerChannel && <AddLanguage spoken={value} onAdd={add} />}
    </FieldGroup>
  )
}

function AddLanguage({ spoken, onAdd }: { spoken: readonly ReasonText[]; onAdd: (language: string) => void }) {
  const { tag } = useSpeech()
  const words = useReasonWords().form.texts
  const [isSearching, setSearching] = useState(false)
  const others = useMemo(
    () => everyLanguage(tag).filter(({ id }) => !spoken.some(({ language }) => language === id)),
    [tag, spoken],
  )
  if (!isSearching)
    return (
      <div>
        <Button kind="quiet" size="small" icon={Plus} onPress={() => setSearching(true)}>
          {words.add}
        </Button>
      </div>
    )
  const choose = (language: string | null) => {
    if (language === null) return
    setSearching(false)
    onAdd(language)
  }
  return <ComboBox label={words.add} options={others} value={null} onChange={choose} />
}
