import { Building2, Check, Search, Users } from 'lucide-react'
import { useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { SearchField } from 'react-aria-components/SearchField'
import { Icon } from '../../../ui/look/icon.tsx'
import { plain } from '../../../ui/overlays/fuzzy.ts'
import { useWords } from '../../../ui/words.tsx'
import { ReceiverLine } from './receiver-line.tsx'
import type { Target } from './targets.ts'

interface TargetListProps {
  targets: readonly Target[]
  /** What the conversation is spoken in, in the reader's words. */
  language: string
  chosen: string | null
  onChoose: (key: string | null) => void
}

const kinds = ['agent', 'sub-account', 'queue'] as const

/** To whom: typed or walked to. Who cannot receive it can be chosen too, to be told why; the button then stays shut. */
export function TargetList({ targets, language, chosen, onChoose }: TargetListProps) {
  const words = useWords().transfers
  const titles = { agent: words.group.agents, 'sub-account': words.group.subAccounts, queue: words.group.queue }
  const [typed, setTyped] = useState('')
  const sought = plain(typed).trim()
  const found = targets.filter(({ name }) => plain(name).includes(sought))
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField
        aria-label={words.search}
        autoFocus
        className="field-edge flex min-h-10 items-center gap-2.5 px-3 touch:min-h-11"
      >
        <Icon of={Search} className="flex-none text-ink-soft" />
        <Input
          type="text"
          placeholder={words.search}
          className="w-full min-w-0 bg-transparent outline-none placeholder:text-ink-faint [&::-webkit-search-cancel-button]:hidden"
        />
      </SearchField>
      <ListBox
        aria-label={words.list}
        selectionMode="single"
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => onChoose(keys === 'all' ? null : (([...keys][0] as string | undefined) ?? null))}
        className="mt-2 h-72 overflow-auto rounded-m border border-line p-1 outline-none phone:h-[45dvh]"
        renderEmptyState={() => <p className="px-2.5 py-6 text-center text-ink-soft">{words.nothing(typed.trim())}</p>}
      >
        {kinds
          .map((kind) => ({ kind, those: found.filter((target) => target.kind === kind) }))
          .filter(({ those }) => those.length > 0)
          .map(({ kind, those }) => (
            <ListBoxSection key={kind}>
              <Header className="px-2.5 pt-2 pb-1 text-xs font-medium text-ink-soft">{titles[kind]}</Header>
              {those.map((target) => (
                <ListBoxItem
                  key={target.key}
                  id={target.key}
                  textValue={target.name}
                  className="flex min-h-12 cursor-pointer items-center gap-3 rounded-s px-2.5 py-1 -outline-offset-2 data-focused:bg-sunken data-selected:bg-green-wash"
                >
                  {({ isSelected }) => (
                    <>
                      <span className="min-w-0 flex-1">
                        {target.kind === 'agent' ? (
                          <ReceiverLine receiver={target.agent} language={language} />
                        ) : (
                          <PlaceLine target={target} />
                        )}
                      </span>
                      {isSelected && <Icon of={Check} className="flex-none text-green" />}
                    </>
                  )}
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
      </ListBox>
    </Autocomplete>
  )
}

/** A queue, and who could take it up from there. */
function PlaceLine({ target }: { target: Exclude<Target, { kind: 'agent' }> }) {
  const words = useWords().transfers
  const takers = target.kind === 'queue' ? target.takers : target.subAccount.takers
  return (
    <span className="flex min-w-0 items-center gap-3">
      <span className="grid size-9 flex-none place-items-center rounded-full bg-sunken text-ink-soft">
        <Icon of={target.kind === 'queue' ? Users : Building2} />
      </span>
      <span className="grid min-w-0 leading-tight">
        <span className="truncate font-medium">{target.name}</span>
        <span className={takers === 0 ? 'text-s text-amber' : 'text-s text-ink-soft'}>{words.takers(takers)}</span>
      </span>
    </span>
  )
}
