import { useMutation, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Refused } from '#client/refused.ts'
import type { SignedIn } from '#contract/accounts.ts'
import { api } from '../../live/api.ts'
import { sessionQuery } from '../../live/session.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { part } from '../../ui/parts.ts'
import { formatDuration } from '../../ui/time/format-time.ts'
import { useNow } from '../../ui/time/use-now.ts'
import { useSpeech, useWords } from '../../ui/words.tsx'

const AddressDialog = lazy(part(() => import('./address-dialog.tsx').then((file) => ({ default: file.AddressDialog }))))

/** [A3] The address one signs in with, the one that waits to be proven, and changing it. */
export function AddressPart({ user }: { user: SignedIn['user'] }) {
  const { profile } = useWords()
  const words = profile.address
  const [isChanging, setChanging] = useState(false)
  return (
    <div className="grid gap-3">
      <TextField label={profile.person.email} value={user.email} onChange={() => {}} lockedReason="" />
      {!user.emailIsProven && <Unproven email={user.email} />}
      {user.nextEmail ? (
        <Waiting next={user.nextEmail} />
      ) : (
        <div>
          <Button onPress={() => setChanging(true)}>{words.change}</Button>
        </div>
      )}
      {isChanging && (
        <Suspense>
          <AddressDialog onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </div>
  )
}

function Waiting({ next }: { next: NonNullable<SignedIn['user']['nextEmail']> }) {
  const { profile, ui } = useWords()
  const words = profile.address
  const queryClient = useQueryClient()
  const now = useNow(60_000)
  const left = formatDuration(new Date(next.expiresAt).getTime() - now.getTime(), ui.time)
  const tell = (text: string) => ({
    onSuccess: (session: SignedIn) => {
      queryClient.setQueryData(sessionQuery.queryKey, session)
      toasts.show({ text })
    },
    onError: (error: Error) =>
      toasts.show({ text: error instanceof Refused ? error.message : ui.failure.text, kind: 'refusal' }),
  })
  const resend = useMutation({
    mutationFn: () => api.call('POST /email-changes/resending'),
    ...tell(words.sent(next.email)),
  })
  const cancel = useMutation({ mutationFn: () => api.call('DELETE /email-changes'), ...tell(words.cancelled) })
  return (
    <Notice
      kind="blue"
      actions={
        <>
          <Button isBusy={cancel.isPending} onPress={() => cancel.mutate()}>
            {words.cancel}
          </Button>
          <Button isBusy={resend.isPending} onPress={() => resend.mutate()}>
            {words.resend}
          </Button>
        </>
      }
    >
      <b>{words.waiting(next.email)}</b>
      <span className="block text-ink-soft">{words.until(left)}</span>
    </Notice>
  )
}

/** Somebody else made the account: a new password, by a letter, shows whose mailbox it is. */
function Unproven({ email }: { email: string }) {
  const { words, locale } = useSpeech()
  const said = words.profile.address
  const ask = useMutation({
    mutationFn: () => api.call('POST /password-resets', { body: { email, locale } }),
    onSuccess: () => toasts.show({ text: said.proveSent(email) }),
    onError: (error) =>
      toasts.show({ text: error instanceof Refused ? error.message : words.ui.failure.text, kind: 'refusal' }),
  })
  return (
    <Notice
      kind="amber"
      actions={
        <Button isBusy={ask.isPending} onPress={() => ask.mutate()}>
          {said.prove}
        </Button>
      }
    >
      {said.unproven}
    </Notice>
  )
}
