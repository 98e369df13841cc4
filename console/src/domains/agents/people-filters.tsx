import { Search } from 'lucide-react'
import { roles } from '#contract/vocabulary.ts'
import { Select } from '../../ui/fields/select.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { useWords } from '../../ui/words.tsx'
import { type PeopleFilter, states } from './people.ts'

/** Search, role and state over the list of people. */
export function PeopleFilters({
  filter,
  onChange,
}: {
  filter: PeopleFilter
  onChange: (filter: PeopleFilter) => void
}) {
  const words = useWords().agents
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
      <Select
        look="pick"
        label={words.filters.role}
        options={(['all', ...roles] as const).map((id) => ({
          id,
          label: id === 'all' ? words.filters.all : words.roles[id],
        }))}
        value={filter.role}
        onChange={(role) => onChange({ ...filter, role })}
      />
      <Select
        look="pick"
        label={words.filters.state}
        options={states.map((id) => ({ id, label: words.filters[id] }))}
        value={filter.state}
        onChange={(state) => onChange({ ...filter, state })}
      />
    </search>
  )
}
