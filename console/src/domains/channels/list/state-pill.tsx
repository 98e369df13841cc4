import type { ChannelState } from '#contract/vocabulary.ts'
import { Pill } from '../../../ui/feedback/pill.tsx'
import { useWords } from '../../../ui/words.tsx'

const looks = { running: 'green', paused: 'amber', archived: 'plain' } as const

/** Whether a channel is in use; of one that is, only where it is asked for. */
export function StatePill({ state, isAlways = false }: { state: ChannelState; isAlways?: boolean }) {
  const words = useWords().channels.states
  return state === 'running' && !isAlways ? null : <Pill kind={looks[state]}>{words[state]}</Pill>
}
