import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { useKept } from '../../../ui/kept.ts'
import { useWords } from '../../../ui/words.tsx'
import { keptWhose } from '../use-lists.ts'

/** Whether colleagues' open conversations are listed beside one's own. */
export function WhoseFilter() {
  const words = useWords().conversations.lists.whose
  const [whose, choose] = useKept(keptWhose)
  return (
    <ToggleButtonGroup
      aria-label={words.label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[whose]}
      onSelectionChange={(keys) => choose(keys.has('mine') ? 'mine' : 'all')}
      className="flex gap-0.5"
    >
      {(['mine', 'all'] as const).map((each) => (
        <ToggleButton
          key={each}
          id={each}
          className="finger-sized h-6 cursor-pointer rounded-s px-1.5 text-xs font-medium text-ink-soft transition-colors hover:text-ink data-selected:bg-sunken data-selected:text-ink"
        >
          {words[each]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
