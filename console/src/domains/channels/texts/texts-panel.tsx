import { useState } from 'react'
import { isLocale } from '#words/locale.ts'
import { Pill } from '../../../ui/feedback/pill.tsx'
import { languageNames } from '../../../ui/languages.ts'
import { Panel } from '../../../ui/layout/panel.tsx'
import { Tabs } from '../../../ui/lists/tabs.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import type { ChannelPanelProps } from '../channel-wish.ts'
import { AddLanguage } from './add-language.tsx'
import { LanguageActs } from './language-acts.tsx'
import { TextsFields } from './texts-fields.tsx'

const none = { title: '', greeting: '', away: '', rating: '' }

/** The languages the channel speaks, and its own words in each; the first is for whoever reads none of the others. */
export function TextsPanel({ form, isLocked }: ChannelPanelProps) {
  const { tag, words: all } = useSpeech()
  const words = all.channels.texts
  const languages = form.field('languages')
  const texts = form.field('texts')
  const nameOf = languageNames(tag)
  const [chosen, setChosen] = useState(languages.value[0] ?? 'fr')
  const [first = 'fr'] = languages.value
  const shown = languages.value.includes(chosen) ? chosen : first

  const add = (code: string) => {
    languages.onChange([...languages.value, code])
    setChosen(code)
  }
  return (
    <Panel title={words.title} text={words.hint}>
      <Tabs
        label={words.languages}
        value={shown}
        onChange={setChosen}
        tabs={languages.value.map((code) => ({
          id: code,
          label: (
            <>
              {nameOf(code)}{' '}
              {code === first && languages.value.length > 1 && <Pill kind="line">{words.byDefault}</Pill>}
            </>
          ),
          panel: (
            <div className="grid gap-4">
              <TextsFields
                value={texts.value[code] ?? none}
                onChange={(next) => texts.onChange({ ...texts.value, [code]: next })}
                hint={isLocale(code) ? words.emptyOwn : words.emptyOther(nameOf(first))}
                isLocked={isLocked}
              />
              {!isLocked && languages.value.length > 1 && (
                <LanguageActs
                  isFirst={code === first}
                  onFirst={() => languages.onChange([code, ...languages.value.filter((each) => each !== code)])}
                  onRemove={() => languages.onChange(languages.value.filter((each) => each !== code))}
                />
              )}
            </div>
          ),
        }))}
      />
      {!isLocked && <AddLanguage spoken={languages.value} onAdd={add} />}
      {(languages.error ?? texts.error) && (
        <p role="alert" className="text-s text-red">
          {languages.error ?? texts.error}
        </p>
      )}
    </Panel>
  )
}
