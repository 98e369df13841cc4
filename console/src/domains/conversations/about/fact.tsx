import type { ReactNode } from 'react'
import { classNames } from '../../../ui/class-names.ts'
import { Icon, type LucideIcon } from '../../../ui/look/icon.tsx'

export const Facts = ({ children }: { children: ReactNode }) => <dl className="grid gap-1.5">{children}</dl>

interface FactProps {
  icon: LucideIcon
  label: string
  /** Nothing is known. */
  isFaint?: boolean
  children: ReactNode
}

/** Something known, its name said by an icon, on hover, and to screen readers. */
export function Fact({ icon, label, isFaint = false, children }: FactProps) {
  return (
    <div className="flex items-start gap-2" title={label}>
      <dt className="flex-none pt-0.5 text-ink-soft">
        <Icon of={icon} size="xs" />
        <span className="unseen">{label}</span>
      </dt>
      <dd className={classNames('min-w-0 wrap-anywhere', isFaint && 'text-ink-soft')}>{children}</dd>
    </div>
  )
}
