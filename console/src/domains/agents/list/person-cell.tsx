import { Mail, MailX } from 'lucide-react'
import { photoUrlOf } from '../../../live/photo-url.ts'
import { Pill } from '../../../ui/feedback/pill.tsx'
import { Icon } from '../../../ui/look/icon.tsx'
import { Avatar } from '../../../ui/people/avatar.tsx'
import { formatDuration } from '../../../ui/time/format-time.ts'
import { useNow } from '../../../ui/time/use-now.ts'
import { useWords } from '../../../ui/words.tsx'
import type { Person } from './people.ts'

type Of<Kind extends Person['kind']> = { person: Extract<Person, { kind: Kind }> }

/** Who a line is about: a face, a name and an address. */
export function PersonCell({ person }: { person: Person }) {
  if (person.kind === 'invitation') return <Invited person={person} />
  return person.kind === 'removed' ? <Removed person={person} /> : <Belonging person={person} />
}

function Belonging({ person: { agent } }: Of<'agent'>) {
  const { agents: words, frame } = useWords()
  const presence = agent.availability === null ? 'off' : agent.availability === 'away' ? 'away' : 'on'
  return (
    <div className="flex min-w-0 items-center gap-3">
      <Avatar
        id={agent.id}
        name={agent.name}
        photoUrl={photoUrlOf(agent.photoId)}
        presence={presence}
        presenceLabel={frame.availability[agent.availability ?? 'offline']}
        isMuted={!agent.active || agent.dormant}
      />
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)]">
        <span className="flex items-center gap-2 font-medium phone:flex-wrap">
          <bdi className="truncate" title={agent.name}>
            {agent.name}
          </bdi>
          {agent.you && <Pill>{words.you}</Pill>}
          {agent.dormant && <Pill kind="line">{words.dormant}</Pill>}
        </span>
        <bdi className="truncate text-s text-ink-soft" title={agent.email}>
          {agent.email}
        </bdi>
        {agent.nextEmail && <span className="truncate text-xs text-ink-soft">{words.nextEmail(agent.nextEmail)}</span>}
      </div>
    </div>
  )
}

function Invited({ person: { invitation } }: Of<'invitation'>) {
  const words = useWords().invitations.list
  const details = [
    ...(invitation.inviterName === null ? [] : [words.by(invitation.inviterName)]),
    invitation.activeOnArrival ? words.activeOnArrival : words.activateLater,
    ...(invitation.letter && invitation.letter !== 'sent' ? [words.letter[invitation.letter]] : []),
  ]
  return (
    <div className="flex min-w-0 items-center gap-3">
      <span className="grid size-9 flex-none place-items-center rounded-full border border-dashed border-line-strong text-ink-soft">
        <Icon of={invitation.expired ? MailX : Mail} />
      </span>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)]">
        <bdi className="truncate font-medium" title={invitation.email}>
          {invitation.email}
        </bdi>
        <span className="truncate text-s text-ink-soft phone:whitespace-normal" title={details.join(' · ')}>
          {details.join(' · ')}
        </span>
      </div>
    </div>
  )
}

function Removed({ person: { removed } }: Of<'removed'>) {
  const { agents: words, ui } = useWords()
  const now = useNow(60_000)
  const leftMs = new Date(removed.restorableUntil).getTime() - now.getTime()
  const details = [
    ...(removed.removedBy ? [words.restore.removedBy(removed.removedBy)] : []),
    ...(leftMs > 0 ? [words.restore.until(formatDuration(leftMs, ui.time))] : []),
  ]
  return (
    <div className="flex min-w-0 items-center gap-3">
      <Avatar id={removed.id} name={removed.name} isMuted />
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)]">
        <span className="flex items-baseline gap-2">
          <bdi className="truncate font-medium">{removed.name}</bdi>
          <bdi className="truncate text-s text-ink-soft phone:hidden">{removed.email}</bdi>
        </span>
        <span className="truncate text-s text-ink-soft phone:whitespace-normal" title={details.join(' · ')}>
          {details.join(' · ')}
        </span>
      </div>
    </div>
  )
}
