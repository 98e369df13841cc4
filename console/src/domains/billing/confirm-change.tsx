import { useQueryClient } from '@tanstack/react-query'
import type { Subscription } from '#contract/billing.ts'
import { api, refusalOf } from '../../live/api.ts'
import { useMe } from '../../live/session.ts'
import { settingsKey } from '../../live/settings-key.ts'
import { AlertDialog } from '../../ui/overlays/alert-dialog.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { useWords } from '../../ui/words.tsx'
import { type ChosenTerms, isOnOffer } from './chosen-terms.ts'
import { useMoney } from './use-money.ts'

interface ConfirmChangeProps {
  chosen: ChosenTerms
  subscription: Subscription
  onClose: () => void
}

/** What it is today and what it will be, with both prices, before anything changes. */
export function ConfirmChange({ chosen, subscription, onClose }: ConfirmChangeProps) {
  const { confirm: words, now } = useWords().billing
  const money = useMoney(subscription)
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const { plan, seats } = chosen
  const isSamePlan = plan.key === subscription.plan
  const leaves = subscription.plans.find((one) => one.key === subscription.plan && !isOnOffer(one))

  const change = async () => {
    const refusal = await refusalOf(
      api.call('PUT /organisations/:organisationId/subscription', {
        params: { organisationId },
        body: { plan: plan.key, seats, version: subscription.version },
      }),
    )
    // Refused or not: what is shown is what holds now.
    await queryClient.invalidateQueries({ queryKey: settingsKey(organisationId, 'billing') })
    if (refusal) return refusal.message
    toasts.show({ text: words.done })
    return null
  }

  const price = (cents: number | null) => (cents === null ? now.byAgreement : now.perMonth(money(cents)))
  return (
    <AlertDialog
      isOpen
      onClose={onClose}
      title={isSamePlan ? words.titleSeats(seats) : words.title(plan.name)}
      confirm={{ label: words.act, act: change }}
    >
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 tabular-nums">
        <dt>{words.from}</dt>
        <dd className="text-ink">
          {words.terms(subscription.planName, subscription.seats)}
          <br />
          {price(subscription.monthlyCents)}
        </dd>
        <dt>{words.to}</dt>
        <dd className="font-medium text-ink">
          {words.terms(plan.name, seats)}
          <br />
          {price(chosen.monthlyCents)}
        </dd>
      </dl>
      {leaves && !isSamePlan && <p>{words.leavesUltimate(leaves.name)}</p>}
      <p>{now.settledOutside}</p>
    </AlertDialog>
  )
}
