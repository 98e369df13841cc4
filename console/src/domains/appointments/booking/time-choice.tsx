import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight, CircleAlert } from 'lucide-react'
import { useState } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import type { AgentId, ReasonId } from '#contract/ids.ts'
import type { Span } from '#contract/wall-clock.ts'
import { calendarWords } from '#words/calendar.ts'
import { useMe } from '../../../live/session.ts'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { Loading, Skeleton } from '../../../ui/feedback/skeleton.tsx'
import { ErrorState } from '../../../ui/feedback/states.tsx'
import { Segments } from '../../../ui/fields/segments.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { Icon } from '../../../ui/look/icon.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import { dayOfWall, hourOf, periodOf, whenOf } from '../formats.ts'
import { type Day, daysFrom } from '../grid/days.ts'
import { dateOf, noonOf } from '../periods.ts'
import { slotsQuery } from '../queries.ts'
import { instantOf } from './typed-time.ts'

interface TimeChoiceProps {
  zone: string
  reasonId: ReasonId
  agent: { id: AgentId; name: string }
  /** Null: none yet. */
  value: number | null
  onChange: (at: number | null) => void
  /** The day to begin at: 2026-11-25. */
  date: string
  error: string | null
}

const daysAtOnce = 7

/** The days whose free times are shown together, from the one around an instant. */
export function shownTogether(zone: string, at: number): Span & { days: Day[] } {
  const days = daysFrom(zone, at, daysAtOnce)
  return { days, from: days[0]?.from ?? at, to: days.at(-1)?.to ?? at }
}

/** One of the free times, or any other, of an agent for a reason. */
export function TimeChoice(props: TimeChoiceProps) {
  const { zone, value, onChange, date, error } = props
  const { locale, tag } = useSpeech()
  const words = calendarWords(locale).times
  const [way, setWay] = useState<'free' | 'other'>('free')
  const [typed, setTyped] = useState(() => typedOf(value, { zone, date }))
  const type = (next: typeof typed) => {
    setTyped(next)
    onChange(instantOf(zone, next.day, next.hour))
  }
  return (
    <fieldset className="grid gap-2.5">
      <div className="flex flex-wrap items-center gap-2">
        <legend className="contents text-s font-medium">
          <span className="flex-1 text-s font-medium">{words.title}</span>
        </legend>
        <Segments
          label={words.title}
          value={way}
          onChange={(next) => {
            setWay(next)
            if (next === 'other') type(typedOf(value, { zone, date: typed.day }))
          }}
          options={[
            { id: 'free', label: words.free },
            { id: 'other', label: words.other },
          ]}
        />
      </div>
      {way === 'other' ? (
        <div className="grid grid-cols-2 gap-3">
          <TextField label={words.day} type="date" value={typed.day} onChange={(day) => type({ ...typed, day })} />
          <TextField label={words.hour} type="time" value={typed.hour} onChange={(hour) => type({ ...typed, hour })} />
        </div>
      ) : (
        <FreeTimes {...props} />
      )}
      {value !== null && <p className="text-s text-ink-soft first-letter:uppercase">{whenOf(value, { tag, zone })}</p>}
      {error && (
        <p role="alert" className="flex gap-1.5 text-s text-red">
          <Icon of={CircleAlert} className="mt-px flex-none" />
          {error}
        </p>
      )}
    </fieldset>
  )
}

function FreeTimes({ zone, reasonId, agent, value, onChange, date }: TimeChoiceProps) {
  const { locale, tag } = useSpeech()
  const words = calendarWords(locale).times
  const { organisationId } = useMe()
  const [first, setFirst] = useState(() => noonOf(zone, date))
  const { days, from, to } = shownTogether(zone, first)
  const slots = useQuery({
    ...slotsQuery(organisationId, reasonId, { from, to }),
    placeholderData: keepPreviousData,
  })
  const free = (slots.data?.slots ?? []).filter(({ agentIds }) => agentIds.includes(agent.id))
  const turn = (weeks: number) => setFirst(noonOf(zone, dateOf((days[0]?.wall ?? 0) + weeks * daysAtOnce * 86_400_000)))
  return (
    <div className="rounded-m border border-line">
      <div className="flex items-center border-b border-line py-1 pr-1 pl-3">
        <span aria-live="polite" className="flex-1 text-s font-medium">
          {periodOf(days, tag)}
        </span>
        <IconButton icon={ChevronLeft} label={words.back} isDisabled={from <= Date.now()} onPress={() => turn(-1)} />
        <IconButton icon={ChevronRight} label={words.on} onPress={() => turn(1)} />
      </div>
      <div className="h-56 overflow-auto p-3">
        {slots.isError && !slots.data ? (
          <ErrorState title={words.failed} onRetry={() => void slots.refetch()} isRetrying={slots.isFetching} />
        ) : !slots.data || slots.isPlaceholderData ? (
          <Loading className="grid gap-3">
            <Skeleton className="h-7 w-3/4" />
            <Skeleton className="h-7 w-1/2" />
            <Skeleton className="h-7 w-2/3" />
          </Loading>
        ) : free.length === 0 ? (
          <p className="text-s text-ink-soft">{words.noneOf(agent.name)}</p>
        ) : (
          <ToggleButtonGroup
            aria-label={words.free}
            selectionMode="single"
            selectedKeys={value === null ? [] : [new Date(value).toISOString()]}
            onSelectionChange={(keys) => {
              const [chosen] = keys
              onChange(chosen === undefined ? null : Date.parse(String(chosen)))
            }}
            className="grid gap-3"
          >
            {days.map((day) => (
              <TimesOfDay key={day.wall} day={day} zone={zone} times={free.map(({ startsAt }) => startsAt)} />
            ))}
          </ToggleButtonGroup>
        )}
      </div>
    </div>
  )
}

function TimesOfDay({ day, zone, times }: { day: Day; zone: string; times: readonly string[] }) {
  const { tag } = useSpeech()
  const own = times.filter((at) => Date.parse(at) >= day.from && Date.parse(at) < day.to)
  if (own.length === 0) return null
  const name = dayOfWall(day.wall, tag)
  return (
    <div className="grid gap-1.5">
      <span aria-hidden="true" className="text-xs font-semibold text-ink-soft first-letter:uppercase">
        {name}
      </span>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(3.75rem,1fr))] gap-1.5">
        {own.map((at) => (
          <ToggleButton
            key={at}
            id={new Date(at).toISOString()}
            className="h-7 cursor-pointer rounded-s border border-line-strong text-center text-s tabular-nums transition-colors hover:bg-sunken data-selected:border-green data-selected:bg-green data-selected:text-green-ink touch:h-11"
          >
            <span className="unseen">{name}</span> {hourOf(at, { tag, zone })}
          </ToggleButton>
        ))}
      </div>
    </div>
  )
}

const wallAt = (zone: string, at: number) => daysFrom(zone, at, 1)[0]?.wall ?? at

/** What the fields begin with. */
function typedOf(value: number | null, { zone, date }: { zone: string; date: string }) {
  if (value === null) return { day: date, hour: '' }
  const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(value)
  return { day: dateOf(wallAt(zone, value)), hour }
}
