import { useQueryClient } from '@tanstack/react-query'
import { api, refusalOf } from '../../live/api.ts'
import { sessionQuery } from '../../live/session.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Form } from '../../ui/fields/form.tsx'
import { looksLikeEmail } from '../../ui/fields/looks-like.ts'
import { PasswordField } from '../../ui/fields/password-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { useForm } from '../../ui/fields/use-form.ts'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { useWords } from '../../ui/words.tsx'

/** Asks for another address, with the present password. */
export function AddressDialog({ onClose }: { onClose: () => void }) {
  const { profile, setUp } = useWords()
  const words = profile.address
  const queryClient = useQueryClient()
  const form = useForm({
    initial: { email: '', password: '' },
    check: ({ email, password }) => ({
      email: looksLikeEmail(email) ? undefined : setUp.needEmail,
      password: password === '' ? profile.password.needCurrent : undefined,
    }),
    send: ({ email, password }) =>
      refusalOf(
        api.call('POST /email-changes', { body: { email: email.trim(), password } }).then((session) => {
          queryClient.setQueryData(sessionQuery.queryKey, session)
          toasts.show({ text: words.sent(email.trim()) })
          onClose()
        }),
      ),
  })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.title}
      size="small"
      isDirty={form.isDirty && form.state !== 'done'}
      isBusy={form.state === 'busy'}
    >
      <Form form={form} label={words.title}>
        <p className="text-ink-soft">{words.text}</p>
        <TextField
          {...form.field('email')}
          label={words.next}
          name="email"
          type="email"
          autoComplete="email"
          autoFocus
        />
        <PasswordField
          {...form.field('password')}
          label={words.password}
          name="password"
          purpose={{ kind: 'current' }}
        />
        <div className="flex justify-end">
          <Button type="submit" kind="main" isBusy={form.state === 'busy'}>
            {words.submit}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
