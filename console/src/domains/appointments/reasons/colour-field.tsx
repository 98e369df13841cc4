import { Check } from 'lucide-react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { inkOn } from '#client/colour.ts'
import { FieldLabel } from '../../../ui/fields/field.tsx'
import { Icon } from '../../../ui/look/icon.tsx'
import { colours } from './reason-wish.ts'
import { useReasonWords } from './use-reason-words.ts'

/** One of a few colours that go together, or any other. */
export function ColourField({ value, onChange }: { value: string; onChange: (colour: string) => void }) {
  const words = useReasonWords().form
  const isOther = !colours.some((colour) => colour === value)
  return (
    <RadioGroup value={isOther ? null : value} onChange={onChange} className="flex flex-col gap-1.5">
      <FieldLabel label={words.colour} />
      <div className="flex flex-wrap items-center gap-2">
        {colours.map((colour, index) => (
          <Radio
            key={colour}
            value={colour}
            aria-label={words.colours[index] ?? colour}
            style={{ backgroundColor: colour, color: inkOn(colour) }}
            className="finger-sized grid size-7 cursor-pointer place-items-center rounded-full"
          >
            {colour === value && <Icon of={Check} size="xs" />}
          </Radio>
        ))}
        <input
          type="color"
          aria-label={words.otherColour}
          title={words.otherColour}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value.toLowerCase())}
          className="size-8 flex-none cursor-pointer rounded-m border border-line-strong bg-surface p-0.5 touch:size-11"
        />
      </div>
    </RadioGroup>
  )
}
