import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Refused } from '#client/refused.ts'
import { api, refusalOf } from '../../live/api.ts'
import { sessionQuery } from '../../live/session.ts'
import { useLinkToken } from '../../live/use-link-token.ts'
import { NewPasswordScreen } from './new-password-screen.tsx'

export function NewPasswordPage() {
  const token = useLinkToken()
  const queryClient = useQueryClient()
  const [isExpired, setExpired] = useState(false)

  const choose = (password: string) =>
    refusalOf(
      api.call('POST /password-resets/redemption', { body: { token, password } }).then(
        () => queryClient.setQueryData(sessionQuery.queryKey, null),
        (error: unknown) => {
          if (isDead(error)) setExpired(true)
          throw error
        },
      ),
    )
  return <NewPasswordScreen isExpired={isExpired} onChoose={choose} />
}

/** Used, replaced, too old or cut short: to the reader all of them are one. */
function isDead(error: unknown): boolean {
  if (!(error instanceof Refused)) return false
  return error.code === 'accounts.link-unknown' || error.code === 'accounts.link-expired' || error.field === 'token'
}
