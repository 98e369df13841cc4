import { useRouter } from '@tanstack/react-router'
import { lazy } from 'react'
import { AppointmentsBesideContext } from '../live/beside-conversation.tsx'
import type { OutgoingMessage } from '../live/outgoing.ts'
import { ReassigningContext } from '../live/reassigning.tsx'
import { useMe } from '../live/session.ts'
import { LiveProvider } from '../live/use-live.tsx'
import { toasts } from '../ui/overlays/toast-queue.ts'
import { part } from '../ui/parts.ts'
import { useWords } from '../ui/words.tsx'
import { FilledFrame } from './filled-frame.tsx'
import { useEndedAccess } from './use-ended-access.ts'

const ReassigningDialog = lazy(
  part(() =>
    import('../domains/appointments/reassigning/reassigning-dialog.tsx').then((file) => ({
      default: file.ReassigningDialog,
    })),
  ),
)

const AboutAppointments = lazy(
  part(() =>
    import('../domains/appointments/beside/about-appointments.tsx').then((file) => ({
      default: file.AboutAppointments,
    })),
  ),
)

/** Everything inside, for somebody who is signed in: connected to their organisation, and framed. */
export function ConsoleFrame() {
  const { organisationId, agentId, modules } = useMe()
  const words = useWords().conversations.message
  const router = useRouter()
  const onEnded = useEndedAccess()

  const onRefused = ({ lane, refused }: OutgoingMessage) => {
    const params = { conversationId: lane }
    // Before their eyes already: it stands there with its reason.
    if (router.matchRoute({ to: '/conversations/$conversationId', params }, { fuzzy: true })) return
    toasts.show({
      kind: 'refusal',
      text: words.refused(refused?.message ?? ''),
      act: { label: words.see, onAct: () => void router.navigate({ to: '/conversations/$conversationId', params }) },
    })
  }
  return (
    <LiveProvider key={`${organisationId} ${agentId}`} onEnded={onEnded} onRefused={onRefused}>
      <ReassigningContext value={ReassigningDialog}>
        <AppointmentsBesideContext value={modules.includes('appointments') ? AboutAppointments : null}>
          <FilledFrame />
        </AppointmentsBesideContext>
      </ReassigningContext>
    </LiveProvider>
  )
}
