import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowUp } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { Button } from '../actions/button.tsx'
import { classNames } from '../class-names.ts'
import { useWords } from '../words.tsx'
import { useHeldItems } from './held-items.ts'

interface VirtualListProps<T> {
  label: string
  items: readonly T[]
  keyOf: (item: T) => string
  renderItem: (item: T) => ReactNode
  /** About how tall a row is, in pixels; each is measured when it is drawn. */
  rowHeight: number
  /** Reached when the end comes near: fetch more. */
  onEndReached?: () => void
  /** Above and below the rows, scrolling with them. */
  header?: ReactNode
  footer?: ReactNode
  className?: string
}

/**
 * A list of any length that draws only what is in sight. While somebody is in it (scrolled down, pointing, or with the focus
 * inside) its rows stay where they are and newcomers wait behind a button.
 */
export function VirtualList<T>({
  label,
  items,
  keyOf,
  renderItem,
  rowHeight,
  onEndReached,
  header,
  footer,
  className,
}: VirtualListProps<T>) {
  const words = useWords().ui
  const scroller = useRef<HTMLDivElement>(null)
  const [isScrolled, setScrolled] = useState(false)
  const [isUnderHand, setUnderHand] = useState(false)
  const { shown, waiting, release } = useHeldItems(items, keyOf, isScrolled || isUnderHand)

  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => {
      const item = shown[index]
      return item === undefined ? index : keyOf(item)
    },
    overscan: 8,
    onChange: (instance) => {
      const last = instance.getVirtualItems().at(-1)
      if (last && last.index >= shown.length - 8) onEndReached?.()
    },
  })

  return (
    <div
      ref={scroller}
      className={classNames('relative overflow-y-auto', className)}
      onScroll={(event) => setScrolled(event.currentTarget.scrollTop > rowHeight / 2)}
      onPointerEnter={(event) => setUnderHand(event.pointerType === 'mouse')}
      onPointerLeave={() => setUnderHand(false)}
    >
      {waiting > 0 && (
        <div className="sticky top-2 z-10 flex h-0 justify-center">
          <Button
            kind="main"
            size="small"
            icon={ArrowUp}
            aria-label={words.showNewcomers(waiting)}
            onPress={() => {
              release()
              scroller.current?.scrollTo({ top: 0 })
            }}
          >
            {words.newcomers(waiting)}
          </Button>
        </div>
      )}
      {header}
      <ul aria-label={label} className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((row) => {
          const item = shown[row.index]
          if (item === undefined) return null
          return (
            <li
              key={row.key}
              ref={virtualizer.measureElement}
              data-index={row.index}
              aria-setsize={shown.length}
              aria-posinset={row.index + 1}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${row.start}px)` }}
            >
              {renderItem(item)}
            </li>
          )
        })}
      </ul>
      {footer}
    </div>
  )
}
