import { Reply, StickyNote } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { classNames } from '../../../ui/class-names.ts'
import { Icon } from '../../../ui/look/icon.tsx'
import { useWords } from '../../../ui/words.tsx'

export type WrittenKind = 'text' | 'note'

interface KindTabsProps {
  kind: WrittenKind
  onChange: (kind: WrittenKind) => void
}

const icons = { text: Reply, note: StickyNote }
const chosen = { text: 'bg-green-wash text-green', note: 'bg-amber-wash text-amber' }

/** To whom one writes: the visitor, or colleagues alone. */
export function KindTabs({ kind, onChange }: KindTabsProps) {
  const words = useWords().conversations.composer
  const names = { text: words.reply, note: words.note }
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons are no fieldset of a form
    <div role="group" aria-label={words.kind} className="flex gap-1">
      {(['text', 'note'] as const).map((each) => (
        <Button
          key={each}
          aria-pressed={kind === each}
          onPress={() => onChange(each)}
          className={classNames(
            'finger-sized flex h-7 cursor-pointer items-center gap-1.5 rounded-s px-2.5 text-s font-medium transition-colors phone:h-9',
            kind === each ? chosen[each] : 'text-ink-soft hover:text-ink',
          )}
        >
          <Icon of={icons[each]} size="xs" />
          {names[each]}
        </Button>
      ))}
    </div>
  )
}
