import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { Icon, type LucideIcon } from '../look/icon.tsx'

const kinds = {
  plain: 'bg-sunken text-ink-soft',
  green: 'bg-green-wash text-green',
  amber: 'bg-amber-wash text-amber',
  red: 'bg-red-wash text-red',
  blue: 'bg-blue-wash text-blue',
  line: 'text-ink-soft inset-ring inset-ring-line-strong',
}

/** One word about something, in a rounded box. */
export function Pill({
  kind = 'plain',
  icon,
  children,
}: {
  kind?: keyof typeof kinds
  icon?: LucideIcon
  children: ReactNode
}) {
  return (
    <span
      className={classNames(
        'inline-flex h-5 flex-none items-center gap-1.25 rounded-full px-2 text-xs font-medium whitespace-nowrap',
        kinds[kind],
      )}
    >
      {icon && <Icon of={icon} size="xxs" />}
      {children}
    </span>
  )
}

/** How many, where it draws the eye: waiting conversations in the rail; with a mark before it, of another kind. */
export function Count({
  value,
  label,
  mark,
  isSmall = false,
  className,
}: {
  value: number
  label: string
  mark?: '@'
  isSmall?: boolean
  className?: string
}) {
  if (value === 0) return null
  return (
    <span
      className={classNames(
        'inline-grid place-items-center rounded-full font-semibold tabular-nums inset-ring',
        mark ? 'bg-blue-wash text-blue inset-ring-blue/28' : 'bg-amber-wash text-amber inset-ring-amber/28',
        isSmall ? 'h-4 min-w-4 px-1 text-[10px]' : 'h-5 min-w-5 px-1.5 text-xxs',
        className,
      )}
    >
      <span aria-hidden="true">
        {mark}
        {value > 99 ? '99+' : value}
      </span>
      <span className="unseen">{label}</span>
    </span>
  )
}

/** A language as its code, its name on hover and for screen readers. */
export function LanguageTag({ code, name }: { code: string; name: string }) {
  return (
    <abbr
      title={name}
      className="inline-grid h-4.5 place-items-center rounded-xs bg-sunken px-1.25 text-xxs font-semibold tracking-wide text-ink-soft uppercase no-underline"
    >
      {code}
    </abbr>
  )
}
