import { useQuery } from '@tanstack/react-query'
import { api, refusalOf } from '../../live/api.ts'
import { setUpQuery } from '../../live/session.ts'
import { useSpeech } from '../../ui/words.tsx'
import { SignUpScreen, type SignUpWish } from './sign-up-screen.tsx'

/** Asks for an organisation of one's own, where the operator lets strangers. */
export function SignUpPage() {
  const { locale } = useSpeech()
  const signUp = useQuery(setUpQuery).data?.signUp ?? 'open'
  const ask = ({ email, ...wish }: SignUpWish) =>
    refusalOf(api.call('POST /sign-ups', { body: { ...wish, email: email.trim(), locale } }))
  return <SignUpScreen isClosed={signUp === 'closed'} onAsk={ask} />
}
