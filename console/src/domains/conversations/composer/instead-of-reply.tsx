import { HandHelping, RotateCcw } from 'lucide-react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { useMe } from '../../../live/session.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words.tsx'
import { OfferWords } from '../routing/offer-words.tsx'
import type { PresentActs } from '../use-present-acts.ts'
import { whyNotReply } from './why-not-reply.ts'

/** Why one cannot answer here now, and the button that changes it. */
export function InsteadOfReply({ conversation, acts }: { conversation: ConversationForAgent; acts: PresentActs }) {
  const words = useWords().conversations
  const me = useMe()
  const { may, offer } = conversation
  return (
    <div className="grid gap-2.5 p-3 text-center">
      {offer?.toYou ? (
        <OfferWords conversation={conversation} until={offer.until} />
      ) : (
        <p className="text-ink-soft text-balance">{whyNotReply(conversation, me, words.composer)}</p>
      )}
      {may.pickUp && (
        <Button
          kind="main"
          size="tall"
          isBlock
          icon={HandHelping}
          keys="p"
          isBusy={acts.busy === 'pick-up'}
          onPress={acts.pickUp}
        >
          {words.acts.pickUp}
        </Button>
      )}
      {may.reopen && (
        <Button size="tall" isBlock icon={RotateCcw} isBusy={acts.busy === 'reopen'} onPress={acts.reopen}>
          {words.acts.reopen}
        </Button>
      )}
    </div>
  )
}
