import { useId } from 'react'
import type { Subscription } from '#contract/billing.ts'
import { Meter } from '../../ui/feedback/meter.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Panel } from '../../ui/layout/panel.tsx'
import { useWords } from '../../ui/words.tsx'
import { takenIn } from './chosen-terms.ts'
import { SeatHolders } from './seat-holders.tsx'
import { useMoney } from './use-money.ts'

/** The plan that holds now, what it costs, and how many of its seats are taken. */
export function PresentPanel({ subscription }: { subscription: Subscription }) {
  const { now: words } = useWords().billing
  const money = useMoney(subscription)
  const { planName, monthlyCents, way } = subscription
  const price = monthlyCents === null ? words.byAgreement : words.perMonth(money(monthlyCents))
  return (
    <Panel title={words.title}>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <b className="text-xxl font-semibold tracking-tighter">{planName}</b>
        {way === 'chosen' && <span className="text-ink-soft tabular-nums">{price}</span>}
      </div>
      <Seats subscription={subscription} />
      <SeatHolders />
      <p className="text-s text-ink-soft">{way === 'fixed' ? words.fixed : words.settledOutside}</p>
    </Panel>
  )
}

function Seats({ subscription }: { subscription: Subscription }) {
  const { seats: words, now } = useWords().billing
  const { seats, taken, way } = subscription
  const count = takenIn(subscription)
  const hintId = useId()
  return (
    <div className="grid gap-2">
      {seats !== null && (
        <Meter
          label={now.title}
          shown={words.meter(count, seats)}
          full={taken.agents}
          held={taken.invitations}
          total={seats}
        />
      )}
      <p aria-describedby={hintId} className="tabular-nums">
        <b className="font-semibold">{count}</b> {words.taken(count)}
        {seats === null ? (
          words.unlimited
        ) : (
          <>
            {' '}
            {words.of} <b className="font-semibold">{seats}</b>
          </>
        )}
        {taken.invitations > 0 && words.byInvitations(taken.invitations)}
      </p>
      <p id={hintId} className="text-s text-ink-soft">
        {words.hint}
      </p>
      {seats !== null && count >= seats && (
        <Notice kind="amber">
          {count > seats ? words.over(count - seats) : way === 'fixed' ? words.fullFixed : words.full}
        </Notice>
      )}
    </div>
  )
}
