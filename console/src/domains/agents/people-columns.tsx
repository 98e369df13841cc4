import { Mail, MailX } from 'lucide-react'
import type { SubAccountId } from '#contract/ids.ts'
import type { SubAccount } from '#contract/organisations.ts'
import { LanguageTag, Pill } from '../../ui/feedback/pill.tsx'
import type { Column } from '../../ui/lists/table.tsx'
import { Icon } from '../../ui/look/icon.tsx'
import { Avatar } from '../../ui/people/avatar.tsx'
import { RelativeTime } from '../../ui/time/relative-time.tsx'
import { useSpeech, type useWords } from '../../ui/words.tsx'
import { ActivitySwitch } from './activity-switch.tsx'
import type { Person } from './people.ts'
import { TimeLeft } from './time-left.tsx'

/** Columns of the list of people. Sub-accounts are spoken of only once there are two. */
export function peopleColumns(
  words: ReturnType<typeof useWords>,
  subAccounts: readonly SubAccount[],
): Column<Person>[] {
  const { columns } = words.agents
  const subAccountName = (id: SubAccountId | null) =>
    id === null ? words.agents.allSubAccounts : (subAccounts.find((one) => one.id === id)?.name ?? '')
  const subAccount: Column<Person> = {
    key: 'subAccount',
    header: columns.subAccount,
    cell: (person) => subAccountName(of(person).subAccountId),
    onPhone: 'line',
  }
  return [
    {
      key: 'agent',
      header: columns.agent,
      cell: (person) => <Who person={person} />,
      isSortable: true,
      onPhone: 'lead',
      isWide: true,
    },
    {
      key: 'role',
      header: columns.role,
      cell: (person) => words.agents.roles[of(person).role],
      isSortable: true,
      onPhone: 'line',
    },
    ...(subAccounts.length > 1 ? [subAccount] : []),
    {
      key: 'languages',
      header: columns.languages,
      cell: (person) => <Languages codes={of(person).languages} />,
      isHiddenWhenNarrow: true,
      onPhone: 'line',
    },
    {
      key: 'lastSignIn',
      header: columns.lastSignIn,
      cell: (person) => <Lately person={person} />,
      isSortable: true,
      onPhone: 'line',
    },
    {
      key: 'active',
      header: columns.active,
      cell: (person) => person.kind === 'agent' && <ActivitySwitch agent={person.agent} />,
      onPhone: 'side',
    },
  ]
}

const of = (person: Person) => (person.kind === 'agent' ? person.agent : person.invitation)

function Who({ person }: { person: Person }) {
  const { words } = useSpeech()
  if (person.kind === 'invitation') return <Invited person={person} />
  const { agent } = person
  const presence = agent.availability === null ? 'off' : agent.availability === 'away' ? 'away' : 'on'
  return (
    <div className="flex min-w-0 items-center gap-3">
      <Avatar
        id={agent.id}
        name={agent.name}
        presence={presence}
        presenceLabel={words.frame.availability[agent.availability ?? 'offline']}
        isMuted={!agent.active || agent.dormant}
      />
      <div className="grid min-w-0">
        <span className="flex flex-wrap items-center gap-2 font-medium">
          <bdi className="truncate">{agent.name}</bdi>
          {agent.you && <Pill>{words.agents.you}</Pill>}
          {agent.dormant && <Pill kind="line">{words.agents.dormant}</Pill>}
        </span>
        <bdi className="truncate text-s text-ink-soft">{agent.email}</bdi>
      </div>
    </div>
  )
}

function Invited({ person: { invitation } }: { person: Extract<Person, { kind: 'invitation' }> }) {
  const words = useSpeech().words.invitations.list
  const details = [
    words.by(invitation.inviterName),
    invitation.activeOnArrival ? words.activeOnArrival : words.activateLater,
    ...(invitation.letter && invitation.letter !== 'sent' ? [words.letter[invitation.letter]] : []),
  ]
  return (
    <div className="flex min-w-0 items-center gap-3">
      <span className="grid size-9 flex-none place-items-center rounded-full border border-dashed border-line-strong text-ink-soft">
        <Icon of={invitation.expired ? MailX : Mail} />
      </span>
      <div className="grid min-w-0">
        <bdi className="truncate font-medium">{invitation.email}</bdi>
        <span className="text-s text-ink-soft">{details.join(' · ')}</span>
      </div>
    </div>
  )
}

function Languages({ codes }: { codes: readonly string[] }) {
  const { tag } = useSpeech()
  const names = new Intl.DisplayNames(tag, { type: 'language' })
  return (
    <span className="flex gap-1">
      {codes.map((code) => (
        <LanguageTag key={code} code={code} name={names.of(code) ?? code} />
      ))}
    </span>
  )
}

function Lately({ person }: { person: Person }) {
  const words = useSpeech().words.agents
  if (person.kind === 'invitation') return <TimeLeft invitation={person.invitation} />
  const { lastSignInAt } = person.agent
  return lastSignInAt ? <RelativeTime at={lastSignInAt} /> : <span className="text-ink-soft">{words.never}</span>
}
