import { Search } from 'lucide-react'
import type { RoleId, SubAccountId } from '#contract/ids.ts'
import { type Role, roles } from '#contract/vocabulary.ts'
import { Select } from '../../../ui/fields/select.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { People } from '../use-people.ts'
import { type PeopleFilter, states } from './people.ts'

interface PeopleFiltersProps extends Pick<People, 'roles' | 'subAccounts'> {
  filter: PeopleFilter
  onChange: (filter: PeopleFilter) => void
  /** How many are found, said at the end of the line. */
  found: string
}

/** Search, role, sub-account and state over the list of people. */
export function PeopleFilters({ filter, onChange, found, roles: customRoles, subAccounts }: PeopleFiltersProps) {
  const words = useWords().agents
  const all = { id: 'all' as const, label: words.filters.all }
  return (
    <search className="flex flex-wrap items-center gap-2">
      <div className="w-72 phone:w-full">
        <TextField
          label={words.search}
          isLabelUnseen
          placeholder={words.search}
          icon={Search}
          type="search"
          value={filter.text}
          onChange={(text) => onChange({ ...filter, text })}
        />
      </div>
      <Select<Role | RoleId | 'all'>
        look="pick"
        label={words.filters.role}
        options={[
          all,
          ...roles.map((id) => ({ id, label: words.roles[id] })),
          ...customRoles.map(({ id, name }) => ({ id, label: name })),
        ]}
        value={filter.role}
        onChange={(role) => onChange({ ...filter, role })}
      />
      {subAccounts.length > 1 && (
        <Select<SubAccountId | 'all'>
          look="pick"
          label={words.filters.subAccount}
          options={[all, ...subAccounts.map(({ id, name }) => ({ id, label: name }))]}
          value={filter.subAccountId}
          onChange={(subAccountId) => onChange({ ...filter, subAccountId })}
        />
      )}
      <Select
        look="pick"
        label={words.filters.state}
        options={states.map((id) => ({ id, label: words.filters[id] }))}
        value={filter.state}
        onChange={(state) => onChange({ ...filter, state })}
      />
      <p role="status" className="ml-auto text-s text-ink-soft tabular-nums phone:ml-0">
        {found}
      </p>
    </search>
  )
}
