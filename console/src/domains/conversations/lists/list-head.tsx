import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { classNames } from '../../../ui/class-names.ts'
import { Icon } from '../../../ui/look/icon.tsx'

interface ListHeadProps {
  id: string
  name: string
  /** Null: not counted. */
  count: { value: number; hasMore: boolean; label: string; isWarning: boolean } | null
  isFolded: boolean
  onFold: (isFolded: boolean) => void
  /** At the right: how it is sorted, or what is shown. */
  children?: ReactNode
}

/** A list's name over its cards; pressing it folds the list away. */
export function ListHead({ id, name, count, isFolded, onFold, children }: ListHeadProps) {
  return (
    <div className="sticky top-0 z-5 flex h-8.5 items-center gap-2 bg-paper pr-4 pl-1.5">
      <h2 id={id} className="text-s font-semibold">
        <Button
          aria-expanded={!isFolded}
          onPress={() => onFold(!isFolded)}
          className="finger-sized flex h-7 cursor-pointer items-center gap-1.5 rounded-s px-1.5 transition-colors hover:bg-sunken"
        >
          <Icon
            of={ChevronDown}
            size="xs"
            className={classNames('text-ink-soft transition-transform', isFolded && '-rotate-90')}
          />
          {name}
          {count && (
            <>
              <span
                aria-hidden="true"
                className={classNames(
                  'font-medium tabular-nums',
                  count.isWarning && count.value > 0 ? 'text-amber' : 'text-ink-soft',
                )}
              >
                {count.value}
                {count.hasMore && '+'}
              </span>
              <span className="unseen">{count.label}</span>
            </>
          )}
        </Button>
      </h2>
      <div className="ml-auto text-xs font-medium text-ink-soft">{children}</div>
    </div>
  )
}
