import { CloudOff, RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../actions/button.tsx'
import { classNames } from '../class-names.ts'
import { Icon, type LucideIcon } from '../look/icon.tsx'
import { useWords } from '../words.tsx'

interface StateProps {
  icon: LucideIcon
  title: string
  children?: ReactNode
  /** What to do next: one or two buttons. */
  actions?: ReactNode
  /** Drawn in amber: something waits or failed. */
  isWarning?: boolean
}

/** Where a list or page has nothing to show: says why, and what to do next. */
export function EmptyState({ icon, title, children, actions, isWarning = false }: StateProps) {
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
      <h2 className="text-l font-semibold tracking-tight text-balance">{title}</h2>
      {children && <p className="text-balance text-ink-soft">{children}</p>}
      {actions && <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}

/** Where something could not be fetched: says so, and offers to try again. */
export function ErrorState({
  title,
  detail,
  onRetry,
  isRetrying = false,
}: {
  title?: string
  detail?: string
  onRetry: () => void
  isRetrying?: boolean
}) {
  const words = useWords().ui
  return (
    <div role="alert">
      <EmptyState
        isWarning
        icon={CloudOff}
        title={title ?? words.failure.title}
        actions={
          <Button icon={RotateCw} onPress={onRetry} isBusy={isRetrying}>
            {words.retry}
          </Button>
        }
      >
        {detail ?? words.failure.text}
      </EmptyState>
    </div>
  )
}
