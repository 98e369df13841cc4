import { Clock } from 'lucide-react'
import type { InvitationForAgent } from '#contract/invitations.ts'
import { Pill } from '../../../ui/feedback/pill.tsx'
import { formatDuration, formatRelative } from '../../../ui/time/format-time.ts'
import { useNow } from '../../../ui/time/use-now.ts'
import { useSpeech } from '../../../ui/words.tsx'

const soonMs = 24 * 60 * 60 * 1000

/** How long an invitation's link still works, or since when it no longer does. */
export function TimeLeft({ invitation }: { invitation: InvitationForAgent }) {
  const { words, tag } = useSpeech()
  const now = useNow(15_000)
  const said = words.invitations.list
  const expiresAt = new Date(invitation.expiresAt)
  const leftMs = expiresAt.getTime() - now.getTime()
  if (leftMs <= 0)
    return <Pill kind="red">{said.expiredSince(formatRelative(expiresAt, now, tag, words.ui.time))}</Pill>
  return (
    <Pill kind={leftMs < soonMs ? 'amber' : 'plain'} icon={Clock}>
      {said.left(formatDuration(leftMs, words.ui.time))}
    </Pill>
  )
}
