import { openingOf } from '#contract/opening.ts'
import { ChoiceCards } from '../../../ui/fields/choice-cards.tsx'
import { ComboBox } from '../../../ui/fields/combo-box.tsx'
import { Panel } from '../../../ui/layout/panel.tsx'
import { formatExact } from '../../../ui/time/format-time.ts'
import { useSpeech } from '../../../ui/words.tsx'
import type { ChannelPanelProps } from '../channel-wish.ts'
import { ClosedDays } from './closed-days.tsx'
import { DayRow } from './day-row.tsx'
import { copiesOf, faultsIn, type HoursDraft, hoursOf } from './hours-draft.ts'

/** Every zone the browser knows by name; a saved one it does not know stays a choice. */
const zones = Intl.supportedValuesOf('timeZone')

/** When the channel is open: its zone, the intervals of each day, the days it is closed. */
export function HoursPanel({ form, isLocked }: ChannelPanelProps) {
  const { tag, words: all } = useSpeech()
  const words = all.channels.hours
  const { value, onChange, error } = form.field('hours')
  const change = (part: Partial<HoursDraft>) => onChange({ ...value, ...part })
  const setDay = (day: number, intervals: HoursDraft['week'][number]) =>
    change({ week: value.week.map((each, index) => (index === day ? intervals : each)) })
  const copyTo = (from: number, days: readonly number[]) =>
    change({
      week: value.week.map((each, index) =>
        index !== from && days.includes(index) ? copiesOf(value.week[from] ?? []) : each,
      ),
    })
  const faults = faultsIn(value)
  const options = (zones.includes(value.zone) ? zones : [value.zone, ...zones]).map((zone) => ({
    id: zone,
    label: zone.replaceAll('_', ' '),
  }))
  return (
    <Panel title={words.title}>
      <ChoiceCards
        label={words.opens}
        options={[
          { id: 'always', label: words.always, hint: words.alwaysHint },
          { id: 'by-hours', label: words.byHours, hint: words.byHoursHint },
        ]}
        value={value.opens}
        onChange={(opens) => change({ opens })}
        isDisabled={isLocked}
      />
      {value.opens === 'by-hours' && (
        <>
          <ComboBox
            label={words.zone}
            options={options}
            value={value.zone}
            onChange={(zone) => zone && change({ zone })}
            isDisabled={isLocked}
          />
          <div className="grid">
            {value.week.map((intervals, day) => (
              <DayRow
                // biome-ignore lint/suspicious/noArrayIndexKey: a week has its seven days, in their order
                key={day}
                name={weekday(day, tag)}
                intervals={intervals}
                // Somebody who is still typing is not told what is missing.
                fault={faults.find((fault) => fault.day === day && (fault.is !== 'missing' || error !== null))}
                onChange={(next) => setDay(day, next)}
                onCopyTo={(days) => copyTo(day, days)}
                isLocked={isLocked}
              />
            ))}
          </div>
          <p className="text-s text-ink-soft">{words.midnight}</p>
          {error && (
            <p role="alert" className="text-s text-red">
              {error}
            </p>
          )}
          {faults.length === 0 && <Now draft={value} />}
          <ClosedDays value={value.closedDays} onChange={(closedDays) => change({ closedDays })} isLocked={isLocked} />
        </>
      )}
    </Panel>
  )
}

/** What the hours mean at this moment. */
function Now({ draft }: { draft: HoursDraft }) {
  const { tag, words: all } = useSpeech()
  const words = all.channels.hours.now
  const { open, until } = openingOf(hoursOf(draft), new Date())
  const moment = until && formatExact(until, tag)
  return (
    <p className="text-s">
      {open
        ? moment === null
          ? words.open
          : words.openUntil(moment)
        : moment === null
          ? words.closed
          : words.closedUntil(moment)}
    </p>
  )
}

/** 5 January 2026 was a Monday. */
function weekday(day: number, tag: string): string {
  const name = new Date(Date.UTC(2026, 0, 5 + day)).toLocaleDateString(tag, { weekday: 'long', timeZone: 'UTC' })
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
}
