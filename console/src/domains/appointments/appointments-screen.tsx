import { Link } from '@tanstack/react-router'
import { CalendarDays, UsersRound } from 'lucide-react'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import type { AgentId } from '#contract/ids.ts'
import { calendarWords } from '#words/calendar.ts'
import { useMe } from '../../live/session.ts'
import { Button } from '../../ui/actions/button.tsx'
import { buttonLook } from '../../ui/actions/button-look.ts'
import { ProgressLine } from '../../ui/feedback/progress-line.tsx'
import { SkeletonRows } from '../../ui/feedback/skeleton.tsx'
import { EmptyState, ErrorState } from '../../ui/feedback/states.tsx'
import { useIsNarrow } from '../../ui/look/use-media-query.ts'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { part } from '../../ui/parts.ts'
import { useSpeech } from '../../ui/words.tsx'
import { agentsInAddress, type CalendarAddress, type CalendarView, chosenAgents } from './address.ts'
import { GridSkeleton } from './grid/grid-skeleton.tsx'
import { TimeGrid } from './grid/time-grid.tsx'
import { AppointmentList } from './list/appointment-list.tsx'
import { unknownMark } from './look/marks.ts'
import { useMoving } from './moving/use-moving.ts'
import { needsOther } from './needs-other.ts'
import { Opened } from './opened/opened.tsx'
import { dateAt, stepFrom } from './periods.ts'
import { type ShownCalendar, ShownCalendarContext } from './shown-calendar.ts'
import { SidePanel } from './side/side-panel.tsx'
import { Toolbar } from './toolbar.tsx'
import { useBookable } from './use-bookable.ts'
import { useCalendar } from './use-calendar.ts'
import { useCalendarCommands } from './use-calendar-commands.ts'
import { useCalendarKeys } from './use-calendar-keys.ts'

const BookDialog = lazy(part(() => import('./booking/book-dialog.tsx').then((file) => ({ default: file.BookDialog }))))

interface AppointmentsScreenProps {
  address: CalendarAddress
  isPhone: boolean
  onGo: (change: Partial<CalendarAddress>) => void
}

