import { LogOut, MailOpen } from 'lucide-react'
import { Button } from '../../ui/actions/button.tsx'
import { Banner } from '../../ui/feedback/notice.tsx'
import { useWords } from '../../ui/words.tsx'

interface OtherAccountBannerProps {
  invitedEmail: string
  person: { name: string; email: string }
  isBusy?: boolean
  onKeep: () => void
  onSwitch: () => void
}

/** [S5] An invitation opened by somebody it is not for: names the invited address, and leaves or accepts in one click. */
export function OtherAccountBanner({
  invitedEmail,
  person,
  isBusy = false,
  onKeep,
  onSwitch,
}: OtherAccountBannerProps) {
  const words = useWords().invitations.other
  return (
    <Banner
      kind="blue"
      icon={MailOpen}
      actions={
        <>
          <Button onPress={onKeep}>{words.keep}</Button>
          <Button kind="main" icon={LogOut} isBusy={isBusy} onPress={onSwitch}>
            {words.switch}
          </Button>
        </>
      }
    >
      {words.addressed} <b>{`${invitedEmail}.`}</b>
      <span className="block text-s text-ink-soft">{words.session(person.name, person.email)}</span>
    </Banner>
  )
}
