import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../actions/icon-button.tsx'
import { classNames } from '../class-names.ts'
import { Icon, type LucideIcon } from '../look/icon.tsx'
import { useWords } from '../words.tsx'

const kinds = {
  plain: { box: 'bg-sunken', icon: 'text-ink-soft', drawn: Info },
  green: { box: 'bg-green-wash', icon: 'text-green', drawn: CircleCheck },
  blue: { box: 'bg-blue-wash', icon: 'text-blue', drawn: Info },
  amber: { box: 'bg-amber-wash', icon: 'text-amber', drawn: TriangleAlert },
  red: { box: 'bg-red-wash', icon: 'text-red', drawn: CircleAlert },
}
export type NoticeKind = keyof typeof kinds

interface NoticeProps {
  kind?: NoticeKind
  icon?: LucideIcon
  /** Said at once to screen readers when it appears: for refusals. */
  isUrgent?: boolean
  /** Buttons or links, at the end. */
  actions?: ReactNode
  onDismiss?: () => void
  children: ReactNode
}

/** A boxed remark among the things it is about. */
export function Notice(props: NoticeProps) {
  return <NoticeBox {...props} className="rounded-m px-3 py-2.5 text-s" />
}

/** A remark over a whole page, from edge to edge. */
export function Banner(props: NoticeProps) {
  return <NoticeBox {...props} className="border-b border-line px-5 py-2.5 phone:px-4" />
}

function NoticeBox({
  kind = 'plain',
  icon,
  isUrgent = false,
  actions,
  onDismiss,
  children,
  className,
}: NoticeProps & { className: string }) {
  const words = useWords().ui
  const look = kinds[kind]
  return (
    <div
      role={isUrgent ? 'alert' : 'status'}
      className={classNames('flex flex-wrap items-center gap-x-3 gap-y-2.5', look.box, className)}
    >
      <div className="flex min-w-56 flex-1 items-start gap-2.5">
        <Icon of={icon ?? look.drawn} className={classNames('mt-0.5 flex-none', look.icon)} />
        <div className="min-w-0 flex-1 wrap-anywhere">{children}</div>
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      {onDismiss && <IconButton icon={X} label={words.dismissNotice} size="small" onPress={onDismiss} />}
    </div>
  )
}
