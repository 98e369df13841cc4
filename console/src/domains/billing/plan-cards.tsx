import { Check } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import type { Plan, Subscription } from '#contract/billing.ts'
import type { PlanKey } from '#contract/plans.ts'
import { classNames } from '../../ui/class-names.ts'
import { Pill } from '../../ui/feedback/pill.tsx'
import { Icon } from '../../ui/look/icon.tsx'
import { useWords } from '../../ui/words.tsx'
import { AskSalesButton } from './ask-sales-button.tsx'
import { isOnOffer } from './chosen-terms.ts'
import { useMoney } from './use-money.ts'

interface PlanCardsProps {
  subscription: Subscription
  value: PlanKey | null
  onChange: (key: PlanKey) => void
}

/** The plans compared: those one takes are chosen, those by request asked for. */
export function PlanCards({ subscription, value, onChange }: PlanCardsProps) {
  const words = useWords().billing.plans
  const offered = subscription.plans.filter(isOnOffer)
  const choose = (chosenKey: string) => {
    const chosen = offered.find(({ key }) => key === chosenKey)
    if (chosen) onChange(chosen.key)
  }
  return (
    <div className="grid grid-cols-4 gap-3 narrow:not-phone:grid-cols-2 phone:grid-cols-1">
      <RadioGroup aria-label={words.choose} value={value} onChange={choose} className="contents">
        {offered.map((plan) => (
          <ChoosablePlan key={plan.key} plan={plan} subscription={subscription} />
        ))}
      </RadioGroup>
      {subscription.plans
        .filter((plan) => !isOnOffer(plan))
        .map((plan) => (
          <section key={plan.key} aria-label={plan.name} className={cardLook}>
            <PlanFacts plan={plan} subscription={subscription} />
            <div className="mt-auto pt-2">
              <AskSalesButton look="link" />
            </div>
          </section>
        ))}
    </div>
  )
}

const cardLook = 'flex min-w-0 flex-col gap-2 rounded-m border border-line bg-surface p-4'

function ChoosablePlan({ plan, subscription }: { plan: Plan; subscription: Subscription }) {
  const id = useId()
  return (
    <Radio
      value={plan.key}
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-facts`}
      className={classNames(
        cardLook,
        'group cursor-pointer transition-colors hover:border-line-strong data-selected:border-green data-selected:bg-green-wash data-selected:inset-ring data-selected:inset-ring-green',
      )}
    >
      <PlanFacts
        plan={plan}
        subscription={subscription}
        id={id}
        mark={
          <span className="size-4 flex-none rounded-full border border-line-strong bg-surface group-data-selected:border-5 group-data-selected:border-green" />
        }
      />
    </Radio>
  )
}

function PlanFacts({
  plan,
  subscription,
  id,
  mark,
}: {
  plan: Plan
  subscription: Subscription
  id?: string
  mark?: ReactNode
}) {
  const words = useWords().billing.plans
  const money = useMoney(subscription)
  const { name, seats, pricePerSeatCents, features, key } = plan
  return (
    <>
      <span className="flex items-center gap-2.5">
        {mark}
        <b id={id && `${id}-name`} className="min-w-0 truncate text-l font-semibold tracking-tight">
          {name}
        </b>
        {key === subscription.plan && <Pill kind="line">{words.present}</Pill>}
      </span>
      <span id={id && `${id}-facts`} className="grid gap-2">
        <span className="grid">
          <b className="text-l font-semibold tabular-nums">
            {pricePerSeatCents === null
              ? words.byRequest
              : pricePerSeatCents === 0
                ? words.free
                : money(pricePerSeatCents)}
          </b>
          <span className="text-s text-ink-soft">{pricePerSeatCents ? words.perSeat : '\u00a0'}</span>
        </span>
        <span className="grid gap-1.5 text-s">
          {[words.seats(seats), ...features.map((feature) => words.features[feature])].map((fact) => (
            <span key={fact} className="flex gap-1.5">
              <Icon of={Check} size="xs" className="mt-0.75 flex-none text-green" />
              {fact}
            </span>
          ))}
        </span>
      </span>
    </>
  )
}
