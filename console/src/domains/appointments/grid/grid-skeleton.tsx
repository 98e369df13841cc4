import { Loading, Skeleton } from '../../../ui/feedback/skeleton.tsx'

const blocks = ['mt-16 h-16', 'mt-28 h-24', 'mt-20 h-12', 'mt-36 h-28', 'mt-12 h-20', 'mt-24 h-16', 'mt-40 h-12']

/** Days to come, as long as nothing is known of them. */
export function GridSkeleton() {
  return (
    <Loading className="grid min-h-0 flex-1 grid-cols-7 overflow-hidden bg-surface phone:grid-cols-1">
      {blocks.map((block) => (
        <div key={block} className="border-l border-line p-2 phone:not-first:hidden">
          <Skeleton className="h-4 w-10" />
          <Skeleton className={`w-full ${block}`} />
        </div>
      ))}
    </Loading>
  )
}
