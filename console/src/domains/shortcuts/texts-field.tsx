import { Plus, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { limits } from '#contract/limits.ts'
import { type ShortcutVariable, shortcutVariables } from '#contract/shortcut-variables.ts'
import type { ShortcutText } from '#contract/shortcuts.ts'
import { useMe } from '../../live/session.ts'
import { fillShortcut } from '../../live/shortcuts/fill.ts'
import { useKnown } from '../../live/use-live.tsx'
import { Button } from '../../ui/actions/button.tsx'
import { IconButton } from '../../ui/actions/icon-button.tsx'
import { ComboBox } from '../../ui/fields/combo-box.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { everyLanguage } from '../../ui/languages.ts'
import { useSpeech, useWords } from '../../ui/words.tsx'
import { faultOf, textFieldName } from './text-faults.ts'

interface TextsFieldProps {
  value: readonly ShortcutText[]
  onChange: (texts: readonly ShortcutText[]) => void
  /** Something is wrong: each text says what. */
  error: string | null
}

/** What a shortcut says, a text per language; the first is the fallback. Each with its variables and a preview. */
export function TextsField({ value, onChange, error }: TextsFieldProps) {
  const { tag, words } = useSpeech()
  const said = words.shortcuts.form
  const names = useMemo(() => new Intl.DisplayNames(tag, { type: 'language' }), [tag])
  const [isAdding, setAdding] = useState(false)
  const others = useMemo(() => everyLanguage(tag), [tag]).filter(
    ({ id }) => !value.some(({ language }) => language === id),
  )
  const change = (language: string, text: string) =>
    onChange(value.map((one) => (one.language === language ? { language, text } : one)))
  const add = (language: string | null) => {
    setAdding(false)
    if (language !== null) onChange([...value, { language, text: '' }])
  }
  return (
    <>
      {value.map((one, index) => {
        const name = names.of(one.language) ?? one.language
        return (
          <div key={one.language} className="grid gap-1.5">
            <TextField
              label={said.textIn(name)}
              aside={
                value.length > 1 && (
                  <IconButton
                    icon={X}
                    size="small"
                    label={said.removeLanguage(name)}
                    onPress={() => onChange(value.filter(({ language }) => language !== one.language))}
                  />
                )
              }
              hint={index === 0 && value.length > 1 ? said.fallback : undefined}
              name={textFieldName(one.language)}
              rows={3}
              maxLength={limits.shortcutTextLength}
              value={one.text}
              onChange={(text) => change(one.language, text)}
              error={error && faultOf(one, said)?.message}
            />
            <Variables language={one.language} onInsert={(text) => change(one.language, text)} />
            <Preview text={one.text} />
          </div>
        )
      })}
      {isAdding ? (
        <ComboBox label={said.addLanguage} options={others} value={null} onChange={add} />
      ) : (
        value.length < limits.languagesPerShortcut && (
          <div>
            <Button kind="quiet" size="small" icon={Plus} onPress={() => setAdding(true)}>
              {said.addLanguage}
            </Button>
          </div>
        )
      )}
    </>
  )
}

/** Puts a variable where the caret stands in its text. */
function Variables({ language, onInsert }: { language: string; onInsert: (text: string) => void }) {
  const words = useWords().shortcuts
  const insert = (variable: ShortcutVariable) => {
    const [field] = document.getElementsByName(textFieldName(language))
    if (!(field instanceof HTMLTextAreaElement)) return
    const { value, selectionStart, selectionEnd } = field
    const written = `{{${variable}}}`
    onInsert(value.slice(0, selectionStart) + written + value.slice(selectionEnd))
    // Once the new text is drawn.
    requestAnimationFrame(() => {
      field.focus()
      field.setSelectionRange(selectionStart + written.length, selectionStart + written.length)
    })
  }
  return (
    <fieldset className="flex flex-wrap items-center gap-1">
      <legend className="float-left pr-1 text-xs text-ink-soft">{words.form.variables}</legend>
      {shortcutVariables.map((variable) => (
        <button
          key={variable}
          type="button"
          title={`{{${variable}}}`}
          onClick={() => insert(variable)}
          className="finger-sized h-6 cursor-pointer rounded-full bg-sunken px-2 text-xs text-ink-soft transition-colors hover:bg-line hover:text-ink touch:h-11 touch:px-3"
        >
          {words.variables[variable]}
        </button>
      ))}
    </fieldset>
  )
}

/** The text as a made-up visitor would read it. */
function Preview({ text }: { text: string }) {
  const { samples, variables, form } = useWords().shortcuts
  const { shownName, organisationName } = useMe()
  const subAccount = useKnown((state) => state.subAccounts[0]?.name, undefined)
  if (!text.includes('{{')) return null
  const values = {
    ...samples,
    'agent.name': shownName,
    'agent.firstName': shownName.split(/\s/)[0] ?? shownName,
    'organisation.name': organisationName,
    'subAccount.name': subAccount ?? organisationName,
  }
  return (
    <div className="grid gap-1 rounded-m bg-paper px-3 py-2">
      <span className="text-xs text-ink-soft">{form.preview}</span>
      <p className="break-words whitespace-pre-wrap">{fillShortcut(text, values, variables)}</p>
    </div>
  )
}
