import { MessageCircle } from 'lucide-react'
import { inkOn } from '#client/colour.ts'
import type { ChannelForAgent } from '#contract/channels.ts'
import { useMe } from '../../live/session.ts'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Panel } from '../../ui/layout/panel.tsx'
import { Icon } from '../../ui/look/icon.tsx'
import { useSpeech } from '../../ui/words.tsx'

export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text)

interface LookPanelProps {
  value: string
  onChange: (colour: string) => void
  error: string | null
  texts: ChannelForAgent['texts']
  isLocked: boolean
}

/** The widget's colour, with what it looks like. */
export function LookPanel({ value, onChange, error, texts, isLocked }: LookPanelProps) {
  const { words: all, locale } = useSpeech()
  const words = all.channels
  const { organisationName } = useMe()
  const colour = isColour(value) ? value.toLowerCase() : '#0f6b4f'
  return (
    <Panel title={words.look.title}>
      <div className="flex flex-wrap items-end gap-6">
        <div className="flex min-w-60 flex-1 items-end gap-2">
          <input
            type="color"
            aria-label={words.look.pick}
            value={colour}
            disabled={isLocked}
            onChange={(event) => onChange(event.currentTarget.value)}
            className="size-9 flex-none cursor-pointer rounded-m border border-line-strong bg-surface p-0.5"
          />
          <div className="flex-1">
            <TextField
              label={words.look.colour}
              hint={words.look.colourHint}
              value={value}
              onChange={(text) => onChange(text.toLowerCase())}
              error={error}
              isMono
              lockedReason={isLocked ? words.readOnly : undefined}
            />
          </div>
        </div>
        <figure
          aria-label={words.preview}
          className="grid w-60 overflow-hidden rounded-l border border-line shadow-float"
        >
          <div className="grid gap-1 p-4" style={{ background: colour, color: inkOn(colour) }}>
            <b className="text-l">{texts[locale]?.title || words.usual.title(organisationName)}</b>
            <span className="text-s">{texts[locale]?.greeting || words.usual.greeting}</span>
          </div>
          <div className="flex justify-end bg-surface p-3">
            <span
              className="grid size-11 place-items-center rounded-full"
              style={{ background: colour, color: inkOn(colour) }}
            >
              <Icon of={MessageCircle} size="l" />
            </span>
          </div>
        </figure>
      </div>
    </Panel>
  )
}