/** The calendar of those the reader may see: a day, a week or a list, with what is done in it. */
export function AppointmentsScreen({ address, isPhone, onGo }: AppointmentsScreenProps) {
  const { locale, tag, words: console } = useSpeech()
  const words = calendarWords(locale)
  const isNarrow = useIsNarrow()
  const { agentId: ownId } = useMe()
  const view = viewOf(address, isPhone)
  const { zone, now, days, date, fetched, lanes, appointments, marks, hadFirst } = useCalendar(address, view)
  const { bookable, isNothingBookable, mayMakeReasons } = useBookable()
  const [asked, setAsked] = useState<'book' | 'agents' | null>(null)
  const mover = useMoving(zone)

  const { agents } = address
  const chosen = useMemo(() => chosenAgents({ agents }) ?? new Set(lanes.map(({ agent }) => agent.id)), [agents, lanes])
  const shown = useMemo<ShownCalendar>(
    () => ({
      ...{ zone, tag, now, days, marks },
      lanes: lanes.filter(({ agent }) => chosen.has(agent.id)),
      appointments: appointments.filter(({ agent }) => chosen.has(agent.id)),
      openedId: address.open ?? null,
      movingId: mover.moving?.appointment.id ?? null,
      onOpen: (id) => onGo({ open: id }),
    }),
    [zone, tag, now, days, marks, lanes, chosen, appointments, address.open, mover.moving?.appointment.id, onGo],
  )

  const today = dateAt(zone, now)
  const isPast = date < today
  const goTo = (next: string) => onGo({ date: next === today ? undefined : next })
  const step = (steps: number) => goTo(stepFrom(date, view, steps))
  const show = (next: CalendarView) => onGo({ view: next })
  const goToToday = () => onGo({ date: undefined })
  const onBook = bookable.length > 0 ? () => setAsked('book') : null
  useCalendarKeys({ view, isPhone, onStep: step, onToday: goToToday, onView: show, onBook })
  useCalendarCommands({ shown, onToday: goToToday, onBook })
  // What is moved by keys past the edge of what is shown takes it along.
  const aim = mover.moving?.startsAt
  const isAimedAway = aim !== undefined && !days.some(({ from, to }) => aim >= from && aim < to)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where it is aimed at matters
  useEffect(() => {
    if (isAimedAway && aim !== undefined) goTo(dateAt(zone, aim))
  }, [isAimedAway, aim])

  const toReassign = toReassignIn(shown)
  const side = (
    <SidePanel
      {...{ zone, now, date, days, lanes, marks, chosen, ownId, appointments }}
      onDate={goTo}
      onChoose={(ids: ReadonlySet<AgentId>) =>
        onGo({
          agents: agentsInAddress(
            ids,
            lanes.map(({ agent }) => agent.id),
          ),
        })
      }
    />
  )
  return (
    <ShownCalendarContext value={shown}>
      <div className="flex h-full min-h-0">
        {!isNarrow && (
          <aside className="w-58 flex-none overflow-auto border-r border-line bg-surface p-4">{side}</aside>
        )}
        <div className="relative flex min-h-0 min-w-0 flex-1 flex-col">
          <Toolbar
            {...{ view, days, isPhone, onBook }}
            toReassign={{ count: toReassign.length, onOpenFirst: () => onGo({ open: toReassign[0]?.id }) }}
            onToday={goToToday}
            onStep={step}
            onView={show}
            onAgents={isNarrow ? () => setAsked('agents') : null}
          />
          <div className="relative flex min-h-0 flex-1 flex-col">
            <ProgressLine
              isActive={hadFirst && fetched.isFetching && fetched.isPlaceholderData}
              label={console.ui.loading}
            />
            {fetched.isError && !fetched.data ? (
              <ErrorState onRetry={() => void fetched.refetch()} isRetrying={fetched.isFetching} />
            ) : !hadFirst ? (
              view === 'list' ? (
                <SkeletonRows />
              ) : (
                <GridSkeleton />
              )
            ) : shown.lanes.length === 0 && lanes.length > 0 ? (
              <EmptyState
                icon={UsersRound}
                title={words.nobody.title}
                actions={<Button onPress={() => onGo({ agents: undefined })}>{words.nobody.act}</Button>}
              >
                {words.nobody.text}
              </EmptyState>
            ) : isNothingBookable && appointments.length === 0 ? (
              <EmptyState
                icon={CalendarDays}
                title={words.noReasons.title}
                actions={
                  mayMakeReasons && (
                    <Link to="/appointments/reasons" className={buttonLook({ kind: 'main' })}>
                      {words.noReasons.act}
                    </Link>
                  )
                }
              >
                {words.noReasons.text} {!mayMakeReasons && words.noReasons.wait}
              </EmptyState>
            ) : view === 'list' ? (
              <AppointmentList onBook={onBook} />
            ) : (
              <>
                {isWithoutOpenings(shown, fetched.isPlaceholderData) && (
                  <p className="flex-none border-b border-line bg-sunken px-5 py-2 text-s text-ink-soft phone:px-3">
                    {words.noOpenings.text}
                  </p>
                )}
                <TimeGrid view={view} mover={mover} isPhone={isPhone} />
              </>
            )}
          </div>
        </div>
      </div>
      <Opened
        id={address.open ?? null}
        known={appointments}
        isReady={hadFirst}
        {...{ zone, now, isPhone }}
        markOf={(id) => marks.get(id) ?? unknownMark}
        onClose={() => onGo({ open: undefined })}
      />
      {asked === 'agents' && (
        <Dialog isOpen size="small" title={words.agents.pick} onClose={() => setAsked(null)}>
          {side}
        </Dialog>
      )}
      <Suspense>
        {asked === 'book' && (
          <BookDialog zone={zone} date={isPast ? today : date} reasons={bookable} onClose={() => setAsked(null)} />
        )}
      </Suspense>
    </ShownCalendarContext>
  )
}

/** A phone has no room for a week. */
function viewOf({ view }: CalendarAddress, isPhone: boolean): CalendarView {
  if (!isPhone) return view ?? 'week'
  return view === 'list' ? 'list' : 'day'
}

/** Those that have to be given to somebody else, the soonest first. */
function toReassignIn({ lanes, appointments, now }: ShownCalendar) {
  const laneOf = (id: AgentId) => lanes.find(({ agent }) => agent.id === id)
  return appointments
    .filter((one) => needsOther(one, laneOf(one.agent.id), now))
    .sort((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt))
}

const isWithoutOpenings = ({ lanes }: ShownCalendar, isOfOtherDays: boolean): boolean =>
  !isOfOtherDays && lanes.every(({ openings }) => openings.length === 0)
