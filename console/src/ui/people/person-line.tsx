import type { ComponentProps, ReactNode } from 'react'
import { Avatar } from './avatar.tsx'

interface PersonLineProps extends Omit<ComponentProps<typeof Avatar>, 'size'> {
  /** Below the name: an address, a role. */
  detail?: ReactNode
  /** After the name: pills. */
  after?: ReactNode
}

/** A face, a name and a line below it; what is too long is cut. */
export function PersonLine({ detail, after, ...avatar }: PersonLineProps) {
  return (
    <span className="flex min-w-0 items-center gap-3">
      <Avatar {...avatar} />
      <span className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] leading-tight">
        <span className="flex items-center gap-2">
          <b className="truncate font-medium">{avatar.name}</b>
          {after}
        </span>
        {detail && <span className="truncate text-s text-ink-soft">{detail}</span>}
      </span>
    </span>
  )
}
