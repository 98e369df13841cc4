import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Refused } from '#client/refused.ts'
import { linkPaths } from '#contract/links.ts'
import { api, refusalOf } from '../../live/api.ts'
import { chooseOrganisation } from '../../live/chosen-organisation.ts'
import { sessionQuery } from '../../live/session.ts'
import { useLinkToken } from '../../live/use-link-token.ts'
import { ProgressLine } from '../../ui/feedback/progress-line.tsx'
import { ErrorState } from '../../ui/feedback/states.tsx'
import { useSpeech } from '../../ui/words.tsx'
import { AcceptScreen, type NewAccount } from './accept-screen.tsx'
import { DeadLinkScreen } from './dead-link-screen.tsx'
import { setOtherInvitation } from './other-invitation.ts'

const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => api.call('POST /invitation-links/view', { body: { token }, signal }),
    // Who is signed in decides what the link offers: never from an earlier look.
    gcTime: 0,
  })

/** An invitation by its link, whoever opens it. */
export function AcceptPage() {
  const token = useLinkToken()
  const { locale, words } = useSpeech()
  const { data: invitation, error, refetch, isFetching } = useQuery(invitationQuery(token))
  const session = useQuery(sessionQuery).data
  const queryClient = useQueryClient()
  const router = useRouter()
  const isOther = invitation?.way === 'other'

  useEffect(() => {
    if (isOther) setOtherInvitation({ token, email: invitation.email })
  }, [isOther, token, invitation?.email])

  if (error instanceof Refused) {
    return <DeadLinkScreen reason={error.code === 'invitations.expired' ? 'expired' : 'unknown'} />
  }
  if (error) return <ErrorState onRetry={() => void refetch()} isRetrying={isFetching} />
  if (!invitation) return <ProgressLine isActive label={words.ui.loading} />
  if (isOther) return <Navigate to="/" replace />

  const accept = (account: NewAccount | null) =>
    refusalOf(
      api
        .call('POST /invitation-links/acceptance', {
          body: { token, account: account && { ...account, locale } },
        })
        .then((signedIn) => {
          queryClient.clear()
          chooseOrganisation(signedIn.organisationId)
          queryClient.setQueryData(sessionQuery.queryKey, signedIn)
          router.history.push('/')
        }),
    )
  return (
    <AcceptScreen
      invitation={invitation}
      signedInName={session?.user.name}
      signInTo={`${linkPaths.invitation}#${token}`}
      onAccept={accept}
    />
  )
}
