import { useNavigate } from '@tanstack/react-router'
import { Plus, SearchX, UserCheck, UserPlus, Users } from 'lucide-react'
import { useMemo } from 'react'
import type { RemovedAgent } from '#contract/agents.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { EmptyState } from '../../../ui/feedback/states.tsx'
import { PageHeading } from '../../../ui/layout/page-heading.tsx'
import { type Sorting, sortRows } from '../../../ui/lists/sort-rows.ts'
import { Table } from '../../../ui/lists/table.tsx'
import { useCollator } from '../../../ui/lists/use-sorted.ts'
import { useWords } from '../../../ui/words.tsx'
import type { People } from '../use-people.ts'
import { AgentMenu } from './agent-menu.tsx'
import { InvitationMenu } from './invitation-menu.tsx'
import { asPeople, everybody, isEverybody, type PeopleFilter, type Person, searchFor, sortValuesOf } from './people.ts'
import { peopleColumns } from './people-columns.tsx'
import { PeopleFilters } from './people-filters.tsx'
import { PeopleLegend } from './people-legend.tsx'
import { namesFor } from './people-names.ts'
import { SeatsLine } from './seats-line.tsx'

interface AgentsScreenProps extends People {
  /** Fetched once they are asked for. */
  removed: readonly RemovedAgent[]
  mayInvite: boolean
  filter: PeopleFilter
  sorting: Sorting
  onShow: (filter: PeopleFilter, sorting: Sorting) => void
}

/** The one list of people: agents, then invitations, searched and sorted together. */
export function AgentsScreen({ removed, mayInvite, filter, sorting, onShow, ...people }: AgentsScreenProps) {
  const words = useWords()
  const collator = useCollator()
  const { agents, invitations, roles, subAccounts } = people
  const names = useMemo(() => namesFor({ roles, subAccounts }, words.agents), [roles, subAccounts, words])
  const everyone = useMemo(() => asPeople({ agents, invitations, removed }), [agents, invitations, removed])
  const found = useMemo(() => everyone.filter(searchFor(filter)), [everyone, filter])
  const sorted = useMemo(
    () => sortRows(found, sortValuesOf(names), sorting, collator),
    [found, names, sorting, collator],
  )
  const isOfRemoved = filter.state === 'removed'
  const hasSubAccounts = subAccounts.length > 1
  const columns = useMemo(
    () => peopleColumns({ words, names, hasSubAccounts, isOfRemoved }),
    [words, names, hasSubAccounts, isOfRemoved],
  )
  const isAlone = agents.length <= 1 && invitations.length === 0
  const show = (next: PeopleFilter) => onShow(next, sorting)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <PageHeading title={words.agents.title} text={<SeatsLine />} actions={mayInvite && <Newcomers />} />
      <PeopleFilters
        filter={filter}
        onChange={show}
        roles={roles}
        subAccounts={subAccounts}
        found={
          isEverybody(filter)
            ? words.agents.counts(agents.length, invitations.length)
            : words.agents.found(found.length)
        }
      />
      {found.length === 0 ? (
        <NobodyFound filter={filter} onClear={() => show(everybody)} />
      ) : (
        <Table
          label={words.agents.title}
          columns={columns}
          groups={groupsOf(sorted, words)}
          keyOf={({ key }) => key}
          menuOf={isOfRemoved ? undefined : menuOf}
          sorting={sorting}
          onSort={(next) => onShow(filter, next)}
          isMuted={isMuted}
        />
      )}
      {isAlone && isEverybody(filter) && (
        <EmptyState icon={Users} title={words.agents.alone.title} actions={mayInvite && <Newcomers isInviteAlone />}>
          {words.agents.alone.text}
        </EmptyState>
      )}
      {!isAlone && !isOfRemoved && <PeopleLegend />}
    </div>
  )
}

/** The ways in: by a password from here, or by an invitation. The list stays as it is shown behind them. */
function Newcomers({ isInviteAlone = false }: { isInviteAlone?: boolean }) {
  const { agents, invitations } = useWords()
  const navigate = useNavigate()
  return (
    <>
      {!isInviteAlone && (
        <Button
          icon={Plus}
          aria-label={agents.add.title}
          onPress={() => void navigate({ to: '/settings/agents/new', search: true })}
        >
          {agents.add.act}
        </Button>
      )}
      <Button
        kind="main"
        icon={UserPlus}
        onPress={() => void navigate({ to: '/settings/agents/invite', search: true })}
      >
        {invitations.invite.act}
      </Button>
    </>
  )
}

function NobodyFound({ filter, onClear }: { filter: PeopleFilter; onClear: () => void }) {
  const words = useWords().agents
  const isNobodyRemoved = isEverybody({ ...filter, state: 'all' }) && filter.state === 'removed'
  const said = isNobodyRemoved ? words.restore.none : words.empty
  return (
    <EmptyState
      icon={isNobodyRemoved ? UserCheck : SearchX}
      title={said.title}
      actions={<Button onPress={onClear}>{words.empty.clear}</Button>}
    >
      {said.text}
    </EmptyState>
  )
}

function menuOf(person: Person) {
  if (person.kind === 'agent') return <AgentMenu agent={person.agent} />
  return person.kind === 'invitation' && <InvitationMenu invitation={person.invitation} />
}

function isMuted(person: Person): boolean {
  if (person.kind === 'agent') return !person.agent.active || person.agent.dormant
  return person.kind === 'invitation' && person.invitation.expired
}

function groupsOf(people: readonly Person[], { invitations, agents }: ReturnType<typeof useWords>) {
  const of = (kind: Person['kind']) => people.filter((person) => person.kind === kind)
  const groups = [
    { key: 'agents', rows: of('agent') },
    {
      key: 'invitations',
      heading: (
        <>
          <b className="font-semibold text-ink">{invitations.list.heading}</b> · {invitations.list.hint}
        </>
      ),
      rows: of('invitation'),
    },
    {
      key: 'removed',
      heading: <b className="font-semibold text-ink">{agents.restore.heading}</b>,
      rows: of('removed'),
    },
  ]
  return groups.filter(({ rows }) => rows.length > 0)
}
