import { Globe } from 'lucide-react'
import type { ComponentType } from 'react'
import type { ChannelKind } from '#contract/vocabulary.ts'
import type { LucideIcon } from '../../ui/look/icon.tsx'
import { AbsencePanel } from './absence-panel.tsx'
import { BeginsPanel } from './begins-panel.tsx'
import type { ChannelPanelProps } from './channel-wish.ts'
import { HoursPanel } from './hours/hours-panel.tsx'
import { LookPanel } from './look/look-panel.tsx'
import { PlacePanel } from './place-panel.tsx'
import { RatingPanel } from './rating-panel.tsx'
import { TextsPanel } from './texts/texts-panel.tsx'

/** What differs from kind to kind: its sign, and what its form is made of. A new kind is asked for by the compiler. */
export const kinds: Record<ChannelKind, { icon: LucideIcon; panels: readonly ComponentType<ChannelPanelProps>[] }> = {
  website: {
    icon: Globe,
    panels: [PlacePanel, LookPanel, TextsPanel, BeginsPanel, HoursPanel, AbsencePanel, RatingPanel],
  },
}
