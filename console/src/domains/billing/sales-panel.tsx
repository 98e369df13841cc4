import { useQuery } from '@tanstack/react-query'
import type { SalesRequest } from '#contract/billing.ts'
import { useMe } from '../../live/session.ts'
import { Pill } from '../../ui/feedback/pill.tsx'
import { SkeletonRows } from '../../ui/feedback/skeleton.tsx'
import { ErrorState } from '../../ui/feedback/states.tsx'
import { Panel } from '../../ui/layout/panel.tsx'
import { RelativeTime } from '../../ui/time/relative-time.tsx'
import { useWords } from '../../ui/words.tsx'
import { AskSalesButton } from './ask-sales-button.tsx'
import { requestsQuery } from './queries.ts'

/** What was asked of the sales department, and asking more. */
export function SalesPanel() {
  const words = useWords().billing.sales
  const { organisationId } = useMe()
  const requests = useQuery(requestsQuery(organisationId))
  return (
    <Panel title={words.title} text={words.text}>
      <div>
        <AskSalesButton />
      </div>
      {requests.isPending && <SkeletonRows count={1} className="" />}
      {requests.isError && <ErrorState onRetry={() => void requests.refetch()} isRetrying={requests.isFetching} />}
      {requests.data?.requests.length === 0 && <p className="text-s text-ink-soft">{words.empty}</p>}
      {requests.data && requests.data.requests.length > 0 && (
        <ul className="grid divide-y divide-line border-t border-line">
          {requests.data.requests.map((request) => (
            <Request key={request.id} request={request} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Request({ request }: { request: SalesRequest }) {
  const words = useWords().billing.sales
  const { byName, message, phone, seats, createdAt, answeredAt } = request
  const facts = [seats === null ? null : words.wished(seats), phone === '' ? null : phone].filter(
    (fact) => fact !== null,
  )
  return (
    <li className="grid gap-1 py-3">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <b className="font-medium">{words.asked(byName)}</b>
        <RelativeTime at={createdAt} className="text-s text-ink-soft" />
        <Pill kind={answeredAt === null ? 'amber' : 'green'}>
          {answeredAt === null ? words.waiting : words.answered}
        </Pill>
      </p>
      <p className="line-clamp-3 wrap-anywhere whitespace-pre-line text-ink-soft">{message}</p>
      {facts.length > 0 && <p className="text-s text-ink-soft tabular-nums">{facts.join(' · ')}</p>}
    </li>
  )
}
