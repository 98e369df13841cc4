import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { api, refusalOf } from '../../live/api.ts'
import { organisationOf, sessionQuery, setUpQuery } from '../../live/session.ts'
import { SignInScreen, type SignInWish } from './sign-in-screen.tsx'

const route = getRouteApi('/sign-in')

/** Signs in and goes on to where the person wanted to be. */
export function SignInPage() {
  const { to, email, ended } = route.useSearch()
  const queryClient = useQueryClient()
  const router = useRouter()
  // As it is known: nobody is asked here who is signed in.
  const session = useQuery({ ...sessionQuery, enabled: false }).data
  const belongsNowhere = session ? organisationOf(session) === null : false

  const signIn = ({ email, password, remember }: SignInWish) =>
    refusalOf(
      api.call('POST /session', { body: { email: email.trim(), password, remember } }).then((session) => {
        // Whatever an earlier person had in sight is not for this one.
        queryClient.clear()
        queryClient.setQueryData(sessionQuery.queryKey, session)
        router.history.push(to ?? '/')
      }),
    )
  const isSignUpOpen = useQuery(setUpQuery).data?.signUp === 'open'
  return (
    <SignInScreen
      isSignUpOpen={isSignUpOpen}
      email={email}
      hasEnded={ended}
      belongsNowhere={belongsNowhere}
      onSignIn={signIn}
    />
  )
}
