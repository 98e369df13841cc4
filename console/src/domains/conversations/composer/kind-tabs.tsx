import { Reply, StickyNote } from 'lucide-react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { classNames } from '../../../ui/class-names.ts'
import { Icon } from '../../../ui/look/icon.tsx'
import { useWords } from '../../../ui/words.tsx'

export type WrittenKind = 'text' | 'note'

interface KindTabsProps {
  kind: WrittenKind
  onChange: (kind: WrittenKind) => void
}

const icons = { text: Reply, note: StickyNote }
const chosenLooks = {
  text: 'data-selected:bg-green-wash data-selected:text-green',
  note: 'data-selected:bg-surface data-selected:text-amber',
}

/** To whom one writes: the visitor, or colleagues alone. */
export function KindTabs({ kind, onChange }: KindTabsProps) {
  const words = useWords().conversations.composer
  const names = { text: words.reply, note: words.note }
  return (
    <ToggleButtonGroup
      aria-label={words.kind}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[kind]}
      onSelectionChange={(keys) => onChange(keys.has('note') ? 'note' : 'text')}
      className="flex gap-1"
    >
      {(['text', 'note'] as const).map((each) => (
        <ToggleButton
          key={each}
          id={each}
          className={classNames(
            'finger-sized flex h-7 cursor-pointer items-center gap-1.5 rounded-s px-2.5 text-s font-medium text-ink-soft transition-colors hover:text-ink phone:h-9',
            chosenLooks[each],
          )}
        >
          <Icon of={icons[each]} size="xs" />
          {names[each]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
