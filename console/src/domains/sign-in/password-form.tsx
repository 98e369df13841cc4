import { limits } from '#contract/limits.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Form } from '../../ui/fields/form.tsx'
import { PasswordField } from '../../ui/fields/password-field.tsx'
import { passwordLength } from '../../ui/fields/password-strength.ts'
import { TextField } from '../../ui/fields/text-field.tsx'
import { type FormRefusal, useForm } from '../../ui/fields/use-form.ts'
import { useWords } from '../../ui/words.tsx'

interface PasswordFormProps {
  label: string
  /** Whose it will be, for the password manager and the eye; absent: not known here. */
  email?: string
  submit: string
  onChoose: (password: string) => Promise<FormRefusal | null>
}

/** One field: a new password, behind the link of a letter. */
export function PasswordForm({ label, email, submit, onChoose }: PasswordFormProps) {
  const { signIn, setUp } = useWords()
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) => ({
      password:
        passwordLength(password) < limits.passwordMinLength
          ? setUp.passwordTooShort(limits.passwordMinLength)
          : undefined,
    }),
    send: ({ password }) => onChoose(password),
  })
  return (
    <Form form={form} label={label}>
      {email !== undefined && (
        <TextField
          label={signIn.email}
          name="email"
          autoComplete="username"
          value={email}
          lockedReason=""
          size="tall"
        />
      )}
      <PasswordField
        {...form.field('password')}
        label={signIn.newPassword.password}
        name="password"
        purpose={{ kind: 'new', minLength: limits.passwordMinLength }}
        maxLength={limits.passwordMaxLength}
        size="tall"
        autoFocus
      />
      <Button type="submit" kind="main" size="tall" isBlock isBusy={form.state !== 'idle'}>
        {submit}
      </Button>
    </Form>
  )
}
