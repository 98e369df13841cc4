import type { LetterForAgent } from '#contract/letters.ts'
import { Pill } from '../../ui/feedback/pill.tsx'
import { formatRelative } from '../../ui/time/format-time.ts'
import { useNow } from '../../ui/time/use-now.ts'
import { useSpeech } from '../../ui/words.tsx'

const kinds = { waiting: 'amber', retrying: 'amber', sent: 'green', failed: 'red' } as const

/** Where a letter stands, how often it was tried, and when it is tried again. */
export function LetterState({ letter }: { letter: LetterForAgent }) {
  const { words, tag } = useSpeech()
  const now = useNow(15_000)
  const said = words.letters
  const details = [
    letter.attempts > 0 && letter.state !== 'sent' ? said.attempts(letter.attempts) : null,
    letter.nextAttemptAt && letter.state === 'retrying'
      ? said.nextAttempt(formatRelative(new Date(letter.nextAttemptAt), now, tag, words.ui.time))
      : null,
  ].filter((detail) => detail !== null)
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Pill kind={kinds[letter.state]}>{said.states[letter.state]}</Pill>
      {details.length > 0 && <span className="text-s text-ink-soft">{details.join(' · ')}</span>}
    </span>
  )
}
