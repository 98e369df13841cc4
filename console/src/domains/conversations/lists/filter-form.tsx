import { Button } from '../../../ui/actions/button.tsx'
import { Checkbox } from '../../../ui/fields/checkbox.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { useWords } from '../../../ui/words.tsx'
import { isNarrowed } from '../address.ts'
import { useAddress, useChangeAddress, useClearFilters } from '../use-address.ts'
import { useFilterChoices } from './use-filter-choices.ts'

const kinds = ['channel', 'agent', 'language', 'questionnaire'] as const

/** Each filter holds at once, and together with the others. */
export function FilterForm() {
  const words = useWords().conversations.filters
  const address = useAddress()
  const change = useChangeAddress()
  const clear = useClearFilters()
  const choices = useFilterChoices()
  return (
    <div className="grid gap-3">
      {kinds
        // One alone narrows nothing, unless it is what was chosen.
        .filter((kind) => choices[kind].length > 1 || address[kind] !== undefined)
        .map((kind) => (
          <Select
            key={kind}
            label={words[kind]}
            options={[{ id: 'any', label: words.any[kind] }, ...choices[kind]]}
            value={address[kind] ?? 'any'}
            onChange={(id) => change({ [kind]: id === 'any' ? undefined : id })}
          />
        ))}
      <Checkbox isSelected={address.mention === 'me'} onChange={(on) => change({ mention: on ? 'me' : undefined })}>
        {words.mention}
      </Checkbox>
      <fieldset>
        <legend className="mb-1.5 text-s text-ink-soft">{words.days}</legend>
        <div className="grid grid-cols-2 gap-2">
          {(['from', 'until'] as const).map((edge) => (
            <TextField
              key={edge}
              label={words[edge]}
              type="date"
              value={address[edge] ?? ''}
              onChange={(day) => change({ [edge]: day || undefined })}
            />
          ))}
        </div>
      </fieldset>
      {isNarrowed(address) && (
        <div>
          <Button size="small" onPress={clear}>
            {words.clear}
          </Button>
        </div>
      )}
    </div>
  )
}
