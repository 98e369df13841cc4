import { Link } from '@tanstack/react-router'
import { MailCheck } from 'lucide-react'
import { Button } from '../../ui/actions/button.tsx'
import { textLink } from '../../ui/actions/button-look.ts'
import { Form } from '../../ui/fields/form.tsx'
import { looksLikeEmail } from '../../ui/fields/looks-like.ts'
import { TextField } from '../../ui/fields/text-field.tsx'
import { type FormRefusal, useForm } from '../../ui/fields/use-form.ts'
import { Door, DoorSign } from '../../ui/layout/door.tsx'
import { Icon } from '../../ui/look/icon.tsx'
import { useWords } from '../../ui/words.tsx'

interface ForgottenPasswordScreenProps {
  onAsk: (email: string) => Promise<FormRefusal | null>
}

/** Asks for a letter with a link. What it says afterwards is the same whether the address is known or not. */
export function ForgottenPasswordScreen({ onAsk }: ForgottenPasswordScreenProps) {
  const { signIn, setUp } = useWords()
  const words = signIn.forgottenPassword
  const form = useForm({
    initial: { email: '' },
    check: ({ email }) => ({ email: looksLikeEmail(email) ? undefined : setUp.needEmail }),
    send: ({ email }) => onAsk(email.trim()),
  })

  if (form.state === 'done') {
    return (
      <Door
        sign={
          <DoorSign>
            <Icon of={MailCheck} size="l" />
          </DoorSign>
        }
        title={words.doneTitle}
        text={words.done(form.values.email.trim())}
      >
        <Button size="tall" isBlock onPress={() => form.reset({ email: '' })}>
          {words.again}
        </Button>
        <BackToSignIn />
      </Door>
    )
  }
  return (
    <Door title={words.title} text={words.text}>
      <Form form={form} label={words.title}>
        <TextField
          {...form.field('email')}
          label={signIn.email}
          name="email"
          type="email"
          autoComplete="username"
          size="tall"
          autoFocus
        />
        <Button type="submit" kind="main" size="tall" isBlock isBusy={form.state === 'busy'}>
          {words.submit}
        </Button>
      </Form>
      <BackToSignIn />
    </Door>
  )
}

function BackToSignIn() {
  const words = useWords().signIn.forgottenPassword
  return (
    <p className="text-center text-s">
      <Link to="/sign-in" className={textLink}>
        {words.back}
      </Link>
    </p>
  )
}
