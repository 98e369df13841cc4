import { useQuery } from '@tanstack/react-query'
import { MonitorSmartphone } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { SessionForUser } from '#contract/accounts.ts'
import { api } from '../../live/api.ts'
import { Button } from '../../ui/actions/button.tsx'
import { browserName } from '../../ui/browser-name.ts'
import { Pill } from '../../ui/feedback/pill.tsx'
import { SkeletonRows } from '../../ui/feedback/skeleton.tsx'
import { ErrorState } from '../../ui/feedback/states.tsx'
import { Panel } from '../../ui/layout/panel.tsx'
import { Icon } from '../../ui/look/icon.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { part } from '../../ui/parts.ts'
import { RelativeTime } from '../../ui/time/relative-time.tsx'
import { useWords } from '../../ui/words.tsx'

const AlertDialog = lazy(
  part(() => import('../../ui/overlays/alert-dialog.tsx').then((file) => ({ default: file.AlertDialog }))),
)

/** Where this account is open, and ending the other places. */
export function SessionsPanel() {
  const { profile, ui } = useWords()
  const words = profile.sessions
  const [isAsking, setAsking] = useState(false)
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: ({ signal }) => api.call('GET /sessions', { signal }) })
  const all = sessions.data?.sessions ?? []
  const others = all.filter(({ current }) => !current).length
  const endOthers = async () => {
    await api.call('DELETE /sessions/others')
    await sessions.refetch()
    toasts.show({ text: words.ended })
    return null
  }
  return (
    <Panel title={words.title} text={words.text}>
      {sessions.isPending && <SkeletonRows count={2} className="" />}
      {sessions.isError && <ErrorState onRetry={() => void sessions.refetch()} isRetrying={sessions.isFetching} />}
      <ul className="grid divide-y divide-line">
        {all.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {sessions.isSuccess && (
        <div>
          {others === 0 ? (
            <p className="text-ink-soft">{words.onlyThis}</p>
          ) : (
            <Button onPress={() => setAsking(true)}>{words.endOthers}</Button>
          )}
        </div>
      )}
      {isAsking && (
        <Suspense>
          <AlertDialog
            isOpen
            onClose={() => setAsking(false)}
            title={words.endOthersTitle(others)}
            confirm={{ label: words.endOthers, act: endOthers }}
            cancelLabel={ui.cancel}
          >
            {words.endOthersText}
          </AlertDialog>
        </Suspense>
      )}
    </Panel>
  )
}

function SessionRow({ session }: { session: SessionForUser }) {
  const words = useWords().profile.sessions
  const name = browserName(session.userAgent)
  return (
    <li className="flex items-center gap-3 py-3 first:pt-0">
      <Icon of={MonitorSmartphone} className="text-ink-soft" />
      <div className="grid min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-2 font-medium">
          {name ? words.on(name.browser, name.system) : words.unknownBrowser}
          {session.current && <Pill kind="green">{words.current}</Pill>}
        </span>
        <span className="text-s text-ink-soft">
          {session.address && <bdi>{session.address} · </bdi>}
          <RelativeTime at={session.lastSeenAt} />
        </span>
      </div>
    </li>
  )
}
