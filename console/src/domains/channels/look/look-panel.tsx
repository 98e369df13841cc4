import { contrast, inkOn } from '#client/colour.ts'
import { limits } from '#contract/limits.ts'
import { sides } from '#contract/vocabulary.ts'
import { FieldGroup } from '../../../ui/fields/field-group.tsx'
import { NumberField } from '../../../ui/fields/number-field.tsx'
import { Segments } from '../../../ui/fields/segments.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { Panel } from '../../../ui/layout/panel.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import type { ChannelPanelProps } from '../channel-wish.ts'
import { isColour } from './is-colour.ts'
import { WidgetPreview } from './widget-preview.tsx'

/** Beside a white page, what is not text asks for this much (WCAG 2.2, 1.4.11). */
const leastContrast = 3

/** The widget's colour and place, with what it looks like. */
export function LookPanel({ form, isLocked }: ChannelPanelProps) {
  const words = useSpeech().words.channels
  const colour = form.field('colour')
  const side = form.field('side')
  const lockedReason = isLocked ? words.readOnly : undefined
  const whole = isColour(colour.value) ? colour.value.toLowerCase() : null
  const distance = (name: 'sidePx' | 'bottomPx') => (
    <NumberField
      {...form.field(name)}
      label={words.look[name]}
      least={0}
      most={limits.widgetDistancePx}
      fewerLabel={words.look.fewer}
      moreLabel={words.look.more}
      isDisabled={isLocked}
    />
  )
  return (
    <Panel title={words.look.title}>
      <div className="flex flex-wrap items-start gap-8">
        <div className="grid min-w-60 flex-1 gap-4">
          <div className="flex items-start gap-2">
            <input
              type="color"
              aria-label={words.look.pick}
              value={whole ?? '#0f6b4f'}
              disabled={isLocked}
              onChange={({ currentTarget }) => colour.onChange(currentTarget.value)}
              className="mt-6.5 size-9 flex-none cursor-pointer rounded-m border border-line-strong bg-surface p-0.5 touch:size-11"
            />
            <div className="flex-1">
              <TextField
                {...colour}
                onChange={(text) => colour.onChange(text.toLowerCase())}
                label={words.look.colour}
                hint={words.look.colourHint}
                isMono
                lockedReason={lockedReason}
              />
            </div>
          </div>
          {whole && <ContrastLine colour={whole} />}
          <FieldGroup label={words.look.side}>
            <div>
              <Segments
                label={words.look.side}
                options={sides.map((id) => ({ id, label: words.look.sides[id] }))}
                value={side.value}
                onChange={side.onChange}
                isDisabled={isLocked}
              />
            </div>
          </FieldGroup>
          <div className="flex flex-wrap gap-4">
            {distance('sidePx')}
            {distance('bottomPx')}
          </div>
        </div>
        <WidgetPreview wish={form.values} />
      </div>
    </Panel>
  )
}

/** Text on the colour can always be read, being white or black; the button may be lost on the page. */
function ContrastLine({ colour }: { colour: string }) {
  const { tag, words: all } = useSpeech()
  const words = all.channels.look
  const ink = inkOn(colour)
  const ratio = contrast(colour, ink).toLocaleString(tag, { maximumFractionDigits: 1 })
  return (
    <div className="grid gap-1 text-s">
      <p className="text-ink-soft">{words.contrast(ratio, ink === '#ffffff' ? 'white' : 'black')}</p>
      {contrast(colour, '#ffffff') < leastContrast && <p className="text-amber">{words.faint}</p>}
    </div>
  )
}
