import type { ChannelTexts } from '#contract/channels.ts'
import { limits } from '#contract/limits.ts'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { useWords } from '../../../ui/words.tsx'

interface TextsFieldsProps {
  value: ChannelTexts
  onChange: (texts: ChannelTexts) => void
  /** What is said instead of an empty one. */
  hint: string
  isLocked: boolean
}

/** What the widget says in one language. */
export function TextsFields({ value, onChange, hint, isLocked }: TextsFieldsProps) {
  const words = useWords().channels
  const field = (part: keyof ChannelTexts, label: string, rows?: number) => (
    <TextField
      label={label}
      isOptional
      {...(rows && { rows })}
      value={value[part]}
      maxLength={limits.channelTextLength}
      onChange={(text) => onChange({ ...value, [part]: text.replaceAll('\n', ' ') })}
      lockedReason={isLocked ? words.readOnly : undefined}
    />
  )
  return (
    <>
      {field('title', words.texts.heading)}
      {field('greeting', words.texts.greeting, 2)}
      {field('away', words.texts.away, 2)}
      {field('rating', words.texts.rating, 2)}
      <p className="text-s text-ink-soft">{hint}</p>
    </>
  )
}
