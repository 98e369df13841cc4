import { Search } from 'lucide-react'
import { useState } from 'react'
import type { CalendarLane } from '#contract/appointments/appointments.ts'
import type { AgentId } from '#contract/ids.ts'
import { calendarWords } from '#words/calendar.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Checkbox } from '../../../ui/fields/checkbox.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { plain } from '../../../ui/overlays/fuzzy.ts'
import { useSpeech } from '../../../ui/words.tsx'
import { markLook } from '../look/mark-look.ts'
import { type Mark, unknownMark } from '../look/marks.ts'

interface AgentChoiceProps {
  /** All there are. */
  lanes: readonly CalendarLane[]
  marks: ReadonlyMap<AgentId, Mark>
  chosen: ReadonlySet<AgentId>
  /** Appointments of each in what is shown. */
  counts: ReadonlyMap<AgentId, number>
  ownId: AgentId
  onChoose: (chosen: ReadonlySet<AgentId>) => void
}

// Fewer are found at a glance.
const soughtFrom = 13

/** Whose calendars are shown. */
export function AgentChoice({ lanes, marks, chosen, counts, ownId, onChoose }: AgentChoiceProps) {
  const words = calendarWords(useSpeech().locale)
  const [sought, setSought] = useState('')
  const all = lanes.map(({ agent }) => agent.id)
  const found = lanes.filter(({ agent }) => plain(agent.name).includes(plain(sought.trim())))
  const toggle = (id: AgentId) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChoose(next)
  }
  return (
    <section aria-label={words.agents.title} className="min-h-0">
      <div className="mb-1 flex items-center gap-1">
        <h2 className="flex-1 text-xs font-semibold text-ink-soft">{words.agents.title}</h2>
        {lanes.length > 1 && (
          <>
            <Button kind="quiet" size="small" onPress={() => onChoose(new Set(all))}>
              {words.agents.everybody}
            </Button>
            {all.includes(ownId) && (
              <Button kind="quiet" size="small" onPress={() => onChoose(new Set([ownId]))}>
                {words.agents.onlyMe}
              </Button>
            )}
          </>
        )}
      </div>
      {lanes.length >= soughtFrom && (
        <div className="mb-2">
          <TextField
            label={words.agents.search}
            isLabelUnseen
            placeholder={words.agents.search}
            icon={Search}
            type="search"
            value={sought}
            onChange={setSought}
          />
        </div>
      )}
      {found.length === 0 && <p className="text-s text-ink-soft">{words.agents.noneFound}</p>}
      <div className={classNames('grid gap-1', lanes.length >= soughtFrom && '-m-1 max-h-100 overflow-auto p-1')}>
        {found.map(({ agent }) => (
          <div key={agent.id} className="flex items-start gap-2">
            <div className="min-w-0 flex-1">
              <Checkbox isSelected={chosen.has(agent.id)} onChange={() => toggle(agent.id)}>
                <span className="flex items-start gap-2">
                  <span
                    aria-hidden="true"
                    className={classNames(
                      'mt-0.5 size-4 flex-none rounded-xs',
                      markLook(marks.get(agent.id) ?? unknownMark),
                    )}
                  />
                  <span className={classNames('wrap-anywhere', !chosen.has(agent.id) && 'text-ink-soft')}>
                    {agent.name}
                    {!agent.active && <span className="block text-xs text-ink-soft">{words.agents.inactive}</span>}
                  </span>
                </span>
              </Checkbox>
            </div>
            <Counted value={counts.get(agent.id) ?? 0} />
          </div>
        ))}
      </div>
    </section>
  )
}

function Counted({ value }: { value: number }) {
  const words = calendarWords(useSpeech().locale)
  return (
    <span className="mt-0.5 flex-none text-s text-ink-soft tabular-nums">
      <span aria-hidden="true">{value}</span>
      <span className="unseen">{words.counted(value)}</span>
    </span>
  )
}
