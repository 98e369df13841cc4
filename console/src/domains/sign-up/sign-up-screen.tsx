import { Link } from '@tanstack/react-router'
import { MailCheck } from 'lucide-react'
import { limits } from '#contract/limits.ts'
import { Button } from '../../ui/actions/button.tsx'
import { textLink } from '../../ui/actions/button-look.ts'
import { Form } from '../../ui/fields/form.tsx'
import { looksLikeEmail } from '../../ui/fields/looks-like.ts'
import { TextField } from '../../ui/fields/text-field.tsx'
import { type FormRefusal, useForm } from '../../ui/fields/use-form.ts'
import { Door, DoorSign } from '../../ui/layout/door.tsx'
import { Icon } from '../../ui/look/icon.tsx'
import { NameFields } from '../../ui/people/name-fields.tsx'
import { useWords } from '../../ui/words.tsx'

/** Named as the contract names the fields, so that a refusal finds its field. */
export interface SignUpWish extends Record<string, unknown> {
  firstName: string
  lastName: string
  organisationName: string
  email: string
}

interface SignUpScreenProps {
  /** The operator makes organisations, nobody else. */
  isClosed: boolean
  onAsk: (wish: SignUpWish) => Promise<FormRefusal | null>
}

/** Who one is and what the organisation is called. What it says afterwards is the same whether the address is known or not. */
export function SignUpScreen({ isClosed, onAsk }: SignUpScreenProps) {
  const { signIn, setUp } = useWords()
  const words = signIn.signUpPage
  const form = useForm<SignUpWish>({
    initial: { firstName: '', lastName: '', organisationName: '', email: '' },
    check: ({ firstName, organisationName, email }) => ({
      firstName: firstName.trim() === '' ? setUp.needName : undefined,
      organisationName: organisationName.trim() === '' ? setUp.needName : undefined,
      email: looksLikeEmail(email) ? undefined : setUp.needEmail,
    }),
    send: onAsk,
  })

  if (isClosed) {
    return (
      <Door title={words.title} text={words.closed}>
        <BackToSignIn />
      </Door>
    )
  }
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
        <Button size="tall" isBlock onPress={() => form.reset({ ...form.values, email: '' })}>
          {words.again}
        </Button>
        <BackToSignIn />
      </Door>
    )
  }
  return (
    <Door title={words.title} text={words.text}>
      <Form form={form} label={words.title}>
        <NameFields first={form.field('firstName')} last={form.field('lastName')} size="tall" isOwn autoFocus />
        <TextField
          {...form.field('organisationName')}
          label={words.organisation}
          hint={setUp.organisation.nameHint}
          name="organisation"
          autoComplete="organization"
          maxLength={limits.nameLength}
          size="tall"
        />
        <TextField
          {...form.field('email')}
          label={signIn.email}
          name="email"
          type="email"
          autoComplete="username"
          size="tall"
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
