import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { IconButton } from '../../ui/actions/icon-button.tsx'
import { Kbd } from '../../ui/keyboard/kbd.tsx'
import { Icon } from '../../ui/look/icon.tsx'
import { useIsNarrow, useIsPhone } from '../../ui/look/use-media-query.ts'
import { useWords } from '../../ui/words.tsx'

interface TopBarProps {
  title: string
  subAccountFilter?: ReactNode
  onSearch: () => void
}

/** Above the page: its title, the sub-account filter, the search that reaches everything. */
export function TopBar({ title, subAccountFilter, onSearch }: TopBarProps) {
  const words = useWords().frame
  const isNarrow = useIsNarrow()
  const isPhone = useIsPhone()
  return (
    <header className="flex h-14 min-w-0 flex-none items-center gap-3 border-b border-line bg-surface px-5 phone:h-13 phone:pr-2 phone:pl-4">
      <h1 className="truncate text-l font-semibold tracking-tight">{title}</h1>
      <div className="ml-auto flex items-center gap-2 phone:gap-0">
        {subAccountFilter}
        {isNarrow ? (
          <IconButton
            icon={Search}
            label={words.search}
            keys="mod+k"
            size={isPhone ? 'large' : 'medium'}
            onPress={onSearch}
          />
        ) : (
          <Button
            onPress={onSearch}
            className="inline-flex h-8.5 w-58 cursor-pointer items-center gap-2 rounded-m border border-line bg-sunken pr-1.5 pl-2.5 text-left text-s text-ink-soft transition-colors hover:border-line-strong"
          >
            <Icon of={Search} />
            <span className="flex-1">{words.search}</span>
            <Kbd keys="mod+k" />
          </Button>
        )}
      </div>
    </header>
  )
}
