import { api, refusalOf } from '../../live/api.ts'
import { useSpeech } from '../../ui/words.tsx'
import { ForgottenPasswordScreen } from './forgotten-password-screen.tsx'

export function ForgottenPasswordPage() {
  const { locale } = useSpeech()
  const ask = (email: string) => refusalOf(api.call('POST /password-resets', { body: { email, locale } }))
  return <ForgottenPasswordScreen onAsk={ask} />
}
