import { Link } from '@tanstack/react-router'
import { Hourglass } from 'lucide-react'
import { buttonLook } from '../../ui/actions/button-look.ts'
import { Door, DoorSign } from '../../ui/layout/door.tsx'
import { Icon } from '../../ui/look/icon.tsx'
import { useWords } from '../../ui/words.tsx'

/** A link that was used, replaced, is too old or cut short: to the reader all of them are one. */
export function DeadLinkDoor({ text }: { text: string }) {
  const words = useWords().signIn
  return (
    <Door
      sign={
        <DoorSign isWarning>
          <Icon of={Hourglass} size="l" />
        </DoorSign>
      }
      title={words.newAddress.deadTitle}
      text={text}
    >
      <Link to="/sign-in" className={buttonLook({ kind: 'main', size: 'tall', isBlock: true })}>
        {words.submit}
      </Link>
    </Door>
  )
}
