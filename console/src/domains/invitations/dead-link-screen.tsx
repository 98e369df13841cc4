import { Hourglass, Unlink } from 'lucide-react'
import { Door, DoorSign } from '../../ui/layout/door.tsx'
import { Icon } from '../../ui/look/icon.tsx'
import { useWords } from '../../ui/words.tsx'

/** [S3] A link that no longer works, or never did: says so plainly and nothing else. No name, no organisation, no button. */
export function DeadLinkScreen({ reason }: { reason: 'expired' | 'unknown' }) {
  const words = useWords().invitations.accept
  const isExpired = reason === 'expired'
  return (
    <Door
      sign={
        <DoorSign isWarning>
          <Icon of={isExpired ? Hourglass : Unlink} size="l" />
        </DoorSign>
      }
      title={isExpired ? words.expiredTitle : words.unknownTitle}
      text={isExpired ? words.expired : words.unknown}
    />
  )
}
