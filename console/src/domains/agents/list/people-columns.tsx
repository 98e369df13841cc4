import { LanguageTag } from '../../../ui/feedback/pill.tsx'
import { languageNames } from '../../../ui/languages.ts'
import type { Column } from '../../../ui/lists/table.tsx'
import { RelativeTime } from '../../../ui/time/relative-time.tsx'
import { useSpeech, type useWords } from '../../../ui/words.tsx'
import { ActivitySwitch } from './activity-switch.tsx'
import type { PeopleNames, Person, SortKey } from './people.ts'
import { PersonCell } from './person-cell.tsx'
import { RestoreButton } from './restore-button.tsx'
import { TimeLeft } from './time-left.tsx'

interface ColumnSettings {
  words: ReturnType<typeof useWords>
  names: PeopleNames
  /** Sub-accounts are spoken of only once there are two. */
  hasSubAccounts: boolean
  /** Those who were removed have neither languages nor a limit, and nothing to switch. */
  isOfRemoved: boolean
}

/** Columns of the list of people; every one of them sorts. */
export function peopleColumns({ words, names, hasSubAccounts, isOfRemoved }: ColumnSettings): Column<Person>[] {
  const { columns } = words.agents
  const column = (key: SortKey, header: string, rest: Omit<Column<Person>, 'key' | 'header' | 'isSortable'>) => ({
    key,
    header,
    isSortable: true,
    ...rest,
  })
  const agent = column('agent', columns.agent, {
    cell: (person) => <PersonCell person={person} />,
    onPhone: 'lead',
    isWide: true,
  })
  const role = column('role', columns.role, {
    cell: (person) => <span className="block max-w-44 truncate">{names.roleOf(person)}</span>,
    onPhone: 'line',
    width: 'w-36',
  })
  if (isOfRemoved)
    return [
      agent,
      role,
      { key: 'restore', header: '', cell: (person) => <RestoreButton person={person} />, width: 'w-32' },
    ]

  const subAccount = column('subAccount', columns.subAccount, {
    cell: (person) => <span className="block max-w-52 truncate">{names.subAccountOf(person)}</span>,
    onPhone: 'line',
    width: 'w-40',
  })
  return [
    agent,
    role,
    ...(hasSubAccounts ? [subAccount] : []),
    column('languages', columns.languages, {
      cell: (person) => <Languages person={person} />,
      isHiddenWhenNarrow: true,
      onPhone: 'line',
      width: 'w-36',
    }),
    column('limit', columns.limit, {
      cell: (person) => <Limit person={person} />,
      isHiddenWhenNarrow: true,
      onPhone: 'line',
      width: 'w-24',
    }),
    column('lastSignIn', columns.lastSignIn, {
      cell: (person) => <Lately person={person} />,
      onPhone: 'line',
      width: 'w-44',
    }),
    column('active', columns.active, {
      cell: (person) => person.kind === 'agent' && <ActivitySwitch agent={person.agent} />,
      onPhone: 'side',
      width: 'w-20',
    }),
  ]
}

// More would push the other columns out; their names are said all the same.
const shownLanguages = 3

function Languages({ person }: { person: Person }) {
  const { tag, words } = useSpeech()
  if (person.kind === 'removed') return null
  const { languages } = person.kind === 'agent' ? person.agent : person.invitation
  const nameOf = languageNames(tag)
  const rest = languages.slice(shownLanguages)
  return (
    <span className="flex gap-1">
      {languages.slice(0, shownLanguages).map((code) => (
        <LanguageTag key={code} code={code} name={nameOf(code)} />
      ))}
      {rest.length > 0 && <LanguageTag code={`+${rest.length}`} name={words.agents.moreLanguages(rest.map(nameOf))} />}
    </span>
  )
}

function Limit({ person }: { person: Person }) {
  const { words } = useSpeech()
  if (person.kind === 'removed') return null
  const { conversationLimit } = person.kind === 'agent' ? person.agent : person.invitation
  return conversationLimit === null ? (
    <span className="text-ink-soft">{words.agents.unlimited}</span>
  ) : (
    conversationLimit
  )
}

function Lately({ person }: { person: Person }) {
  const { words } = useSpeech()
  if (person.kind === 'invitation') return <TimeLeft invitation={person.invitation} />
  if (person.kind === 'removed') return null
  const { lastSignInAt } = person.agent
  return lastSignInAt ? <RelativeTime at={lastSignInAt} /> : <span className="text-ink-soft">{words.agents.never}</span>
}
