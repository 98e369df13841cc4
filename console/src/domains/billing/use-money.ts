import type { Subscription } from '#contract/billing.ts'
import { useSpeech } from '../../ui/words.tsx'
import { formatMoney } from './format-money.ts'

/** Amounts in the reader's language and the server's currency. */
export function useMoney({ currency }: Pick<Subscription, 'currency'>): (cents: number) => string {
  const { tag } = useSpeech()
  return (cents) => formatMoney(cents, currency, tag)
}
