import { Switch } from '../../ui/fields/switch.tsx'
import { useWords } from '../../ui/words.tsx'
import type { FrameAvailability } from './frame-props.ts'

/** Whether one takes conversations now, in one press. Somebody who may not talk to visitors has nothing to switch. */
export function AvailabilitySwitch({ state, onChange, isBusy = false }: FrameAvailability) {
  const words = useWords().frame.availability
  if (state === 'inactive') return null
  return (
    <Switch
      label={words.available}
      isLabelUnseen
      isOn={state === 'available'}
      isBusy={isBusy}
      onChange={(isOn) => onChange(isOn ? 'available' : 'away')}
    />
  )
}
