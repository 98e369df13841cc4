import { Link } from '@tanstack/react-router'
import { CircleCheck, Hourglass } from 'lucide-react'
import { limits } from '#contract/limits.ts'
import { Button } from '../../ui/actions/button.tsx'
import { buttonLook } from '../../ui/actions/button-look.ts'
import { Form } from '../../ui/fields/form.tsx'
import { PasswordField } from '../../ui/fields/password-field.tsx'
import { passwordLength } from '../../ui/fields/password-strength.ts'
import { type FormRefusal, useForm } from '../../ui/fields/use-form.ts'
import { Door, DoorSign } from '../../ui/layout/door.tsx'
import { Icon } from '../../ui/look/icon.tsx'
import { useWords } from '../../ui/words.tsx'

interface NewPasswordScreenProps {
  /** The link of the letter no longer works. */
  isExpired?: boolean
  onChoose: (password: string) => Promise<FormRefusal | null>
}

/** A new password, by the link of a letter. */
export function NewPasswordScreen({ isExpired = false, onChoose }: NewPasswordScreenProps) {
  const { signIn, setUp } = useWords()
  const words = signIn.newPassword
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

  if (isExpired) {
    return (
      <Door
        sign={
          <DoorSign isWarning>
            <Icon of={Hourglass} size="l" />
          </DoorSign>
        }
        title={words.expiredTitle}
        text={words.expired}
      >
        <Link to="/forgotten-password" className={buttonLook({ kind: 'main', size: 'tall', isBlock: true })}>
          {words.again}
        </Link>
      </Door>
    )
  }
  if (form.state === 'done') {
    return (
      <Door
        sign={
          <DoorSign>
            <Icon of={CircleCheck} size="l" />
          </DoorSign>
        }
        title={words.doneTitle}
        text={words.done}
      >
        <Link to="/sign-in" className={buttonLook({ kind: 'main', size: 'tall', isBlock: true })}>
          {signIn.submit}
        </Link>
      </Door>
    )
  }
  return (
    <Door title={words.title} text={words.text}>
      <Form form={form} label={words.title}>
        <PasswordField
          {...form.field('password')}
          label={words.password}
          name="password"
          purpose={{ kind: 'new', minLength: limits.passwordMinLength }}
          maxLength={limits.passwordMaxLength}
          size="tall"
          autoFocus
        />
        <Button type="submit" kind="main" size="tall" isBlock isBusy={form.state === 'busy'}>
          {words.submit}
        </Button>
      </Form>
    </Door>
  )
}
