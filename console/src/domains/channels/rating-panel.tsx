import { Switch } from '../../ui/fields/switch.tsx'
import { Panel } from '../../ui/layout/panel.tsx'
import { useWords } from '../../ui/words.tsx'
import type { ChannelPanelProps } from './channel-wish.ts'

/** Whether visitors are asked how it was. */
export function RatingPanel({ form, isLocked }: ChannelPanelProps) {
  const words = useWords().channels
  const { value, onChange } = form.field('asksRating')
  return (
    <Panel title={words.rating.title}>
      <Switch
        label={words.rating.label}
        hint={words.rating.hint}
        isOn={value}
        onChange={onChange}
        lockedReason={isLocked ? words.readOnly : undefined}
      />
    </Panel>
  )
}
