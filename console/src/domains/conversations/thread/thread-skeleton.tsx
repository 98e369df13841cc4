import { Loading, Skeleton } from '../../../ui/feedback/skeleton.tsx'

const bubbles = ['h-14 w-1/2', 'h-9 w-2/5 self-end', 'h-9 w-1/3', 'h-16 w-3/5 self-end', 'h-9 w-2/5'] as const

/** What was said, while it is fetched. */
export function LogSkeleton() {
  return (
    <Loading className="flex min-h-0 flex-col justify-end gap-4 overflow-hidden px-5 py-4">
      {bubbles.map((shape) => (
        <Skeleton key={shape} className={`${shape} rounded-l`} />
      ))}
    </Loading>
  )
}

/** A conversation nothing is known of yet. */
export function ThreadSkeleton() {
  return (
    <div className="grid h-full grid-rows-[auto_minmax(0,1fr)]">
      <div className="flex h-15 items-center gap-3 border-b border-line bg-surface px-5">
        <Skeleton className="size-9 flex-none rounded-full" />
        <div className="grid flex-1 gap-2">
          <Skeleton className="h-3 w-40" />
          <Skeleton className="h-2.5 w-24" />
        </div>
      </div>
      <LogSkeleton />
    </div>
  )
}
