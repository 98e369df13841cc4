import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CalendarForAgent } from '#contract/appointments/openings.ts'
import { api, refusalOf } from '../../../live/api.ts'
import { useMe } from '../../../live/session.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { CopyField } from '../../../ui/fields/copy-field.tsx'
import { AlertDialog } from '../../../ui/overlays/alert-dialog.tsx'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useWords } from '../../../ui/words.tsx'
import { agentCalendarQuery } from './queries.ts'
import { useOpeningWords } from './use-opening-words.ts'

/** One's own appointments as an address that another calendar subscribes to: shown once, replaced, ended. */
export function FeedPart({ calendar: { agentId, hasFeed } }: { calendar: CalendarForAgent }) {
  const openings = useOpeningWords()
  const { ui } = useWords()
  const words = openings.feed
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const [url, setUrl] = useState<string | null>(null)
  const [asking, setAsking] = useState<'renew' | 'end' | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const params = { organisationId, agentId }
  const fetchAgain = () =>
    queryClient.invalidateQueries({ queryKey: agentCalendarQuery(organisationId, agentId).queryKey })

  const open = async () => {
    const answer = await refusalOf(
      api
        .call('POST /organisations/:organisationId/agents/:agentId/calendar/feed', { params })
        .then((feed) => setUrl(feed.url)),
    )
    await fetchAgain()
    return answer?.message ?? null
  }
  const end = async () => {
    const answer = await refusalOf(
      api.call('DELETE /organisations/:organisationId/agents/:agentId/calendar/feed', { params }),
    )
    await fetchAgain()
    if (answer) return answer.message
    setUrl(null)
    toasts.show({ text: words.ended })
    return null
  }
  const openFirst = async () => {
    setBusy(true)
    setRefusal(await open().catch(() => ui.failure.text))
    setBusy(false)
  }
  return (
    <section className="grid gap-3 border-t border-line pt-6">
      <div className="grid gap-1">
        <h3 className="text-l font-semibold tracking-tight">{words.title}</h3>
        <p className="text-ink-soft">{words.text}</p>
      </div>
      {refusal && (
        <Notice kind="red" isUrgent>
          {refusal}
        </Notice>
      )}
      {url && <CopyField label={words.url} text={url} hint={words.once} />}
      {hasFeed && !url && <p className="text-s">{words.isOpen}</p>}
      <div className="flex flex-wrap gap-2">
        {hasFeed ? (
          <>
            <Button onPress={() => setAsking('renew')}>{words.renew}</Button>
            <Button kind="quiet" onPress={() => setAsking('end')}>
              {words.end}
            </Button>
          </>
        ) : (
          <Button isBusy={isBusy} onPress={() => void openFirst()}>
            {words.open}
          </Button>
        )}
      </div>
      <AlertDialog
        isOpen={asking === 'renew'}
        onClose={() => setAsking(null)}
        title={words.renewTitle}
        confirm={{ label: words.renew, act: open }}
        cancelLabel={ui.cancel}
      >
        {words.renewText}
      </AlertDialog>
      <AlertDialog
        isOpen={asking === 'end'}
        onClose={() => setAsking(null)}
        title={words.endTitle}
        confirm={{ label: words.end, isDanger: true, act: end }}
        cancelLabel={ui.cancel}
      >
        {words.endText}
      </AlertDialog>
    </section>
  )
}
