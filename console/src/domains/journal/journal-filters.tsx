import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { AgentId } from '#contract/ids.ts'
import { journalGroups } from '#contract/journal-acts.ts'
import { Select } from '../../ui/fields/select.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { useWords } from '../../ui/words.tsx'
import { type JournalSearch, periods } from './search.ts'

interface JournalFiltersProps {
  search: JournalSearch
  people: readonly { id: AgentId; name: string }[]
  onSearch: (search: JournalSearch) => void
}

/** Words, kind of event, person and period. */
export function JournalFilters({ search, people, onSearch }: JournalFiltersProps) {
  const words = useWords().journal
  const said = words.filters
  const everybody = { id: 'all' as const, label: said.everybody }
  return (
    <search className="flex flex-wrap items-center gap-2">
      <SoughtText text={search.text ?? ''} onChange={(text) => onSearch({ ...search, text })} />
      <Select
        look="pick"
        label={said.group}
        options={(['all', ...journalGroups] as const).map((id) => ({ id, label: said.groups[id] }))}
        value={search.group ?? 'all'}
        onChange={(group) => onSearch({ ...search, group: group === 'all' ? undefined : group })}
      />
      {people.length > 0 && (
        <Select<AgentId | 'all'>
          look="pick"
          label={said.person}
          options={[everybody, ...people.map(({ id, name }) => ({ id, label: name }))]}
          value={search.person ?? 'all'}
          onChange={(person) => onSearch({ ...search, person: person === 'all' ? undefined : person })}
        />
      )}
      <Select
        look="pick"
        label={said.period}
        options={(['always', ...periods] as const).map((id) => ({ id, label: said.periods[id] }))}
        value={search.period ?? 'always'}
        onChange={(period) =>
          onSearch({ ...search, period: period === 'always' ? undefined : period, from: undefined, until: undefined })
        }
      />
      {search.period === 'days' && <Days search={search} onSearch={onSearch} />}
    </search>
  )
}

function Days({ search, onSearch }: Pick<JournalFiltersProps, 'search' | 'onSearch'>) {
  const words = useWords().journal.filters
  return (
    <fieldset className="flex flex-wrap items-end gap-2">
      <legend className="unseen">{words.period}</legend>
      {(['from', 'until'] as const).map((edge) => (
        <TextField
          key={edge}
          label={words[edge]}
          type="date"
          value={search[edge] ?? ''}
          onChange={(day) => onSearch({ ...search, [edge]: day || undefined })}
        />
      ))}
    </fieldset>
  )
}

const typingPauseMs = 250

/** Asked for when the hand rests, not at each key. */
function SoughtText({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const words = useWords().journal
  const [typed, setTyped] = useState(text)
  // « Tout afficher », and the browser's way back, change it from outside.
  const [known, setKnown] = useState(text)
  if (known !== text) {
    setKnown(text)
    setTyped(text)
  }
  useEffect(() => {
    if (typed === text) return
    const rest = setTimeout(() => onChange(typed), typingPauseMs)
    return () => clearTimeout(rest)
  }, [typed, text, onChange])
  return (
    <div className="w-72 phone:w-full">
      <TextField
        label={words.search}
        isLabelUnseen
        placeholder={words.search}
        icon={Search}
        type="search"
        maxLength={80}
        value={typed}
        onChange={setTyped}
      />
    </div>
  )
}
