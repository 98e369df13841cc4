import { Pencil, Trash2 } from 'lucide-react'
import type { Opening } from '#contract/appointments/openings.ts'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import { sayOpening } from './say-opening.ts'
import { useOpeningWords } from './use-opening-words.ts'

interface OpeningsListProps {
  kind: Opening['kind']
  openings: readonly Opening[]
  /** Null: the reader may only look. */
  acts: { onChange: (opening: Opening) => void; onRemove: (opening: Opening) => void } | null
}

/** Openings, or absences, each as a sentence; those that are soonest first. */
export function OpeningsList({ kind, openings, acts }: OpeningsListProps) {
  const { tag } = useSpeech()
  const words = useOpeningWords()
  const shown = openings.filter((one) => one.kind === kind).sort((one, other) => (one.from < other.from ? -1 : 1))
  const title = kind === 'opening' ? words.lists.openings : words.lists.absences
  return (
    <section className="grid content-start gap-2">
      <h3 className="text-s font-medium">{title}</h3>
      {shown.length === 0 && (
        <p className="text-s text-ink-soft">{kind === 'opening' ? words.lists.noOpenings : words.lists.noAbsences}</p>
      )}
      <ul className="grid gap-1.5">
        {shown.map((opening) => {
          const sentence = sayOpening(opening, { tag, words: words.say })
          return (
            <li
              key={opening.id}
              className="flex items-start gap-1 rounded-m border border-line bg-surface py-1 pr-1 pl-3"
            >
              <span className="min-w-0 flex-1 py-1.5 text-s">
                {sentence}
                {opening.label && <bdi className="block text-ink-soft">{opening.label}</bdi>}
              </span>
              {acts && (
                <>
                  <IconButton
                    icon={Pencil}
                    label={words.lists.change(sentence)}
                    onPress={() => acts.onChange(opening)}
                  />
                  <IconButton
                    icon={Trash2}
                    label={words.lists.remove(sentence)}
                    onPress={() => acts.onRemove(opening)}
                  />
                </>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
