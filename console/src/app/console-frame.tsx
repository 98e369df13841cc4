import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Outlet, useRouter } from '@tanstack/react-router'
import { linkPaths } from '#contract/links.ts'
import type { Availability } from '#contract/vocabulary.ts'
import { OtherAccountBanner } from '../domains/invitations/other-account-banner.tsx'
import { setOtherInvitation, useOtherInvitation } from '../domains/invitations/other-invitation.ts'
import { api } from '../live/api.ts'
import { meQuery, sessionQuery, useMe } from '../live/session.ts'
import { toasts } from '../ui/overlays/toast-queue.ts'
import { useWords } from '../ui/words.tsx'
import { Frame } from './frame/frame.tsx'
import { frameMay } from './frame-may.ts'
import { useOnline } from './use-online.ts'

/** The frame, filled with what is known of the person who is signed in. */
export function ConsoleFrame() {
  const me = useMe()
  const words = useWords()
  const router = useRouter()
  const queryClient = useQueryClient()
  const isOnline = useOnline()
  const otherInvitation = useOtherInvitation()

  const availability = useMutation({
    mutationFn: (state: Availability) =>
      api.call('PUT /organisations/:organisationId/me/availability', {
        params: { organisationId: me.organisationId },
        body: { availability: state },
      }),
    onSuccess: (changed) => queryClient.setQueryData(meQuery(me.organisationId).queryKey, changed),
    onError: (error) => toasts.show({ text: error.message, kind: 'refusal' }),
  })
  const signOut = useMutation({
    mutationFn: (_to: string) => api.call('DELETE /session'),
    onSuccess: (_done, to) => {
      setOtherInvitation(null)
      queryClient.clear()
      queryClient.setQueryData(sessionQuery.queryKey, null)
      router.history.push(to)
    },
    onError: () => toasts.show({ text: words.ui.failure.text, kind: 'refusal' }),
  })

  return (
    <Frame
      person={{ id: me.agentId, name: me.name, email: me.email }}
      organisationName={me.organisationName}
      may={frameMay(me)}
      availability={{
        state: me.active ? me.availability : 'inactive',
        isBusy: availability.isPending,
        onChange: availability.mutate,
      }}
      connection={isOnline ? 'live' : 'offline'}
      banner={
        otherInvitation && (
          <OtherAccountBanner
            invitedEmail={otherInvitation.email}
            person={me}
            isBusy={signOut.isPending}
            onKeep={() => setOtherInvitation(null)}
            onSwitch={() => signOut.mutate(`${linkPaths.invitation}#${otherInvitation.token}`)}
          />
        )
      }
      onSignOut={() => signOut.mutate('/sign-in')}
    >
      <Outlet />
    </Frame>
  )
}
