import { Store } from 'lucide-react'
import { useShownSubAccount, useShowSubAccount } from '../live/shown-sub-account.ts'
import { useKnown } from '../live/use-live.tsx'
import { Select } from '../ui/fields/select.tsx'
import { useWords } from '../ui/words.tsx'

const all = 'all'

/** Which sub-account the page shows; absent while there is only one. */
export function SubAccountFilter() {
  const words = useWords().frame.subAccount
  const subAccounts = useKnown((state) => state.subAccounts, none)
  const shown = useShownSubAccount()
  const show = useShowSubAccount()
  if (subAccounts.length < 2) return null
  return (
    <Select
      look="pick"
      icon={Store}
      isIconOnPhone
      label={words.label}
      value={shown?.id ?? all}
      options={[{ id: all, label: words.all }, ...subAccounts.map(({ id, name }) => ({ id, label: name }))]}
      onChange={(id: string) => show(subAccounts.find((each) => each.id === id)?.id ?? null)}
    />
  )
}

const none: never[] = []
