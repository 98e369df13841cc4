import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, refusalOf } from '../../live/api.ts'
import { fetchSession, sessionQuery } from '../../live/session.ts'
import { useLinkToken } from '../../live/use-link-token.ts'
import { Button } from '../../ui/actions/button.tsx'
import { ProgressLine } from '../../ui/feedback/progress-line.tsx'
import { ErrorState } from '../../ui/feedback/states.tsx'
import { Form } from '../../ui/fields/form.tsx'
import { type FormRefusal, useForm } from '../../ui/fields/use-form.ts'
import { Door } from '../../ui/layout/door.tsx'
import { useWords } from '../../ui/words.tsx'
import { DeadLinkDoor } from './dead-link-door.tsx'
import { DoneDoor } from './done-door.tsx'
import { isDeadLink } from './is-dead-link.ts'
import { PasswordForm } from './password-form.tsx'

const changeQuery = (token: string) =>
  queryOptions({
    queryKey: ['email-change', token],
    queryFn: ({ signal }) => api.call('POST /email-changes/view', { body: { token }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })

/** Proves a new address by the link of its letter, whoever is signed in. */
export function NewAddressPage() {
  const token = useLinkToken()
  const { signIn, ui } = useWords()
  const words = signIn.newAddress
  const queryClient = useQueryClient()
  const { data: change, error, refetch, isFetching } = useQuery(changeQuery(token))
  const [done, setDone] = useState<{ email: string; isSignedIn: boolean } | null>(null)

  const confirm = (password: string | null): Promise<FormRefusal | null> =>
    refusalOf(
      api.call('POST /email-changes/confirmation', { body: { token, password } }).then(async ({ email }) => {
        const session = await fetchSession().catch(() => null)
        queryClient.setQueryData(sessionQuery.queryKey, session)
        setDone({ email, isSignedIn: session !== null })
      }),
    )

  if (done?.isSignedIn)
    return <DoneDoor title={words.doneTitle} text={words.done(done.email)} to="/" label={words.goOn} />
  if (done)
    return <DoneDoor title={words.doneTitle} text={words.done(done.email)} to="/sign-in" label={signIn.submit} />
  if (isDeadLink(error)) return <DeadLinkDoor text={words.dead} />
  if (error) return <ErrorState onRetry={() => void refetch()} isRetrying={isFetching} />
  if (!change) return <ProgressLine isActive label={ui.loading} />
  return (
    <Door title={words.title} text={words.text(change.email)}>
      {change.password === 'new' ? (
        <>
          <p className="text-ink-soft">{words.newPasswordText}</p>
          <PasswordForm label={words.title} email={change.email} submit={words.submit} onChoose={confirm} />
        </>
      ) : (
        <ConfirmForm label={words.title} submit={words.submit} onConfirm={() => confirm(null)} />
      )}
    </Door>
  )
}

interface ConfirmFormProps {
  label: string
  submit: string
  onConfirm: () => Promise<FormRefusal | null>
}

/** By a press, not by opening alone: mail servers open links to look at them. */
function ConfirmForm({ label, submit, onConfirm }: ConfirmFormProps) {
  const form = useForm({ initial: {}, send: onConfirm })
  return (
    <Form form={form} label={label}>
      <Button type="submit" kind="main" size="tall" isBlock autoFocus isBusy={form.state !== 'idle'}>
        {submit}
      </Button>
    </Form>
  )
}
