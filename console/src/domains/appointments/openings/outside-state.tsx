import { useQueryClient } from '@tanstack/react-query'
import { CalendarCheck } from 'lucide-react'
import { useState } from 'react'
import type { CalendarForAgent } from '#contract/appointments/openings.ts'
import { api, refusalOf } from '../../../live/api.ts'
import { appointmentsKey } from '../../../live/appointments-key.ts'
import { useMe } from '../../../live/session.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { Icon } from '../../../ui/look/icon.tsx'
import { AlertDialog } from '../../../ui/overlays/alert-dialog.tsx'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { RelativeTime } from '../../../ui/time/relative-time.tsx'
import { useWords } from '../../../ui/words.tsx'
import { useOpeningWords } from './use-opening-words.ts'

/** How reading another calendar goes. */
export function OutsideState({ outside: { isSet, readAt, fault } }: Pick<CalendarForAgent, 'outside'>) {
  const words = useOpeningWords().settings
  if (!isSet) return null
  if (fault)
    return (
      <Notice kind="amber">
        <b>{words.outsideFault}</b> {words.faults[fault]}{' '}
        {readAt && (
          <span className="text-ink-soft">
            {words.outsideRead} <RelativeTime at={readAt} />
          </span>
        )}
      </Notice>
    )
  return (
    <p className="flex items-center gap-2 text-s text-ink-soft">
      <Icon of={CalendarCheck} className="text-green" />
      {readAt ? (
        <span>
          {words.outsideRead} <RelativeTime at={readAt} />
        </span>
      ) : (
        words.outsideWaits
      )}
    </p>
  )
}

/** Of somebody else's other calendar one is told that it is there, and may end it. */
export function OutsideOfOther({ calendar }: { calendar: CalendarForAgent }) {
  const openings = useOpeningWords()
  const { ui } = useWords()
  const words = openings.settings
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const { agentId, zone, holidays, version, outside, may } = calendar
  if (!outside.isSet) return <p className="text-s text-ink-soft">{words.noneOfOther}</p>

  const end = async () => {
    const refusal = await refusalOf(
      api.call('PUT /organisations/:organisationId/agents/:agentId/calendar', {
        params: { organisationId, agentId },
        body: { zone, holidays, outsideUrl: null, version },
      }),
    )
    void queryClient.invalidateQueries({ queryKey: appointmentsKey(organisationId) })
    if (!refusal) toasts.show({ text: words.outsideEnded })
    return refusal?.message ?? null
  }
  return (
    <div className="grid gap-3">
      <p className="text-s">{words.outsideOfOther}</p>
      <OutsideState outside={outside} />
      {may.change && (
        <div>
          <Button onPress={() => setAsking(true)}>{words.endOutside}</Button>
        </div>
      )}
      <AlertDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={words.endOutsideTitle}
        confirm={{ label: words.endOutside, isDanger: true, act: end }}
        cancelLabel={ui.cancel}
      >
        {words.endOutsideText}
      </AlertDialog>
    </div>
  )
}
