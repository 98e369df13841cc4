import { X } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Button } from '../../../ui/actions/button.tsx'
import { Icon } from '../../../ui/look/icon.tsx'
import { startOf } from '../../../ui/time/days.ts'
import { useSpeech } from '../../../ui/words.tsx'
import { type Narrowing, narrowing } from '../address.ts'
import { useAddress, useChangeAddress, useClearFilters } from '../use-address.ts'
import { languageName } from '../visitor-name.ts'
import { useFilterChoices } from './use-filter-choices.ts'

/** What narrows the lists, each to be taken away by a press. */
export function FilterChips() {
  const { words: all, tag } = useSpeech()
  const words = all.conversations.filters
  const address = useAddress()
  const change = useChangeAddress()
  const clear = useClearFilters()
  const choices = useFilterChoices()
  const active = narrowing.filter((name) => address[name] !== undefined)
  if (active.length === 0) return null

  const named = (name: Narrowing): string => {
    const value = address[name] ?? ''
    if (name === 'mention') return words.mention
    if (name === 'from' || name === 'until')
      return words.chip[name](startOf(value).toLocaleDateString(tag, { dateStyle: 'medium' }))
    const known = choices[name].find(({ id }) => id === value)?.label
    return words.chip[name](known ?? (name === 'language' ? languageName(value, tag) : words.unknown))
  }
  return (
    <ul aria-label={words.active} className="flex flex-none flex-wrap items-center gap-1.5 px-3 pb-1.5">
      {active.map((name) => (
        <li key={name} className="flex max-w-full min-w-0">
          <AriaButton
            aria-label={words.remove(named(name))}
            onPress={() => change({ [name]: undefined })}
            className="finger-sized flex h-6.5 max-w-full min-w-0 cursor-pointer items-center gap-1 rounded-full bg-green-wash pr-1.5 pl-2.5 text-xs font-medium text-green transition-colors hover:bg-line"
          >
            <span className="truncate">{named(name)}</span>
            <Icon of={X} size="xs" className="flex-none" />
          </AriaButton>
        </li>
      ))}
      <li>
        <Button kind="quiet" size="small" onPress={clear}>
          {words.clear}
        </Button>
      </li>
    </ul>
  )
}
