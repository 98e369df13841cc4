import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { Hourglass } from 'lucide-react'
import { Refused } from '#client/refused.ts'
import { limits } from '#contract/limits.ts'
import { api, refusalOf } from '../../live/api.ts'
import { sessionQuery } from '../../live/session.ts'
import { useLinkToken } from '../../live/use-link-token.ts'
import { Button } from '../../ui/actions/button.tsx'
import { buttonLook } from '../../ui/actions/button-look.ts'
import { ProgressLine } from '../../ui/feedback/progress-line.tsx'
import { ErrorState } from '../../ui/feedback/states.tsx'
import { Form } from '../../ui/fields/form.tsx'
import { PasswordField } from '../../ui/fields/password-field.tsx'
import { passwordLength } from '../../ui/fields/password-strength.ts'
import { TextField } from '../../ui/fields/text-field.tsx'
import { type FormRefusal, useForm } from '../../ui/fields/use-form.ts'
import { Door, DoorSign } from '../../ui/layout/door.tsx'
import { Icon } from '../../ui/look/icon.tsx'
import { useWords } from '../../ui/words.tsx'

const signUpQuery = (token: string) =>
  queryOptions({
    queryKey: ['sign-up', token],
    queryFn: ({ signal }) => api.call('POST /sign-ups/view', { body: { token }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })

/** Makes the organisation by the link of the letter, and goes on into it, signed in. */
export function NewOrganisationPage() {
  const token = useLinkToken()
  const { ui } = useWords()
  const queryClient = useQueryClient()
  const router = useRouter()
  const { data: asked, error, refetch, isFetching } = useQuery(signUpQuery(token))

  const complete = (password: string) =>
    refusalOf(
      api.call('POST /sign-ups/completion', { body: { token, password } }).then((session) => {
        queryClient.clear()
        queryClient.setQueryData(sessionQuery.queryKey, session)
        router.history.push('/')
      }),
    )
  if (error instanceof Refused) return <DeadSignUp />
  if (error) return <ErrorState onRetry={() => void refetch()} isRetrying={isFetching} />
  if (!asked) return <ProgressLine isActive label={ui.loading} />
  return <NewOrganisationScreen {...asked} onChoose={complete} />
}

interface NewOrganisationScreenProps {
  organisationName: string
  email: string
  onChoose: (password: string) => Promise<FormRefusal | null>
}

function NewOrganisationScreen({ organisationName, email, onChoose }: NewOrganisationScreenProps) {
  const { signIn, setUp } = useWords()
  const words = signIn.newOrganisation
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
    <Door title={words.title(organisationName)} text={words.text}>
      <Form form={form} label={words.title(organisationName)}>
        <TextField
          label={signIn.email}
          name="email"
          autoComplete="username"
          value={email}
          lockedReason=""
          size="tall"
        />
        <PasswordField
          {...form.field('password')}
          label={signIn.password}
          name="password"
          purpose={{ kind: 'new', minLength: limits.passwordMinLength }}
          maxLength={limits.passwordMaxLength}
          size="tall"
          autoFocus
        />
        <Button type="submit" kind="main" size="tall" isBlock isBusy={form.state !== 'idle'}>
          {words.submit}
        </Button>
      </Form>
    </Door>
  )
}

function DeadSignUp() {
  const { signIn } = useWords()
  return (
    <Door
      sign={
        <DoorSign isWarning>
          <Icon of={Hourglass} size="l" />
        </DoorSign>
      }
      title={signIn.newAddress.deadTitle}
      text={signIn.newOrganisation.dead}
    >
      <Link to="/sign-up" className={buttonLook({ kind: 'main', size: 'tall', isBlock: true })}>
        {signIn.newPassword.again}
      </Link>
    </Door>
  )
}
