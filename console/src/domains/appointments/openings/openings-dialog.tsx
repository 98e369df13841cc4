import { useQuery } from '@tanstack/react-query'
import { CalendarOff, CalendarPlus } from 'lucide-react'
import { useState } from 'react'
import type { CalendarForAgent, Opening } from '#contract/appointments/openings.ts'
import type { AgentId } from '#contract/ids.ts'
import { dayOf, minuteMs, wallClock } from '#contract/wall-clock.ts'
import { mayReassign, Reassigning } from '../../../live/reassigning.tsx'
import { useMe } from '../../../live/session.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { SkeletonRows } from '../../../ui/feedback/skeleton.tsx'
import { ErrorState } from '../../../ui/feedback/states.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { Tabs } from '../../../ui/lists/tabs.tsx'
import { useCollator } from '../../../ui/lists/use-sorted.ts'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { calendarQuery } from '../queries.ts'
import { CalendarSettingsPart } from './calendar-settings-part.tsx'
import { FeedPart } from './feed-part.tsx'
import { OpeningDialog } from './opening-dialog.tsx'
import { draftOf, newDraft, type OpeningDraft } from './opening-draft.ts'
import { OpeningsList } from './openings-list.tsx'
import { agentCalendarQuery } from './queries.ts'
import { dateText } from './repeat.ts'
import { useOpeningWords } from './use-opening-words.ts'
import { useOpenings } from './use-openings.ts'
import { WeekView } from './week-view.tsx'

interface OpeningsDialogProps {
  /** Whose calendar is shown at first; null: the reader's own. */
  agentId: AgentId | null
  onClose: () => void
}

/** When somebody receives: a week of it, its openings and absences, and what else keeps them from being booked. */
export function OpeningsDialog({ agentId, onClose }: OpeningsDialogProps) {
  const words = useOpeningWords()
  const me = useMe()
  const { organisationId } = me
  const [shownId, setShownId] = useState(agentId ?? me.agentId)
  const [isSettingsDirty, setSettingsDirty] = useState(false)
  const people = usePeople()
  const calendar = useQuery(agentCalendarQuery(organisationId, shownId))
  const name = people.find(({ id }) => id === shownId)?.name ?? me.name
  return (
    <Dialog isOpen onClose={onClose} size="wide" title={words.title} isDirty={isSettingsDirty}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {people.length > 1 && (
          <div className="justify-self-start">
            <Select
              look="pick"
              label={words.of}
              value={shownId}
              onChange={setShownId}
              isDisabled={isSettingsDirty}
              options={people.map((one) => ({ id: one.id, label: one.name }))}
            />
          </div>
        )}
        {calendar.isPending && <SkeletonRows count={4} className="" />}
        {calendar.isError && <ErrorState onRetry={() => void calendar.refetch()} isRetrying={calendar.isFetching} />}
        {calendar.data && (
          <OfAgent key={shownId} calendar={calendar.data} name={name} onSettingsDirty={setSettingsDirty} />
        )}
      </div>
    </Dialog>
  )
}

/** Everybody whose calendar the reader sees, themselves first. */
function usePeople(): { id: AgentId; name: string }[] {
  const { organisationId, agentId } = useMe()
  const collator = useCollator()
  const [now] = useState(() => Math.floor(Date.now() / minuteMs) * minuteMs)
  const { data } = useQuery(calendarQuery(organisationId, { from: now, to: now + minuteMs }, null))
  return (data?.lanes ?? [])
    .map(({ agent: { id, name } }) => ({ id, name }))
    .sort((one, other) => (one.id === agentId ? -1 : other.id === agentId ? 1 : collator.compare(one.name, other.name)))
}

interface OfAgentProps {
  calendar: CalendarForAgent
  name: string
  onSettingsDirty: (isDirty: boolean) => void
}

function OfAgent({ calendar, name, onSettingsDirty }: OfAgentProps) {
  const words = useOpeningWords()
  const me = useMe()
  const { agentId, openings, zone } = calendar
  const isOwn = agentId === me.agentId
  const [task, setTask] = useState<{ edited: Opening | null; draft: OpeningDraft } | null>(null)
  const [isReassigning, setReassigning] = useState(false)
  const { save, remove, closeOnce } = useOpenings(agentId, mayReassign(me) ? () => setReassigning(true) : null)

  const today = dateText(dayOf(wallClock(zone, Date.now())))
  const add = (kind: Opening['kind'], date = today) => setTask({ edited: null, draft: newDraft(kind, date) })
  const acts = calendar.may.change
    ? {
        onAdd: (date: string) => add('opening', date),
        onChange: (opening: Opening) => setTask({ edited: opening, draft: draftOf(opening) }),
        onCloseOnce: closeOnce,
        onRemove: remove,
      }
    : null
  return (
    <>
      {!acts && <Notice kind="blue">{words.readOnly}</Notice>}
      <Tabs
        label={words.title}
        tabs={[
          {
            id: 'week',
            label: words.tabs.week,
            panel: (
              <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
                {acts && (
                  <div className="flex flex-wrap gap-2">
                    <Button kind="main" icon={CalendarPlus} onPress={() => add('opening')}>
                      {words.addOpening}
                    </Button>
                    <Button icon={CalendarOff} onPress={() => add('absence')}>
                      {words.addAbsence}
                    </Button>
                  </div>
                )}
                <WeekView calendar={calendar} acts={acts} />
                <div className="grid grid-cols-2 gap-6 phone:grid-cols-1">
                  <OpeningsList kind="opening" openings={openings} acts={acts} />
                  <OpeningsList kind="absence" openings={openings} acts={acts} />
                </div>
              </div>
            ),
          },
          {
            id: 'settings',
            label: words.tabs.settings,
            panel: (
              <div className="grid max-w-160 gap-8">
                <CalendarSettingsPart calendar={calendar} isOwn={isOwn} onDirty={onSettingsDirty} />
                {isOwn && <FeedPart calendar={calendar} />}
              </div>
            ),
          },
        ]}
      />
      {task && <OpeningDialog agentId={agentId} {...task} onSave={save} onClose={() => setTask(null)} />}
      {isReassigning && (
        <Reassigning
          agent={{ id: agentId, name }}
          before="none"
          onEmpty={() => setReassigning(false)}
          onClose={() => setReassigning(false)}
        />
      )}
    </>
  )
}
