import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, refusalOf } from '../../live/api.ts'
import { sessionQuery } from '../../live/session.ts'
import { useLinkToken } from '../../live/use-link-token.ts'
import { Door } from '../../ui/layout/door.tsx'
import { useWords } from '../../ui/words.tsx'
import { DeadLinkDoor } from './dead-link-door.tsx'
import { DoneDoor } from './done-door.tsx'
import { isDeadLink } from './is-dead-link.ts'
import { PasswordForm } from './password-form.tsx'

/** Says no to a change of address, by the link of the letter to the old one. */
export function KeepAddressPage() {
  const token = useLinkToken()
  const { signIn } = useWords()
  const words = signIn.keepAddress
  const queryClient = useQueryClient()
  const [isDead, setDead] = useState(false)
  const [kept, setKept] = useState<string | null>(null)

  const keep = (password: string) =>
    refusalOf(
      api.call('POST /email-changes/objection', { body: { token, password } }).then(
        ({ email }) => {
          queryClient.setQueryData(sessionQuery.queryKey, null)
          setKept(email)
        },
        (error: unknown) => {
          if (isDeadLink(error)) setDead(true)
          throw error
        },
      ),
    )
  if (kept !== null)
    return <DoneDoor title={words.doneTitle} text={words.done(kept)} to="/sign-in" label={signIn.submit} />
  if (isDead) return <DeadLinkDoor text={words.dead} />
  return (
    <Door title={words.title} text={words.text}>
      <PasswordForm label={words.title} submit={words.submit} onChoose={keep} />
    </Door>
  )
}
