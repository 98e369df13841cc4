import { useQuery } from '@tanstack/react-query'
import { Refused } from '#client/refused.ts'
import { useMe } from '../../live/session.ts'
import { ErrorState } from '../../ui/feedback/states.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { useWords } from '../../ui/words.tsx'
import { BillingSkeleton } from './billing-skeleton.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { PlansPanel } from './plans-panel.tsx'
import { PresentPanel } from './present-panel.tsx'
import { subscriptionQuery } from './queries.ts'
import { SalesPanel } from './sales-panel.tsx'

/** Settings → Billing: plan and seats, changing them, what happened, and asking the sales department. */
export function BillingPage() {
  const words = useWords().billing
  const { organisationId } = useMe()
  const subscription = useQuery(subscriptionQuery(organisationId))
  if (subscription.isPending) return <BillingSkeleton />
  if (subscription.isError)
    return (
      <ErrorState
        detail={subscription.error instanceof Refused ? subscription.error.message : undefined}
        onRetry={() => void subscription.refetch()}
        isRetrying={subscription.isFetching}
      />
    )
  const isChosen = subscription.data.way === 'chosen'
  return (
    <div className="grid max-w-240 gap-4 pb-6">
      <PageHeading title={words.title} text={words.text} />
      <PresentPanel subscription={subscription.data} />
      {isChosen && <PlansPanel subscription={subscription.data} />}
      {isChosen && <SalesPanel />}
      {isChosen && <HistoryPanel />}
    </div>
  )
}
