import type { ChannelForAgent } from '#contract/channels.ts'
import { limits } from '#contract/limits.ts'
import { locales } from '#contract/vocabulary.ts'
import { localeNames } from '#words/locale.ts'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Panel } from '../../ui/layout/panel.tsx'
import { useWords } from '../../ui/words.tsx'

interface TextsPanelProps {
  value: ChannelForAgent['texts']
  onChange: (texts: ChannelForAgent['texts']) => void
  error: string | null
  isLocked: boolean
}

/** What the widget says, language by language; what is left empty falls back to the product's own words. */
export function TextsPanel({ value, onChange, error, isLocked }: TextsPanelProps) {
  const words = useWords().channels
  const lockedReason = isLocked ? words.readOnly : undefined
  return (
    <Panel title={words.texts.title} text={words.texts.hint}>
      <div className="grid grid-cols-2 gap-6 phone:grid-cols-1">
        {locales.map((locale) => {
          const texts = value[locale] ?? { title: '', greeting: '', away: '' }
          const change = (part: Partial<typeof texts>) => onChange({ ...value, [locale]: { ...texts, ...part } })
          return (
            <fieldset key={locale} className="grid content-start gap-3">
              <legend className="mb-2 font-medium">{localeNames[locale]}</legend>
              <TextField
                label={words.texts.heading}
                isOptional
                value={texts.title}
                maxLength={limits.channelTextLength}
                onChange={(title) => change({ title })}
                lockedReason={lockedReason}
              />
              <TextField
                label={words.texts.greeting}
                isOptional
                rows={2}
                value={texts.greeting}
                maxLength={limits.channelTextLength}
                onChange={(greeting) => change({ greeting })}
                lockedReason={lockedReason}
              />
            </fieldset>
          )
        })}
      </div>
      {error && (
        <p role="alert" className="text-s text-red">
          {error}
        </p>
      )}
    </Panel>
  )
}
