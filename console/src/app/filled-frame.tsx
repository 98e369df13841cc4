import { useMutation, useQuery } from '@tanstack/react-query'
import { Outlet, useMatches } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { ConnectionState } from '#client/connection.ts'
import { linkPaths } from '#contract/links.ts'
import { ConversationAlerts } from '../domains/conversations/alerts/conversation-alerts.tsx'
import { MentionToasts } from '../domains/conversations/alerts/mention-toasts.tsx'
import { TransferToasts } from '../domains/conversations/transfer/transfer-toasts.tsx'
import { OtherAccountBanner } from '../domains/invitations/other-account-banner.tsx'
import { setOtherInvitation, useOtherInvitation } from '../domains/invitations/other-invitation.ts'
import { serverFails } from '../live/api.ts'
import { useReadable } from '../live/cell.ts'
import { countMentions, countTakeable, countUnread } from '../live/counts.ts'
import { photoUrlOf } from '../live/photo-url.ts'
import { sessionQuery, setUpQuery, useMe } from '../live/session.ts'
import { useChangeAvailability } from '../live/use-change-availability.ts'
import { useKnown, useLive } from '../live/use-live.tsx'
import { toasts } from '../ui/overlays/toast-queue.ts'
import { part } from '../ui/parts.ts'
import { useWords } from '../ui/words.tsx'
import { enterOrganisation } from './enter-organisation.ts'
import { Frame } from './frame/frame.tsx'
import type { FrameProps } from './frame/frame-props.ts'
import { frameMay } from './frame-may.ts'
import { signOut } from './leave.ts'

// A list to choose from is heavy, and few organisations have more than one sub-account.
const SubAccountFilter = lazy(
  part(() => import('./sub-account-filter.tsx').then(({ SubAccountFilter }) => ({ default: SubAccountFilter }))),
)

const NewsBanner = lazy(part(() => import('./news-banner.tsx').then(({ NewsBanner }) => ({ default: NewsBanner }))))
const AppointmentAlerts = lazy(
  part(() =>
    import('../domains/appointments/alerts/appointment-alerts.tsx').then((file) => ({
      default: file.AppointmentAlerts,
    })),
  ),
)
const MakeOrganisationDialog = lazy(
  part(() => import('./make-organisation-dialog.tsx').then((file) => ({ default: file.MakeOrganisationDialog }))),
)

/** The frame, filled with what is known of the person who is signed in. */
export function FilledFrame() {
  const me = useMe()
  const words = useWords()
  const otherInvitation = useOtherInvitation()
  const session = useQuery({ ...sessionQuery, enabled: false }).data
  const memberships = session?.memberships ?? []
  const news = memberships.find(({ isNews }) => isNews)
  const signUp = useQuery(setUpQuery).data?.signUp
  const mayMake = signUp === 'open' && session?.user.emailIsProven === true
  const [isMaking, setMaking] = useState(false)
  const connection = useReadable(useLive().connection)
  const isFailing = useReadable(serverFails)
  const shown = useShownConnection(connection, isFailing)
  const pendingCount = useKnown(countTakeable, 0)
  const unreadCount = useKnown((state) => countUnread(state, me.agentId), 0)
  const mentionCount = useKnown(countMentions, 0)
  const hasSubAccounts = useKnown((state) => state.subAccounts.length > 1, false)
  const isFiltered = useMatches({ select: (matches) => matches.some((match) => match.staticData.isOfSubAccount) })

  const availability = useChangeAvailability((error) => toasts.show({ text: error.message, kind: 'refusal' }))
  const leaving = useMutation({
    mutationFn: signOut,
    onError: () => toasts.show({ text: words.ui.failure.text, kind: 'refusal' }),
  })

  return (
    <Frame
      person={{ id: me.agentId, name: me.name, email: me.email, photoUrl: photoUrlOf(me.photoId) }}
      organisationName={me.organisationName}
      organisationId={me.organisationId}
      organisations={memberships.map(({ organisationId, organisationName, isNews }) => ({
        id: organisationId,
        name: organisationId === me.organisationId ? me.organisationName : organisationName,
        isNews,
      }))}
      onSwitchOrganisation={(id) => id !== me.organisationId && enterOrganisation(id)}
      {...(mayMake && { onMakeOrganisation: () => setMaking(true) })}
      may={frameMay(me)}
      availability={{ state: me.active ? me.availability : 'inactive', onChange: availability.mutate }}
      pendingCount={pendingCount}
      mentionCount={mentionCount}
      unreadCount={unreadCount + mentionCount}
      connection={shown}
      isOutdated={connection === 'outdated'}
      subAccountFilter={
        isFiltered &&
        hasSubAccounts && (
          <Suspense>
            <SubAccountFilter />
          </Suspense>
        )
      }
      banner={
        <>
          {otherInvitation && (
            <OtherAccountBanner
              invitedEmail={otherInvitation.email}
              person={me}
              isBusy={leaving.isPending}
              onKeep={() => setOtherInvitation(null)}
              onSwitch={() => leaving.mutate(`${linkPaths.invitation}#${otherInvitation.token}`)}
            />
          )}
          {news && (
            <Suspense>
              <NewsBanner key={news.organisationId} membership={news} />
            </Suspense>
          )}
        </>
      }
      onSignOut={() => leaving.mutate('/sign-in')}
    >
      <ConversationAlerts />
      <TransferToasts />
      <MentionToasts />
      <Suspense>{me.modules.includes('appointments') && <AppointmentAlerts />}</Suspense>
      <Outlet />
      {isMaking && (
        <Suspense>
          <MakeOrganisationDialog onClose={() => setMaking(false)} />
        </Suspense>
      )}
    </Frame>
  )
}

/** While it connects for the first time the pages themselves show that they load: nothing was lost that could come back. */
function useShownConnection(connection: ConnectionState, isFailing: boolean): FrameProps['connection'] {
  const [hasBeenLive, setBeenLive] = useState(false)
  if (connection === 'live' && !hasBeenLive) setBeenLive(true)
  const shown = connections[connection]
  if (shown === 'offline') return connection === 'offline' && isFailing ? 'failing' : shown
  return hasBeenLive ? shown : 'live'
}

const connections: Record<ConnectionState, FrameProps['connection']> = {
  connecting: 'connecting',
  'catching-up': 'resyncing',
  live: 'live',
  offline: 'offline',
  // Whoever is nobody here any more is led elsewhere; until then nothing comes.
  ended: 'offline',
  outdated: 'offline',
}
