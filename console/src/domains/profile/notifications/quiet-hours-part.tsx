import { useState } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import type { NotificationSettings, QuietHours } from '#contract/notifications.ts'
import { Switch } from '../../../ui/fields/switch.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { useSpeech } from '../../../ui/words.tsx'

const everyDay = [1, 2, 3, 4, 5, 6, 7]

interface QuietHoursPartProps {
  settings: NotificationSettings
  onChange: (settings: NotificationSettings) => void
}

/** When nothing sounds, shows or is pushed, by the clock of where one is. */
export function QuietHoursPart({ settings, onChange }: QuietHoursPartProps) {
  const words = useSpeech().words.profile.notifications.quiet
  const { quietHours } = settings
  const proposed = { from: '20:00', to: '08:00', days: everyDay, timeZone: ownTimeZone() }
  return (
    <div className="grid gap-3 border-t border-line pt-4">
      <Switch
        label={words.label}
        hint={words.hint}
        isOn={quietHours !== null}
        onChange={(isOn) => onChange({ ...settings, quietHours: isOn ? proposed : null })}
      />
      {quietHours && <Hours hours={quietHours} onChange={(hours) => onChange({ ...settings, quietHours: hours })} />}
    </div>
  )
}

function Hours({ hours, onChange }: { hours: QuietHours; onChange: (hours: QuietHours) => void }) {
  const { words: all, locale } = useSpeech()
  const words = all.profile.notifications.quiet
  // What is being typed; only what makes sense is chosen.
  const [typed, setTyped] = useState({ from: hours.from, to: hours.to })
  const isAllDay = typed.from !== '' && typed.from === typed.to
  const type = (change: Partial<typeof typed>) => {
    const next = { ...typed, ...change }
    setTyped(next)
    if (next.from !== '' && next.to !== '' && next.from !== next.to)
      onChange({ ...hours, ...next, timeZone: ownTimeZone() })
  }
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-start gap-3">
        <TextField label={words.from} type="time" value={typed.from} onChange={(from) => type({ from })} />
        <TextField
          label={words.to}
          type="time"
          value={typed.to}
          onChange={(to) => type({ to })}
          error={isAllDay ? words.sameTime : undefined}
        />
      </div>
      <div className="grid gap-1.5">
        <span className="text-s font-medium" aria-hidden>
          {words.days}
        </span>
        <ToggleButtonGroup
          aria-label={words.days}
          selectionMode="multiple"
          disallowEmptySelection
          selectedKeys={hours.days.map(String)}
          onSelectionChange={(days) => onChange({ ...hours, days: [...days].map(Number).sort() })}
          className="flex flex-wrap gap-1.5"
        >
          {everyDay.map((day) => (
            <ToggleButton
              key={day}
              id={String(day)}
              className="min-h-8 min-w-11 cursor-pointer rounded-m border border-line-strong bg-surface px-2 text-s outline-offset-2 data-focus-visible:outline-2 data-focus-visible:outline-green data-selected:border-green data-selected:bg-green-wash data-selected:font-medium data-selected:text-green touch:min-h-11"
            >
              <span aria-hidden>{dayName(day, locale, 'short')}</span>
              <span className="sr-only">{dayName(day, locale, 'long')}</span>
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      <p className="text-xs text-ink-soft">{words.zone(hours.timeZone.replaceAll('_', ' '))}</p>
    </div>
  )
}

const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'

/** 2024 began on a Monday. */
const dayName = (day: number, locale: string, weekday: 'long' | 'short'): string =>
  new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, day)))
