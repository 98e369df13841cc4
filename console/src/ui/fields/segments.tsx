import type { Key, ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { classNames } from '../class-names.ts'

interface SegmentsProps<T extends string> {
  /** What is chosen between, for screen readers. */
  label: string
  options: readonly { id: T; label: ReactNode; isDisabled?: boolean }[]
  value: T
  onChange: (value: T) => void
  /** As wide as its place, all segments alike. */
  isBlock?: boolean
  isDisabled?: boolean
}

/** One of a few, all in sight. */
export function Segments<T extends string>({
  label,
  options,
  value,
  onChange,
  isBlock = false,
  isDisabled,
}: SegmentsProps<T>) {
  const choose = (keys: Set<Key>) => {
    const chosen = options.find(({ id }) => keys.has(id))
    if (chosen) onChange(chosen.id)
  }
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={choose}
      isDisabled={isDisabled}
      className={classNames('rounded-m border border-line bg-sunken p-0.5', isBlock ? 'flex w-full' : 'inline-flex')}
    >
      {options.map((option) => (
        <ToggleButton
          key={option.id}
          id={option.id}
          isDisabled={option.isDisabled}
          className={classNames(
            'inline-flex h-7 cursor-pointer items-center justify-center gap-1.5 rounded-s px-3 text-s font-medium whitespace-nowrap text-ink-soft transition-colors hover:text-ink touch:h-10',
            'data-selected:bg-surface data-selected:text-ink data-selected:ring data-selected:ring-line data-disabled:cursor-not-allowed data-disabled:text-ink-faint',
            isBlock && 'flex-1 px-2',
          )}
        >
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
