import { Button } from 'react-aria-components/Button'
import { classNames } from '../../../ui/class-names.ts'
import { useKept } from '../../../ui/kept.ts'
import { useWords } from '../../../ui/words.tsx'
import { keptWhose } from '../use-lists.ts'

/** Whether colleagues' open conversations are listed beside one's own. */
export function WhoseFilter() {
  const words = useWords().conversations.lists.whose
  const [whose, choose] = useKept(keptWhose)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a line of text
    <span role="group" aria-label={words.label} className="flex gap-0.5">
      {(['mine', 'all'] as const).map((each) => (
        <Button
          key={each}
          aria-pressed={whose === each}
          onPress={() => choose(each)}
          className={classNames(
            'finger-sized h-6 cursor-pointer rounded-s px-1.5 text-xs font-medium transition-colors',
            whose === each ? 'bg-sunken text-ink' : 'text-ink-soft hover:text-ink',
          )}
        >
          {words[each]}
        </Button>
      ))}
    </span>
  )
}
