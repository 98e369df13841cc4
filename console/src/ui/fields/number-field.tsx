import { Minus, Plus } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField'
import { Icon, type LucideIcon } from '../look/icon.tsx'
import { FieldLabel, FieldRemarks, type FieldWords, fieldStack } from './field.tsx'

interface NumberFieldProps extends Omit<FieldWords, 'lockedReason'> {
  /** A whole number; null: nothing is typed. */
  value: number | null
  onChange: (value: number | null) => void
  least: number
  most: number
  fewerLabel: string
  moreLabel: string
  isDisabled?: boolean
}

/** A whole number, typed, or stepped by buttons and arrow keys. */
export function NumberField(props: NumberFieldProps) {
  const { label, hint, error, isOptional, aside, value, onChange, least, most, fewerLabel, moreLabel, isDisabled } =
    props
  return (
    <AriaNumberField
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      minValue={least}
      maxValue={most}
      step={1}
      formatOptions={{ maximumFractionDigits: 0 }}
      isInvalid={Boolean(error)}
      isDisabled={isDisabled}
      validationBehavior="aria"
      className={fieldStack}
    >
      <FieldLabel label={label} isOptional={isOptional} aside={aside} />
      <Group className="field-edge flex w-36 items-center touch:min-h-11">
        <Step slot="decrement" icon={Minus} label={fewerLabel} />
        <Input className="min-h-9 w-full min-w-0 bg-transparent py-1.5 text-center tabular-nums outline-none" />
        <Step slot="increment" icon={Plus} label={moreLabel} />
      </Group>
      <FieldRemarks hint={hint} error={error} />
    </AriaNumberField>
  )
}

function Step({ slot, icon, label }: { slot: 'increment' | 'decrement'; icon: LucideIcon; label: string }) {
  return (
    <Button
      slot={slot}
      aria-label={label}
      className="finger-sized grid size-9 flex-none cursor-pointer place-items-center rounded-m text-ink-soft hover:bg-sunken hover:text-ink data-disabled:cursor-not-allowed data-disabled:text-ink-faint"
    >
      <Icon of={icon} />
    </Button>
  )
}
