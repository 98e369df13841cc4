import { calendarWords } from '#words/calendar.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import { whenOf } from '../formats.ts'
import type { Despite, RefusedTime } from './refused-time.ts'

interface TimeRefusalProps {
  refused: RefusedTime
  /** Who would receive. */
  agentName: string
  zone: string
  onNearest: (at: number) => void
  anyway: { label: string; act: (despite: Despite) => void }
}

// A list to choose from at a glance.
const nearestMost = 4

/** Why a time was not given, the nearest that are free, and the way to have it all the same where there is one. */
export function TimeRefusal({ refused, agentName, zone, onNearest, anyway }: TimeRefusalProps) {
  const { locale, tag } = useSpeech()
  const words = calendarWords(locale).moving
  const { message, why, nearest, despite } = refused
  return (
    <Notice kind="red" isUrgent>
      <div className="grid gap-2">
        <p>
          {message}
          {why.map((one) => ` ${words.why[one](agentName)}`)}
        </p>
        {nearest.length > 0 && (
          <div className="grid justify-items-start gap-1.5">
            <p className="text-ink-soft">{words.nearest}</p>
            {nearest.slice(0, nearestMost).map((at) => (
              <Button key={at} size="small" onPress={() => onNearest(Date.parse(at))}>
                {whenOf(at, { tag, zone })}
              </Button>
            ))}
          </div>
        )}
        {despite && (
          <div>
            <Button size="small" onPress={() => anyway.act(despite)}>
              {anyway.label}
            </Button>
          </div>
        )}
      </div>
    </Notice>
  )
}
