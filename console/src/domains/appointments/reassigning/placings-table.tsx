import { TriangleAlert } from 'lucide-react'
import type { Placing } from '#contract/appointments/reassigning.ts'
import type { AgentId, AppointmentId } from '#contract/ids.ts'
import type { WhyNotFree } from '#contract/vocabulary.ts'
import { withFirst } from '#words/first-of-month.ts'
import { useReassigningWords } from '../../../live/use-reassigning-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { type Column, Table } from '../../../ui/lists/table.tsx'
import { Icon } from '../../../ui/look/icon.tsx'
import { RelativeTime } from '../../../ui/time/relative-time.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import { hoursOf, readerZone } from '../formats.ts'
import { OtherWays } from './other-ways.tsx'
import { type Choices, heirOf, isFree, type Move, whyNobody } from './placings.ts'

interface PlacingsTableProps {
  placings: readonly Placing[]
  choices: Choices
  onChoose: (id: AppointmentId, to: AgentId) => void
  onGive: (move: Move) => void
  busyWith: readonly AppointmentId[]
  /** What could not be given when it was tried. */
  refused: ReadonlyMap<string, readonly (WhyNotFree | 'changed')[]>
}

/** A row per appointment: when, what for, and who takes it over, or why nobody can. */
export function PlacingsTable({ placings, choices, onChoose, onGive, busyWith, refused }: PlacingsTableProps) {
  const { tag } = useSpeech()
  const words = useReassigningWords()
  const reader = { tag, zone: readerZone() }
  const columns: Column<Placing>[] = [
    {
      key: 'date',
      header: words.columns.date,
      cell: ({ appointment }) => (
        <span className="grid leading-tight">
          <b className="font-medium">{dayOf(appointment.startsAt, reader)}</b>
          <span className="text-s text-ink-soft">{hoursOf(appointment, reader)}</span>
        </span>
      ),
      onPhone: 'lead',
    },
    {
      key: 'reason',
      header: words.columns.reason,
      cell: ({ appointment }) => (
        <span className="grid leading-tight">
          <span className="truncate">{appointment.reason.name}</span>
          <bdi className="truncate text-s text-ink-soft">{appointment.name}</bdi>
        </span>
      ),
      isWide: true,
    },
    {
      key: 'to',
      header: words.columns.to,
      cell: (placing) => (
        <div className="grid w-56 gap-1 py-2 phone:w-full">
          <Heir placing={placing} choices={choices} onChoose={onChoose} />
          <Refused why={refused.get(placing.appointment.id)} />
          {placing.appointment.askedToMoveAt && (
            <span className="text-xs text-ink-soft">
              {words.other.askedAt} <RelativeTime at={placing.appointment.askedToMoveAt} />
            </span>
          )}
        </div>
      ),
    },
    {
      key: 'act',
      header: '',
      align: 'end',
      cell: (placing) => {
        const { appointment } = placing
        const agentId = heirOf(placing, choices)
        if (agentId === null) return <OtherWays appointment={appointment} />
        // Of one alone the dialog's own button says it.
        if (placings.length === 1) return null
        return (
          <Button
            size="small"
            aria-label={words.actFor(appointment.name)}
            isBusy={busyWith.includes(appointment.id)}
            isDisabled={busyWith.length > 0}
            onPress={() => onGive({ appointmentId: appointment.id, version: appointment.version, agentId })}
          >
            {words.act}
          </Button>
        )
      },
      onPhone: 'side',
    },
  ]
  return (
    <Table
      label={words.list}
      columns={columns}
      groups={[{ key: 'all', rows: placings }]}
      keyOf={({ appointment }) => appointment.id}
    />
  )
}

function Heir({ placing, choices, onChoose }: { placing: Placing } & Pick<PlacingsTableProps, 'choices' | 'onChoose'>) {
  const words = useReassigningWords()
  const { appointment, candidates } = placing
  const heir = heirOf(placing, choices)
  if (heir === null)
    return (
      <span className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-s whitespace-normal">
        <Icon of={TriangleAlert} className="mt-0.5 text-amber" />
        <b className="font-medium text-amber">{words.nobody}</b>
        <span className="col-start-2 text-xs text-ink-soft">{whyNobody(placing, words)}</span>
      </span>
    )
  return (
    <Select
      label={words.toFor(appointment.name)}
      isLabelUnseen
      value={heir}
      onChange={(to) => onChoose(appointment.id, to)}
      options={candidates.map((one) => ({
        id: one.agent.id,
        label: one.agent.name,
        isDisabled: !isFree(one),
        ...(!isFree(one) && { hint: one.why.map((why) => words.why[why]).join(', ') }),
      }))}
    />
  )
}

function Refused({ why }: { why: readonly (WhyNotFree | 'changed')[] | undefined }) {
  const words = useReassigningWords()
  if (why === undefined) return null
  return (
    <span className="text-xs whitespace-normal text-red">
      {words.notPlaced(why.map((one) => words.why[one]).join(', '))}
    </span>
  )
}

/** mar. 1er déc. */
const dayOf = (at: string, { tag, zone }: { tag: string; zone: string }): string =>
  withFirst(
    new Intl.DateTimeFormat(tag, { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone }).format(
      new Date(at),
    ),
    tag,
  )
