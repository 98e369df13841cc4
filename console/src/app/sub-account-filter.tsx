import { Store } from 'lucide-react'
import { chosenSubAccount, keptSubAccount } from '../live/sub-account-filter.ts'
import { useKnown } from '../live/use-live.tsx'
import { Select } from '../ui/fields/select.tsx'
import { useKept } from '../ui/kept.ts'
import { useWords } from '../ui/words.tsx'

const all = 'all'

/** Which sub-account the page shows; absent while there is only one. */
export function SubAccountFilter() {
  const words = useWords().frame.subAccount
  const subAccounts = useKnown((state) => state.subAccounts, none)
  const [kept, choose] = useKept(keptSubAccount)
  if (subAccounts.length < 2) return null
  return (
    <Select
      look="pick"
      icon={Store}
      isIconOnPhone
      label={words.label}
      value={chosenSubAccount(kept, subAccounts)?.id ?? all}
      options={[{ id: all, label: words.all }, ...subAccounts.map(({ id, name }) => ({ id, label: name }))]}
      onChange={(id: string) => choose(id === all ? null : id)}
    />
  )
}

const none: never[] = []
