import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Refused } from '#client/refused.ts'
import { api, refusalOf } from '../../live/api.ts'
import { sessionQuery, setUpQuery } from '../../live/session.ts'
import { useSpeech } from '../../ui/words.tsx'
import { SetUpScreen, type SetUpWish } from './set-up-screen.tsx'

/** Makes the organisation and goes on into it, signed in. */
export function SetUpPage() {
  const { locale } = useSpeech()
  const queryClient = useQueryClient()
  const router = useRouter()
  const isNeeded = useQuery(setUpQuery).data?.needed ?? true

  const setUp = ({ firstName, lastName, email, password, ...organisation }: SetUpWish) =>
    refusalOf(
      api
        .call('POST /set-up', {
          body: {
            organisationName: organisation.organisationName,
            subAccountName: organisation.subAccountName,
            channelName: organisation.channelName,
            site: organisation.site.trim().toLowerCase(),
            administrator: { firstName, lastName, email: email.trim(), password },
            locale,
          },
        })
        .then(
          (session) => {
            queryClient.removeQueries({ queryKey: setUpQuery.queryKey })
            queryClient.setQueryData(sessionQuery.queryKey, session)
            router.history.push('/')
          },
          (error: unknown) => {
            if (error instanceof Refused && error.code === 'set-up.done') {
              void queryClient.invalidateQueries({ queryKey: setUpQuery.queryKey })
            }
            throw error
          },
        ),
    )
  return <SetUpScreen isDone={!isNeeded} onSetUp={setUp} />
}
