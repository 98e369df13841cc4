import { Link } from '@tanstack/react-router'
import { CircleCheck } from 'lucide-react'
import { buttonLook } from '../../ui/actions/button-look.ts'
import { Door, DoorSign } from '../../ui/layout/door.tsx'
import { Icon } from '../../ui/look/icon.tsx'

interface DoneDoorProps {
  title: string
  text: string
  /** Where to go on. */
  to: '/' | '/sign-in'
  label: string
}

/** What a link was for is done. */
export function DoneDoor({ title, text, to, label }: DoneDoorProps) {
  return (
    <Door
      sign={
        <DoorSign>
          <Icon of={CircleCheck} size="l" />
        </DoorSign>
      }
      title={title}
      text={text}
    >
      <Link to={to} className={buttonLook({ kind: 'main', size: 'tall', isBlock: true })}>
        {label}
      </Link>
    </Door>
  )
}
