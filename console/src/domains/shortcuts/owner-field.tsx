import type { SubAccountId } from '#contract/ids.ts'
import type { SubAccount } from '#contract/sub-accounts.ts'
import type { ShortcutScope } from '#contract/vocabulary.ts'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { useWords } from '../../ui/words.tsx'

/** Whom shortcuts are for. */
export interface Owner {
  scope: ShortcutScope
  /** Null unless it is a sub-account. */
  subAccountId: SubAccountId | null
}

/** Whose shortcuts the reader may make besides their own. */
export interface MayShare {
  subAccounts: readonly SubAccount[]
  mayShareWithAll: boolean
  /** The one the page shows: where new ones go when they are shared. */
  shown: SubAccount | null
}

interface OwnerFieldProps extends MayShare {
  value: Owner
  onChange: (owner: Owner) => void
  /** What is wrong with the sub-account. */
  error?: string | null
}

/** Whom new shortcuts are for; nothing where there is no choice. */
export function OwnerField({ value, onChange, error = null, subAccounts, mayShareWithAll, shown }: OwnerFieldProps) {
  const words = useWords().shortcuts.form
  if (!mayShareWithAll && subAccounts.length === 0) return null
  const scopes: ShortcutScope[] = [
    'own',
    ...(subAccounts.length > 0 ? (['sub-account'] as const) : []),
    ...(mayShareWithAll ? (['organisation'] as const) : []),
  ]
  const choose = (scope: ShortcutScope) => {
    const place = subAccounts.find((one) => one.id === shown?.id) ?? subAccounts[0]
    onChange({ scope, subAccountId: scope === 'sub-account' ? (place?.id ?? null) : null })
  }
  return (
    <>
      <ChoiceCards
        label={words.scope}
        value={value.scope}
        onChange={choose}
        options={scopes.map((scope) => ({ id: scope, ...words.scopes[scope] }))}
      />
      {value.scope === 'sub-account' && subAccounts.length > 1 && (
        <Select
          label={words.subAccount}
          value={value.subAccountId}
          onChange={(subAccountId) => onChange({ scope: 'sub-account', subAccountId })}
          error={error}
          options={subAccounts.map((one) => ({ id: one.id, label: one.name }))}
        />
      )}
    </>
  )
}
