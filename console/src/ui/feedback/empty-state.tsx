import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { Icon, type LucideIcon } from '../look/icon.tsx'

interface StateProps {
  icon: LucideIcon
  title: string
  children?: ReactNode
  /** What to do next: one or two buttons. */
  actions?: ReactNode
  /** It is all there is on the page: its title is the page's. */
  isWholePage?: boolean
  /** Drawn in amber: something waits or failed. */
  isWarning?: boolean
}

/** Where a list or page has nothing to show: says why, and what to do next. */
export function EmptyState({ icon, title, children, actions, isWholePage = false, isWarning = false }: StateProps) {
  const Heading = isWholePage ? 'h1' : 'h2'
  return (
    <div className="mx-auto grid max-w-92 justify-items-center gap-2 px-6 py-10 text-center">
      <span
        className={classNames(
          'mb-2 grid size-11 place-items-center rounded-full',
          isWarning ? 'bg-amber-wash text-amber' : 'bg-bubble text-ink-soft',
        )}
      >
        <Icon of={icon} size="l" />
      </span>
      <Heading className="text-l font-semibold tracking-tight text-balance">{title}</Heading>
      {children && <p className="text-balance text-ink-soft">{children}</p>}
      {actions && <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}
