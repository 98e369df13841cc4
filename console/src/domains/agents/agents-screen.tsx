import { Info, SearchX, UserPlus, Users } from 'lucide-react'
import { useState } from 'react'
import type { AgentForAgent } from '#contract/agents.ts'
import type { InvitationForAgent } from '#contract/invitations.ts'
import type { SubAccount } from '#contract/organisations.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Pill } from '../../ui/feedback/pill.tsx'
import { EmptyState } from '../../ui/feedback/states.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Table } from '../../ui/lists/table.tsx'
import { useSorted } from '../../ui/lists/use-sorted.ts'
import { Icon } from '../../ui/look/icon.tsx'
import { useWords } from '../../ui/words.tsx'
import { AgentMenu } from './agent-menu.tsx'
import { InvitationMenu } from './invitation-menu.tsx'
import { asPeople, everybody, isEverybody, matches, type Person, sortValueOf } from './people.ts'
import { peopleColumns } from './people-columns.tsx'
import { PeopleFilters } from './people-filters.tsx'

interface AgentsScreenProps {
  agents: readonly AgentForAgent[]
  invitations: readonly InvitationForAgent[]
  subAccounts: readonly SubAccount[]
  mayInvite: boolean
  onInvite: () => void
}

/** The one list of people: agents, then invitations, searched and sorted together. */
export function AgentsScreen({ agents, invitations, subAccounts, mayInvite, onInvite }: AgentsScreenProps) {
  const words = useWords()
  const [filter, setFilter] = useState(everybody)
  const found = asPeople(agents, invitations).filter((person) => matches(person, filter))
  const { sorted, sorting, setSorting } = useSorted(found, sortValueOf, { key: 'agent', way: 'up' })
  const inviteButton = mayInvite && (
    <Button kind="main" icon={UserPlus} onPress={onInvite}>
      {words.invitations.invite.act}
    </Button>
  )
  const isAlone = agents.length <= 1 && invitations.length === 0
  return (
    <div className="grid gap-4">
      <PageHeading
        title={words.agents.title}
        text={words.agents.counts(agents.length, invitations.length)}
        actions={inviteButton}
      />
      {!isAlone && <PeopleFilters filter={filter} onChange={setFilter} />}
      {found.length === 0 ? (
        <EmptyState
          icon={SearchX}
          title={words.agents.empty.title}
          actions={
            !isEverybody(filter) && <Button onPress={() => setFilter(everybody)}>{words.agents.empty.clear}</Button>
          }
        >
          {words.agents.empty.text}
        </EmptyState>
      ) : (
        <Table
          label={words.agents.title}
          columns={peopleColumns(words, subAccounts)}
          groups={groupsOf(sorted, words.invitations.list)}
          keyOf={({ key }) => key}
          menuOf={(person) =>
            person.kind === 'agent' ? (
              <AgentMenu agent={person.agent} />
            ) : (
              <InvitationMenu invitation={person.invitation} />
            )
          }
          sorting={sorting}
          onSort={setSorting}
          isMuted={(person) =>
            person.kind === 'agent' ? !person.agent.active || person.agent.dormant : person.invitation.expired
          }
        />
      )}
      {isAlone && (
        <EmptyState icon={Users} title={words.agents.alone.title} actions={inviteButton}>
          {words.agents.alone.text}
        </EmptyState>
      )}
      {!isAlone && <Legend />}
    </div>
  )
}

function groupsOf(people: readonly Person[], words: { heading: string; hint: string }) {
  const agents = people.filter(({ kind }) => kind === 'agent')
  const invitations = people.filter(({ kind }) => kind === 'invitation')
  const heading = (
    <>
      <b className="font-semibold text-ink">{words.heading}</b> · {words.hint}
    </>
  )
  return [
    { key: 'agents', rows: agents },
    ...(invitations.length > 0 ? [{ key: 'invitations', heading, rows: invitations }] : []),
  ]
}

/** Both the switch and the pill say « actif/inactif » in French: one line tells them apart. */
function Legend() {
  const words = useWords().agents
  return (
    <p className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-s text-ink-soft">
      <Icon of={Info} className="flex-none" />
      <span>
        <b className="font-semibold text-ink">{words.legend.active}</b>
        {words.legend.activeMeans}
      </span>
      <Pill kind="line">{words.dormant}</Pill>
      <span>{words.legend.dormantMeans}</span>
    </p>
  )
}
