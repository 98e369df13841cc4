import { Loading, Skeleton } from '../../../ui/feedback/skeleton.tsx'

const cards = [3, 4] as const

/** The lists while they are fetched, as large as they will be. */
export function ListsSkeleton() {
  return (
    <Loading className="flex flex-col border-r border-line bg-paper px-4 phone:border-0">
      {cards.map((count) => (
        <div key={count} className="contents">
          <div className="flex h-8.5 flex-none items-center">
            <Skeleton className="h-3 w-24" />
          </div>
          {Array.from({ length: count }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
            <div key={index} className="grid h-19 flex-none content-center gap-2.5">
              <Skeleton className="h-3 w-3/5" />
              <Skeleton className="h-2.5 w-11/12" />
              <Skeleton className="h-2.5 w-1/4" />
            </div>
          ))}
        </div>
      ))}
    </Loading>
  )
}
