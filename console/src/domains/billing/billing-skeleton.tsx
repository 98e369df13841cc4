import { Loading, Skeleton } from '../../ui/feedback/skeleton.tsx'

/** The page as large as it will be. */
export function BillingSkeleton() {
  return (
    <Loading className="grid max-w-240 gap-4">
      <Skeleton className="h-6 w-40" />
      <div className="grid gap-4 rounded-l border border-line bg-surface p-5">
        <Skeleton className="h-5 w-48" />
        <Skeleton className="h-2 w-full" />
        <Skeleton className="h-3.5 w-64" />
      </div>
      <div className="grid grid-cols-4 gap-3 rounded-l border border-line bg-surface p-5 phone:grid-cols-1">
        {['free', 'standard', 'pro', 'ultimate'].map((key) => (
          <Skeleton key={key} className="h-44 w-full" />
        ))}
      </div>
    </Loading>
  )
}
