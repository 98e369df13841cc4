import { limits } from '#contract/limits.ts'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Panel } from '../../ui/layout/panel.tsx'
import { useWords } from '../../ui/words.tsx'
import type { ChannelPanelProps } from './channel-wish.ts'
import { SitesField } from './sites-field.tsx'

/** What the channel is called, and where its widget may run. */
export function PlacePanel({ form, isLocked }: ChannelPanelProps) {
  const words = useWords().channels
  return (
    <Panel title={words.place}>
      <TextField
        {...form.field('name')}
        label={words.name}
        hint={words.nameHint}
        name="name"
        maxLength={limits.nameLength}
        lockedReason={isLocked ? words.readOnly : undefined}
      />
      <SitesField {...form.field('sites')} isLocked={isLocked} />
    </Panel>
  )
}
