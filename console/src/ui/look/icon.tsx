import type { LucideIcon } from 'lucide-react'

export type { LucideIcon }

const sizes = { xxs: 12, xs: 14, m: 16, l: 20 } as const

/** A Lucide icon in one of four sizes, its stroke as heavy as Inter beside it. Decoration: what it means is said in words. */
export function Icon({
  of: Drawn,
  size = 'm',
  className,
}: {
  of: LucideIcon
  size?: keyof typeof sizes
  className?: string
}) {
  return <Drawn size={sizes[size]} strokeWidth={size === 'xxs' ? 2 : 1.75} className={className} aria-hidden="true" />
}
