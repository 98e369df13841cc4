import { useQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import type { SubscriptionChange } from '#contract/billing.ts'
import { useMe } from '../../live/session.ts'
import { SkeletonRows } from '../../ui/feedback/skeleton.tsx'
import { ErrorState } from '../../ui/feedback/states.tsx'
import { Panel } from '../../ui/layout/panel.tsx'
import { type Column, Table } from '../../ui/lists/table.tsx'
import { Icon } from '../../ui/look/icon.tsx'
import { RelativeTime } from '../../ui/time/relative-time.tsx'
import { useSpeech } from '../../ui/words.tsx'
import { formatMoney } from './format-money.ts'
import { changesQuery } from './queries.ts'

/** Who changed the subscription, when, from what, to what, at what price. */
export function HistoryPanel() {
  const { words, tag } = useSpeech()
  const { history, confirm } = words.billing
  const { organisationId } = useMe()
  const changes = useQuery(changesQuery(organisationId))
  const terms = ({ planName, seats }: SubscriptionChange['to']) => confirm.terms(planName, seats)
  const columns: Column<SubscriptionChange>[] = [
    {
      key: 'what',
      header: history.what,
      cell: ({ from, to }) => (
        <span className="phone:wrap-anywhere">
          <span className="text-ink-soft">{from ? terms(from) : history.began}</span>{' '}
          <Icon of={ArrowRight} size="xs" className="inline" /> {terms(to)}
        </span>
      ),
      onPhone: 'lead',
      isWide: true,
    },
    {
      key: 'price',
      header: history.price,
      cell: ({ monthlyCents, currency }) => (monthlyCents === null ? '–' : formatMoney(monthlyCents, currency, tag)),
      onPhone: 'line',
    },
    {
      key: 'who',
      header: history.who,
      cell: ({ by }) => <bdi>{by?.name ?? history.server}</bdi>,
      onPhone: 'line',
    },
    {
      key: 'when',
      header: history.when,
      cell: ({ at }) => <RelativeTime at={at} className="text-ink-soft" />,
      onPhone: 'line',
    },
  ]
  return (
    <Panel title={history.title}>
      {changes.isPending && <SkeletonRows count={2} className="" />}
      {changes.isError && <ErrorState onRetry={() => void changes.refetch()} isRetrying={changes.isFetching} />}
      {changes.data && (
        <Table
          label={history.title}
          columns={columns}
          groups={[{ key: 'all', rows: changes.data.changes }]}
          keyOf={({ at }) => at}
        />
      )}
    </Panel>
  )
}
