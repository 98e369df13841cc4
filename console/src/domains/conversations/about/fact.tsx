import type { ReactNode } from 'react'
import { classNames } from '../../../ui/class-names.ts'
import { Icon, type LucideIcon } from '../../../ui/look/icon.tsx'

interface FactProps {
  label: string
  /** Nothing is known. */
  isFaint?: boolean
  children: ReactNode
}

/** Something known that needs no name to those who see it: its icon says what it is. */
export function IconFact({ icon, label, isFaint = false, children }: FactProps & { icon: LucideIcon }) {
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

/** Something known, with its name. */
export function NamedFact({ label, isFaint = false, children }: FactProps) {
  return (
    <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-2">
      <dt className="text-ink-soft">{label}</dt>
      <dd className={classNames('wrap-anywhere', isFaint && 'text-ink-soft')}>{children}</dd>
    </div>
  )
}
