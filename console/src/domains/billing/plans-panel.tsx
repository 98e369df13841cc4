import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Subscription } from '#contract/billing.ts'
import type { PlanKey } from '#contract/plans.ts'
import { useMe } from '../../live/session.ts'
import { Button } from '../../ui/actions/button.tsx'
import { textLink } from '../../ui/actions/button-look.ts'
import { Notice } from '../../ui/feedback/notice.tsx'
import { NumberField } from '../../ui/fields/number-field.tsx'
import { Panel } from '../../ui/layout/panel.tsx'
import { useWords } from '../../ui/words.tsx'
import { type ChosenTerms, chosenTerms, isOnOffer, isPresent, seatsFor, takenIn, tooManyFor } from './chosen-terms.ts'
import { ConfirmChange } from './confirm-change.tsx'
import { PlanCards } from './plan-cards.tsx'
import { useMoney } from './use-money.ts'

/** Every plan side by side; choosing one, how many seats, and what that costs before it is confirmed. */
export function PlansPanel({ subscription }: { subscription: Subscription }) {
  const words = useWords().billing.plans
  const present = subscription.plans.find((plan) => plan.key === subscription.plan && isOnOffer(plan))
  const [key, setKey] = useState<PlanKey | null>(present?.key ?? null)
  const [seats, setSeats] = useState<number | null>(present ? subscription.seats : null)
  const [isAsking, setAsking] = useState(false)
  const plan = subscription.plans.find((one) => one.key === key)
  const chosen = chosenTerms({ key, seats }, subscription)

  const choose = (chosenKey: PlanKey) => {
    const next = subscription.plans.find((one) => one.key === chosenKey)
    setKey(chosenKey)
    if (next) setSeats(seatsFor(next, subscription))
  }

  return (
    <Panel title={words.title} text={words.text}>
      <PlanCards subscription={subscription} value={key} onChange={choose} />
      {plan?.seats.most && plan.seats.least < plan.seats.most && (
        <NumberField
          label={words.seatCount}
          value={seats}
          onChange={setSeats}
          least={plan.seats.least}
          most={plan.seats.most}
          fewerLabel={words.fewer}
          moreLabel={words.more}
        />
      )}
      {chosen && <Sum chosen={chosen} subscription={subscription} onChange={() => setAsking(true)} />}
      {chosen && isAsking && (
        <ConfirmChange chosen={chosen} subscription={subscription} onClose={() => setAsking(false)} />
      )}
    </Panel>
  )
}

function Sum({
  chosen,
  subscription,
  onChange,
}: {
  chosen: ChosenTerms
  subscription: Subscription
  onChange: () => void
}) {
  const words = useWords().billing.plans
  const money = useMoney(subscription)
  const { may } = useMe()
  const { plan, seats, monthlyCents } = chosen
  if (isPresent(chosen, subscription)) return <p className="text-ink-soft">{words.unchanged}</p>
  const tooMany = tooManyFor(chosen, subscription)
  if (tooMany > 0)
    return (
      <Notice
        kind="amber"
        actions={
          may.readAgents && (
            <Link to="/settings/agents" className={textLink}>
              {words.toAgents}
            </Link>
          )
        }
      >
        {words.tooFew(takenIn(subscription), tooMany)}
      </Notice>
    )
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-m bg-sunken px-4 py-3">
      <p className="tabular-nums">
        <b className="font-semibold">{words.total(plan.name, seats, money(monthlyCents))}</b>{' '}
        <span className="text-ink-soft">
          {monthlyCents > 0 && `(${words.sum(seats, money(plan.pricePerSeatCents ?? 0))})`}
          {subscription.monthlyCents !== null && `, ${words.insteadOf(money(subscription.monthlyCents))}`}
        </span>
      </p>
      <Button kind="main" onPress={onChange}>
        {plan.key === subscription.plan ? words.changeSeats : words.change}
      </Button>
    </div>
  )
}
