import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { useWords } from '../words.tsx'

/** A grey stand-in for something that is coming, as large as it will be. Goes inside a `Loading`. */
export function Skeleton({ className = 'h-3.5 w-full', isRound = false }: { className?: string; isRound?: boolean }) {
  return (
    <span className={classNames('block animate-breathe bg-line', isRound ? 'rounded-full' : 'rounded-xs', className)} />
  )
}

/** Says once that something loads, and shows its shape to those who see. */
export function Loading({ children, className }: { children: ReactNode; className?: string }) {
  const words = useWords().ui
  return (
    <div role="status" className={className}>
      <span className="unseen">{words.loading}</span>
      <div aria-hidden="true" className="contents">
        {children}
      </div>
    </div>
  )
}

/** Rows with a round picture and two lines, as lists of people and conversations have. */
export function SkeletonRows({ count = 5, className = 'px-4' }: { count?: number; className?: string }) {
  return (
    <Loading>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
        <div key={index} className={classNames('flex h-14 items-center gap-3', className)}>
          <Skeleton isRound className="size-9 flex-none" />
          <div className="grid flex-1 gap-2">
            <Skeleton className="h-3 w-2/5" />
            <Skeleton className="h-3 w-3/5" />
          </div>
        </div>
      ))}
    </Loading>
  )
}
