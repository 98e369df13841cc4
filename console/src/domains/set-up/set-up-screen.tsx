import { Link } from '@tanstack/react-router'
import { CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { limits } from '#contract/limits.ts'
import { Button } from '../../ui/actions/button.tsx'
import { buttonLook } from '../../ui/actions/button-look.ts'
import { Form } from '../../ui/fields/form.tsx'
import { looksLikeEmail, looksLikeSite } from '../../ui/fields/looks-like.ts'
import { PasswordField } from '../../ui/fields/password-field.tsx'
import { passwordLength } from '../../ui/fields/password-strength.ts'
import { TextField } from '../../ui/fields/text-field.tsx'
import { type Faults, type FormRefusal, useForm } from '../../ui/fields/use-form.ts'
import { Door, DoorSign } from '../../ui/layout/door.tsx'
import { Icon } from '../../ui/look/icon.tsx'
import { NameFields } from '../../ui/people/name-fields.tsx'
import { useWords } from '../../ui/words.tsx'

/** Named as the contract names the fields, so that a refusal finds its field. */
export interface SetUpWish extends Record<string, unknown> {
  organisationName: string
  subAccountName: string
  channelName: string
  /** Empty: added later. */
  site: string
  firstName: string
  lastName: string
  email: string
  password: string
}

interface SetUpScreenProps {
  /** Somebody has set this server up already. */
  isDone?: boolean
  onSetUp: (wish: SetUpWish) => Promise<FormRefusal | null>
}

/** The very first visit: the organisation, its first sub-account and channel, and who administers it. */
export function SetUpScreen({ isDone = false, onSetUp }: SetUpScreenProps) {
  const words = useWords().setUp
  const form = useForm<SetUpWish>({
    initial: {
      organisationName: '',
      subAccountName: words.organisation.subAccountDefault,
      channelName: words.channel.nameDefault,
      site: '',
      firstName: '',
      lastName: '',
      email: '',
      password: '',
    },
    check: (values): Faults<SetUpWish> => ({
      organisationName: isEmpty(values.organisationName) ? words.needName : undefined,
      subAccountName: isEmpty(values.subAccountName) ? words.needName : undefined,
      channelName: isEmpty(values.channelName) ? words.needName : undefined,
      site: isEmpty(values.site) || looksLikeSite(values.site) ? undefined : words.needSite,
      firstName: isEmpty(values.firstName) ? words.needName : undefined,
      email: looksLikeEmail(values.email) ? undefined : words.needEmail,
      password:
        passwordLength(values.password) < limits.passwordMinLength
          ? words.passwordTooShort(limits.passwordMinLength)
          : undefined,
    }),
    send: onSetUp,
  })

  if (isDone) return <SetUpDone />
  return (
    <Door isWide title={words.title} text={words.text}>
      <Form form={form} label={words.title} className="gap-5">
        <Part title={words.organisation.title}>
          <TextField
            {...form.field('organisationName')}
            label={words.organisation.name}
            hint={words.organisation.nameHint}
            autoComplete="organization"
            maxLength={limits.nameLength}
            autoFocus
          />
          <TextField
            {...form.field('subAccountName')}
            label={words.organisation.subAccount}
            hint={words.organisation.subAccountHint}
            maxLength={limits.nameLength}
          />
        </Part>
        <Part title={words.channel.title}>
          <TextField {...form.field('channelName')} label={words.channel.name} maxLength={limits.nameLength} />
          <TextField
            {...form.field('site')}
            label={words.channel.site}
            hint={words.channel.siteHint}
            isOptional
            inputMode="url"
            spellCheck="false"
            maxLength={limits.siteLength}
          />
        </Part>
        <Part title={words.administrator.title} text={words.administrator.text}>
          <NameFields
            first={form.field('firstName')}
            last={form.field('lastName')}
            hint={words.administrator.nameHint}
            isOwn
          />
          <TextField {...form.field('email')} label={words.administrator.email} type="email" autoComplete="username" />
          <PasswordField
            {...form.field('password')}
            label={words.administrator.password}
            purpose={{ kind: 'new', minLength: limits.passwordMinLength }}
            maxLength={limits.passwordMaxLength}
          />
        </Part>
        <Button type="submit" kind="main" size="tall" isBlock isBusy={form.state !== 'idle'}>
          {words.submit}
        </Button>
      </Form>
    </Door>
  )
}

function SetUpDone() {
  const words = useWords().setUp.done
  return (
    <Door
      sign={
        <DoorSign>
          <Icon of={CircleCheck} size="l" />
        </DoorSign>
      }
      title={words.title}
      text={words.text}
    >
      <Link to="/sign-in" className={buttonLook({ kind: 'main', size: 'tall', isBlock: true })}>
        {words.signIn}
      </Link>
    </Door>
  )
}

function Part({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-4 rounded-l border border-line bg-surface p-5 phone:p-4">
      <legend className="float-left mb-1 w-full text-l font-semibold tracking-tight">{title}</legend>
      {text && <p className="-mt-3 text-s text-ink-soft">{text}</p>}
      {children}
    </fieldset>
  )
}

const isEmpty = (text: string) => text.trim() === ''
