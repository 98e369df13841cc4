import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { limits } from '#contract/limits.ts'
import type { ClosedDay } from '#contract/opening.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { useSpeech } from '../../../ui/words.tsx'

interface ClosedDaysProps {
  value: readonly ClosedDay[]
  onChange: (days: ClosedDay[]) => void
  isLocked: boolean
}

/** The days on which nobody answers, in their order, each added with a reason if there is one. */
export function ClosedDays({ value, onChange, isLocked }: ClosedDaysProps) {
  const { tag, words: all } = useSpeech()
  const words = all.channels.hours
  const [date, setDate] = useState('')
  const [label, setLabel] = useState('')
  const [fault, setFault] = useState<string | null>(null)

  const add = () => {
    const wrong = faultOf(date)
    setFault(wrong)
    if (wrong !== null) return
    onChange([...value, { date, label: label.trim() }].sort((one, other) => (one.date < other.date ? -1 : 1)))
    setDate('')
    setLabel('')
  }

  function faultOf(typed: string): string | null {
    if (typed === '') return words.needDate
    if (value.some((day) => day.date === typed)) return words.dateTwice
    return value.length >= limits.closedDaysPerChannel ? words.tooManyDays(limits.closedDaysPerChannel) : null
  }

  return (
    <div className="grid gap-3 border-t border-line pt-4">
      <h3 className="text-s font-medium">{words.closedDays}</h3>
      {value.length === 0 && <p className="text-ink-soft">{words.closedDaysNone}</p>}
      <ul className="grid gap-1.5">
        {value.map((day) => (
          <li
            key={day.date}
            className="flex items-center justify-between gap-2 rounded-m border border-line bg-sunken pl-3"
          >
            <span className="min-w-0 py-1.5">
              {inWords(day.date, tag)}
              {day.label && <bdi className="text-ink-soft"> · {day.label}</bdi>}
            </span>
            {!isLocked && (
              <IconButton
                icon={X}
                label={words.removeDay(inWords(day.date, tag))}
                onPress={() => onChange(value.filter((each) => each.date !== day.date))}
              />
            )}
          </li>
        ))}
      </ul>
      {!isLocked && (
        <div className="flex flex-wrap items-start gap-2">
          <TextField
            label={words.date}
            type="date"
            value={date}
            onChange={(next) => {
              setDate(next)
              setFault(null)
            }}
            error={fault}
          />
          <div className="min-w-40 flex-1">
            <TextField
              label={words.label}
              isOptional
              value={label}
              maxLength={limits.nameLength}
              onChange={setLabel}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return
                event.preventDefault()
                add()
              }}
            />
          </div>
          <div className="mt-6.5">
            <Button icon={Plus} onPress={add}>
              {words.addDay}
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}

const inWords = (date: string, tag: string): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString(tag, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
