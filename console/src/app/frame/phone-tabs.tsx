import { Link } from '@tanstack/react-router'
import { classNames } from '../../ui/class-names.ts'
import { Count } from '../../ui/feedback/pill.tsx'
import { Icon } from '../../ui/look/icon.tsx'
import { useWords } from '../../ui/words.tsx'
import type { FrameProps } from './frame-props.ts'
import { MeButton } from './me-button.tsx'
import { grantedPages } from './navigation.ts'

// Five tabs at most: four pages and oneself.
const pagesMost = 4

/** The way from page to page at the bottom of a phone. */
export function PhoneTabs(props: FrameProps) {
  const words = useWords().frame
  const { pendingCount = 0, mentionCount = 0 } = props
  return (
    <nav
      aria-label={words.navigation}
      className="flex flex-none border-t border-line bg-surface px-1 pt-1 pb-[max(0.375rem,env(safe-area-inset-bottom))]"
    >
      {grantedPages(props.may)
        .slice(0, pagesMost)
        .map((page) => (
          <Link key={page.key} to={page.to} className={classNames(tabLook, 'aria-[current=page]:text-green')}>
            <Icon of={page.icon} size="l" />
            {words.tab[page.key]}
            {page.key === 'conversations' && (
              <>
                <Count
                  value={mentionCount}
                  mark="@"
                  label={words.mentions(mentionCount)}
                  isSmall
                  className="absolute top-0 right-[calc(50%+4px)]"
                />
                <Count
                  value={pendingCount}
                  label={words.pending(pendingCount)}
                  isSmall
                  className="absolute top-0 left-[calc(50%+4px)]"
                />
              </>
            )}
          </Link>
        ))}
      <MeButton {...props} look="tab" />
    </nav>
  )
}

const tabLook =
  'relative flex h-12 flex-1 cursor-pointer flex-col items-center justify-center gap-0.5 rounded-m text-xxs font-medium text-ink-soft no-underline -outline-offset-2'
