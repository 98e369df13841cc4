import { Link } from '@tanstack/react-router'
import type { InvitationView } from '#contract/invitations.ts'
import { limits } from '#contract/limits.ts'
import { Button } from '../../ui/actions/button.tsx'
import { buttonLook } from '../../ui/actions/button-look.ts'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Form } from '../../ui/fields/form.tsx'
import { PasswordField } from '../../ui/fields/password-field.tsx'
import { passwordLength } from '../../ui/fields/password-strength.ts'
import { TextField } from '../../ui/fields/text-field.tsx'
import { type FormRefusal, useForm } from '../../ui/fields/use-form.ts'
import { Door } from '../../ui/layout/door.tsx'
import { Avatar } from '../../ui/people/avatar.tsx'
import { NameFields } from '../../ui/people/name-fields.tsx'
import { formatDuration } from '../../ui/time/format-time.ts'
import { useNow } from '../../ui/time/use-now.ts'
import { useWords } from '../../ui/words.tsx'

export interface NewAccount extends Record<string, unknown> {
  firstName: string
  lastName: string
  password: string
}

interface AcceptScreenProps {
  invitation: InvitationView
  /** Who is signed in, when it is the invited person. */
  signedInName?: string
  /** Back here after signing in. */
  signInTo: string
  /** Null: as the person who is signed in. */
  onAccept: (account: NewAccount | null) => Promise<FormRefusal | null>
}

/** An invitation by its link: a new person chooses a name and a password, a known one joins, one who is not signed in does that first. */
export function AcceptScreen({ invitation, signedInName, signInTo, onAccept }: AcceptScreenProps) {
  const { invitations, ui } = useWords()
  const words = invitations.accept
  const now = useNow(60_000)
  const left = formatDuration(new Date(invitation.expiresAt).getTime() - now.getTime(), ui.time)
  return (
    <Door title={words.title(invitation.organisationName)}>
      <Inviter invitation={invitation} />
      {invitation.way === 'fresh' && <NewAccountForm invitation={invitation} onAccept={onAccept} />}
      {invitation.way === 'prove' && <ProveForm invitation={invitation} onAccept={onAccept} />}
      {invitation.way === 'unproven' && (
        <>
          <TextField label={words.email} value={invitation.email} lockedReason={words.unproven} size="tall" />
          <Link to="/forgotten-password" className={buttonLook({ kind: 'main', size: 'tall', isBlock: true })}>
            {words.askForLink}
          </Link>
        </>
      )}
      {invitation.way === 'join' && (
        <JoinForm invitation={invitation} signedInName={signedInName ?? ''} onAccept={() => onAccept(null)} />
      )}
      {invitation.way === 'sign-in' && (
        <>
          <TextField label={words.email} value={invitation.email} lockedReason={words.accountExists} size="tall" />
          <Link
            to="/sign-in"
            search={{ to: signInTo, email: invitation.email }}
            className={buttonLook({ kind: 'main', size: 'tall', isBlock: true })}
          >
            {words.signInToJoin}
          </Link>
        </>
      )}
      <p className="text-center text-s text-ink-soft">{words.validFor(left)}</p>
    </Door>
  )
}

function Inviter({ invitation }: { invitation: InvitationView }) {
  const words = useWords().invitations.accept
  return (
    <div className="flex items-center gap-3 rounded-l border border-line bg-surface p-3 text-s">
      <Avatar id={invitation.inviterName} name={invitation.inviterName} size="large" />
      <p>
        <b>{invitation.inviterName}</b> {words.invitesYou[invitation.role]}
        {invitation.subAccountName && (
          <span className="block text-ink-soft">{words.subAccount(invitation.subAccountName)}</span>
        )}
      </p>
    </div>
  )
}

function NewAccountForm({ invitation, onAccept }: Pick<AcceptScreenProps, 'invitation' | 'onAccept'>) {
  const { invitations, setUp } = useWords()
  const words = invitations.accept
  const form = useForm<NewAccount>({
    initial: { firstName: '', lastName: '', password: '' },
    check: ({ firstName, password }) => ({
      firstName: firstName.trim() === '' ? words.needName : undefined,
      password:
        passwordLength(password) < limits.passwordMinLength
          ? setUp.passwordTooShort(limits.passwordMinLength)
          : undefined,
    }),
    send: onAccept,
  })
  return (
    <Form form={form} label={words.title(invitation.organisationName)}>
      <TextField
        label={words.email}
        name="email"
        autoComplete="username"
        value={invitation.email}
        lockedReason={words.emailLocked}
        size="tall"
      />
      <NameFields
        first={form.field('firstName')}
        last={form.field('lastName')}
        hint={words.nameHint}
        size="tall"
        isOwn
        autoFocus
      />
      <PasswordField
        {...form.field('password')}
        label={words.password}
        name="password"
        purpose={{ kind: 'new', minLength: limits.passwordMinLength }}
        maxLength={limits.passwordMaxLength}
        size="tall"
      />
      <Button type="submit" kind="main" size="tall" isBlock isBusy={form.state !== 'idle'}>
        {words.join(invitation.organisationName)}
      </Button>
    </Form>
  )
}

/** An account that somebody else made: its password is theirs no longer. */
function ProveForm({ invitation, onAccept }: Pick<AcceptScreenProps, 'invitation' | 'onAccept'>) {
  const { invitations, setUp } = useWords()
  const words = invitations.accept
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) => ({
      password:
        passwordLength(password) < limits.passwordMinLength
          ? setUp.passwordTooShort(limits.passwordMinLength)
          : undefined,
    }),
    // The account has its name already: what stands here is only what the door asks for.
    send: ({ password }) =>
      onAccept({ firstName: invitation.email.slice(0, limits.nameLength), lastName: '', password }),
  })
  return (
    <Form form={form} label={words.title(invitation.organisationName)}>
      <TextField
        label={words.email}
        name="email"
        autoComplete="username"
        value={invitation.email}
        lockedReason={words.prove}
        size="tall"
      />
      <PasswordField
        {...form.field('password')}
        label={words.password}
        name="password"
        purpose={{ kind: 'new', minLength: limits.passwordMinLength }}
        maxLength={limits.passwordMaxLength}
        size="tall"
        autoFocus
      />
      <Button type="submit" kind="main" size="tall" isBlock isBusy={form.state !== 'idle'}>
        {words.join(invitation.organisationName)}
      </Button>
    </Form>
  )
}

function JoinForm({
  invitation,
  signedInName,
  onAccept,
}: {
  invitation: InvitationView
  signedInName: string
  onAccept: () => Promise<FormRefusal | null>
}) {
  const words = useWords().invitations.accept
  const form = useForm({ initial: {}, send: onAccept })
  return (
    <Form form={form} label={words.title(invitation.organisationName)}>
      <Notice kind="green">{words.signedIn(signedInName)}</Notice>
      <Button type="submit" kind="main" size="tall" isBlock isBusy={form.state !== 'idle'}>
        {words.join(invitation.organisationName)}
      </Button>
    </Form>
  )
}
