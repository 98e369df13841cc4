import { Check, CloudOff, TriangleAlert } from 'lucide-react'
import type { BuilderWords } from '#words/builder.ts'
import { Icon } from '../../../ui/look/icon.tsx'
import { formatHour } from '../../../ui/time/format-time.ts'
import { useSpeech } from '../../../ui/words.tsx'
import type { SavingState } from './draft-saver.ts'

/** Whether what stands here is kept, in a few words. Said to screen readers when it goes wrong, not at each saving. */
export function SavingLine({ state, words: { saving: words } }: { state: SavingState; words: BuilderWords }) {
  const { tag } = useSpeech()
  const isWrong = state.kind === 'failed' || state.kind === 'refused'
  return (
    <span
      role={isWrong ? 'status' : undefined}
      className={`flex min-w-0 items-center gap-1.5 text-s ${isWrong ? 'text-red' : 'text-ink-soft'}`}
    >
      {state.kind === 'saved' && <Icon of={Check} size="xs" className="flex-none" />}
      {state.kind === 'failed' && <Icon of={CloudOff} size="xs" className="flex-none" />}
      {state.kind === 'refused' && <Icon of={TriangleAlert} size="xs" className="flex-none" />}
      <span className="truncate">{text()}</span>
    </span>
  )

  function text(): string {
    switch (state.kind) {
      case 'saved':
        return state.at === null ? words.unchanged : words.saved(formatHour(new Date(state.at), tag))
      case 'refused':
        return words.refused(state.message)
      case 'overtaken':
        return words.waiting
      default:
        return words[state.kind]
    }
  }
}
