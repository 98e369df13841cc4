import { Link } from '@tanstack/react-router'
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { IconButton } from '../../ui/actions/icon-button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Count } from '../../ui/feedback/pill.tsx'
import { keepOneOf, useKept } from '../../ui/kept.ts'
import { Brand } from '../../ui/layout/brand.tsx'
import { Icon } from '../../ui/look/icon.tsx'
import { useIsNarrow } from '../../ui/look/use-media-query.ts'
import { useWords } from '../../ui/words.tsx'
import { AvailabilitySwitch } from './availability-switch.tsx'
import type { FrameProps } from './frame-props.ts'
import { MeButton } from './me-button.tsx'
import { grantedPages, type NavigationPage } from './navigation.ts'
import { OrganisationButton } from './organisation-button.tsx'

const keptRail = keepOneOf('comptoir.rail', ['open', 'folded'])

/** The way from page to page, on the left: with labels, or icons alone in a narrow window and by choice. */
export function Rail(props: FrameProps & { onKeys: () => void }) {
  const words = useWords().frame
  const isNarrow = useIsNarrow()
  const [choice, choose] = useKept(keptRail)
  const isFolded = isNarrow || choice === 'folded'
  const pages = grantedPages(props.may)

  return (
    <nav
      aria-label={words.navigation}
      className={classNames(
        'flex flex-none flex-col overflow-x-hidden overflow-y-auto border-r border-line bg-sunken [--ground:var(--sunken)]',
        isFolded ? 'w-15' : 'w-50',
      )}
    >
      <div
        className={classNames('flex h-14 flex-none items-center', isFolded ? 'justify-center' : 'gap-2.5 pr-2 pl-3')}
      >
        <Brand isMarkAlone={isFolded} />
        {!isFolded && (
          <span className="ml-auto">
            <IconButton icon={PanelLeftClose} label={words.foldRail} onPress={() => choose('folded')} />
          </span>
        )}
      </div>
      <div className={classNames('flex flex-col gap-0.5 px-2', isFolded && 'items-center')}>
        {pages.map((page, index) => (
          <div key={page.key} className="contents">
            {page.isApart && index > 0 && <hr className="mx-2.5 my-2 w-auto self-stretch border-line" />}
            <RailLink
              page={page}
              isFolded={isFolded}
              pendingCount={page.key === 'conversations' ? (props.pendingCount ?? 0) : 0}
              mentionCount={page.key === 'conversations' ? (props.mentionCount ?? 0) : 0}
            />
          </div>
        ))}
      </div>
      <div className={classNames('mt-auto flex flex-col gap-1 border-t border-line p-2', isFolded && 'items-center')}>
        {isFolded && !isNarrow && (
          <IconButton icon={PanelLeftOpen} label={words.unfoldRail} onPress={() => choose('open')} />
        )}
        <OrganisationButton {...props} isFolded={isFolded} />
        <div className="flex items-center gap-2" title={isFolded ? undefined : props.person.name}>
          <MeButton {...props} look={isFolded ? 'icon' : 'row'} />
          {!isFolded && <AvailabilitySwitch {...props.availability} />}
        </div>
      </div>
    </nav>
  )
}

interface RailLinkProps {
  page: NavigationPage
  isFolded: boolean
  pendingCount: number
  mentionCount: number
}

function RailLink({ page, isFolded, pendingCount, mentionCount }: RailLinkProps) {
  const words = useWords().frame
  // Beside a label there is room for one; two stand one over the other.
  const isSmall = isFolded || (pendingCount > 0 && mentionCount > 0)
  return (
    <Link
      to={page.to}
      title={isFolded ? words.pages[page.key] : undefined}
      className={classNames(
        'group relative flex items-center rounded-m font-medium text-ink-soft no-underline transition-colors hover:bg-line hover:text-ink',
        'aria-[current=page]:bg-surface aria-[current=page]:text-ink aria-[current=page]:ring aria-[current=page]:ring-line',
        isFolded ? 'size-10 justify-center' : 'h-9 gap-2.5 px-2.5',
      )}
    >
      <Icon of={page.icon} size="l" className="flex-none scale-90 group-aria-[current=page]:text-green" />
      <span className={isFolded ? 'unseen' : undefined}>{words.pages[page.key]}</span>
      <span className={isFolded ? 'contents' : 'ml-auto flex flex-none flex-col items-end gap-0.5'}>
        <Count
          value={mentionCount}
          mark="@"
          label={words.mentions(mentionCount)}
          isSmall={isSmall}
          className={isFolded ? 'absolute right-0.5 bottom-0.5' : undefined}
        />
        <Count
          value={pendingCount}
          label={words.pending(pendingCount)}
          isSmall={isSmall}
          className={isFolded ? 'absolute top-0.5 right-0.5' : undefined}
        />
      </span>
    </Link>
  )
}
