import { Forward, Globe } from 'lucide-react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { photoUrlOf } from '../../../live/photo-url.ts'
import { useKnown } from '../../../live/use-live.tsx'
import { Icon } from '../../../ui/look/icon.tsx'
import { Avatar } from '../../../ui/people/avatar.tsx'
import { ClockTime, Duration } from '../../../ui/time/relative-time.tsx'
import { useWords } from '../../../ui/words.tsx'
import { RatingMark } from '../rating/rating-mark.tsx'
import { WaitingFoot } from '../routing/waiting-foot.tsx'
import { firstName } from '../visitor-name.ts'

const lineLook = 'flex min-w-0 items-center gap-1.5 text-xs text-ink-soft tabular-nums phone:text-s'

/** The third line of a card: where it came from, and when; who waits is shown how long, who is answered by whom. */
export function CardFoot({ conversation }: { conversation: ConversationForAgent }) {
  const all = useWords()
  const words = all.conversations.card
  const channelName = useKnown(
    ({ channels }) => channels.find(({ id }) => id === conversation.channelId)?.name,
    undefined,
  )
  const questionnaireName = useKnown(
    ({ questionnaires }) => questionnaires.find(({ id }) => id === conversation.questionnaireId)?.name,
    undefined,
  )
  const photoId = useKnown(
    ({ colleagues }) => (conversation.assigneeId && colleagues.get(conversation.assigneeId)?.photoId) || null,
    null,
  )
  const { state, stateSince, assigneeId, assigneeName, lastMessage, transferredBy } = conversation
  if (state === 'pending') {
    return (
      <WaitingFoot conversation={conversation}>
        <span className={lineLook}>
          <Icon of={Globe} size="xs" className="flex-none" />
          <span className="truncate">
            {channelName}
            {questionnaireName && ` · ${questionnaireName}`}
          </span>
          <span className="ml-auto flex-none">
            <span className="unseen">{words.waiting} </span>
            <Duration at={stateSince} />
          </span>
        </span>
      </WaitingFoot>
    )
  }
  return (
    <span className={lineLook}>
      <Icon of={Globe} size="xs" className="flex-none" />
      <ClockTime at={state === 'closed' ? stateSince : (lastMessage?.sentAt ?? stateSince)} />
      {conversation.closing?.rating && <RatingMark score={conversation.closing.rating.score} isBrief />}
      {transferredBy && (
        <span className="flex min-w-0 items-center gap-1 text-green">
          <Icon of={Forward} size="xs" className="flex-none" />
          <span className="unseen">{all.transfers.mark(transferredBy.name)}</span>
          <span aria-hidden="true" className="truncate">
            {firstName(transferredBy.name)}
          </span>
        </span>
      )}
      {assigneeId && assigneeName !== null && (
        <span className="ml-auto flex max-w-36 min-w-0 flex-none items-center gap-1.25">
          <span className="unseen">
            {state === 'closed' ? words.handledBy(assigneeName) : words.assignedTo(assigneeName)}
          </span>
          <Avatar id={assigneeId} name={assigneeName} photoUrl={photoUrlOf(photoId)} size="mini" />
          <span aria-hidden="true" className="truncate">
            {firstName(assigneeName)}
          </span>
        </span>
      )}
    </span>
  )
}
