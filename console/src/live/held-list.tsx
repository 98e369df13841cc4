import type { Holding } from '#contract/agents.ts'
import { useSpeech } from '../ui/words.tsx'
import { useReassigningWords } from './use-reassigning-words.ts'

// The rest is a number: whoever has to deal with them sees them elsewhere.
const shownMost = 5

/** What keeps somebody here, as far as the reader may see it: when, what and with whom. */
export function HeldList({ holding: { count, listed } }: { holding: Pick<Holding, 'count' | 'listed'> }) {
  const { tag } = useSpeech()
  const words = useReassigningWords()
  const when = new Intl.DateTimeFormat(tag, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  const shown = listed.slice(0, shownMost)
  const more = count - shown.length
  if (shown.length === 0) return null
  return (
    <ul className="grid gap-1 text-s">
      {shown.map(({ id, at, what, who }) => (
        <li key={id}>
          <b className="font-medium text-ink tabular-nums">{when.format(new Date(at))}</b> · {what} · <bdi>{who}</bdi>
        </li>
      ))}
      {more > 0 && <li>{words.blocked.more(more)}</li>}
    </ul>
  )
}
