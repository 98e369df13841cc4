import { Link } from '@tanstack/react-router'
import { Button } from '../../ui/actions/button.tsx'
import { textLink } from '../../ui/actions/button-look.ts'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Checkbox } from '../../ui/fields/checkbox.tsx'
import { Form } from '../../ui/fields/form.tsx'
import { PasswordField } from '../../ui/fields/password-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { type FormRefusal, useForm } from '../../ui/fields/use-form.ts'
import { Door } from '../../ui/layout/door.tsx'
import { useWords } from '../../ui/words.tsx'

export interface SignInWish extends Record<string, unknown> {
  email: string
  password: string
  remember: boolean
}

interface SignInScreenProps {
  /** Filled in already: the invited address, or the one just left. */
  email?: string
  /** Here because a session ended, not by choice. */
  hasEnded?: boolean
  /** Signed in, but a member of no organisation: removed from the last one, or never invited. */
  belongsNowhere?: boolean
  /** Strangers may make an organisation of their own. */
  isSignUpOpen?: boolean
  onSignIn: (wish: SignInWish) => Promise<FormRefusal | null>
}

/** E-mail and password. A refusal never says which of the two was wrong. */
export function SignInScreen({
  email = '',
  hasEnded = false,
  belongsNowhere = false,
  isSignUpOpen = false,
  onSignIn,
}: SignInScreenProps) {
  const words = useWords().signIn
  const form = useForm<SignInWish>({
    initial: { email, password: '', remember: false },
    check: (values) => ({
      email: values.email.trim() === '' ? words.needEmail : undefined,
      password: values.password === '' ? words.needPassword : undefined,
    }),
    send: onSignIn,
  })
  return (
    <Door title={words.title}>
      {belongsNowhere && form.refusal === null && <Notice kind="amber">{words.nowhere}</Notice>}
      {hasEnded && !belongsNowhere && form.refusal === null && <Notice kind="blue">{words.ended}</Notice>}
      <Form form={form} label={words.title} refocus="password">
        <TextField
          {...form.field('email')}
          label={words.email}
          name="email"
          type="email"
          autoComplete="username"
          size="tall"
          autoFocus={email === ''}
        />
        <PasswordField
          {...form.field('password')}
          label={words.password}
          name="password"
          purpose={{ kind: 'current' }}
          size="tall"
          autoFocus={email !== ''}
          aside={
            <Link to="/forgotten-password" className={textLink}>
              {words.forgotten}
            </Link>
          }
        />
        <Checkbox isSelected={form.values.remember} onChange={form.field('remember').onChange}>
          {words.remember}
        </Checkbox>
        <Button type="submit" kind="main" size="tall" isBlock isBusy={form.state !== 'idle'}>
          {words.submit}
        </Button>
      </Form>
      {isSignUpOpen && (
        <p className="text-center text-s">
          <Link to="/sign-up" className={textLink}>
            {words.signUp}
          </Link>
        </p>
      )}
    </Door>
  )
}
