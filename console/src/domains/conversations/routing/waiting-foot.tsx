import { BellRing, CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { Icon } from '../../../ui/look/icon.tsx'
import { Duration } from '../../../ui/time/relative-time.tsx'
import { useWords } from '../../../ui/words.tsx'
import { useBlocked } from './use-blocked.ts'

const lineLook = 'flex min-w-0 items-center gap-1.5 text-xs tabular-nums phone:text-s'

/** The third line of a waiting card: that one is asked and for how long, why nobody could take it, or else what any card says. */
export function WaitingFoot({ conversation, children }: { conversation: ConversationForAgent; children: ReactNode }) {
  const words = useWords()
  const blocked = useBlocked(conversation)
  const { offer, stateSince } = conversation
  if (offer?.toYou)
    return (
      // The acts stand over the end of this line, beside the card's link: see offer-acts.tsx.
      <span className={`${lineLook} h-6 pr-34 font-medium text-green`}>
        <Icon of={BellRing} size="xs" className="flex-none motion-safe:animate-pulse" />
        <span className="truncate">
          <span className="unseen">{words.routing.offered} </span>
          <Duration at={offer.until} />
        </span>
      </span>
    )
  if (blocked !== null)
    return (
      <span className={`${lineLook} text-amber`}>
        <Icon of={CircleAlert} size="xs" className="flex-none" />
        <span className="truncate font-medium">{blocked}</span>
        <span className="ml-auto flex-none text-ink-soft">
          <span className="unseen">{words.conversations.card.waiting} </span>
          <Duration at={stateSince} />
        </span>
      </span>
    )
  return children
}
