import { HandHelping, RotateCcw } from 'lucide-react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { useMe } from '../../../live/session.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words.tsx'
import { OfferWords } from '../routing/offer-words.tsx'
import type { PresentActs } from '../use-present-acts.ts'

/** Why one cannot answer here now, and the button that changes it. */
export function InsteadOfReply({ conversation, acts }: { conversation: ConversationForAgent; acts: PresentActs }) {
  const words = useWords().conversations
  const { active } = useMe()
  const { may, offer } = conversation
  return (
    <div className="grid gap-2.5 p-3 text-center">
      {offer?.toYou ? (
        <OfferWords conversation={conversation} until={offer.until} />
      ) : (
        <p className="text-ink-soft text-balance">{reasonOf(conversation, active, words.composer)}</p>
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

function reasonOf(
  { state, may, assigneeName }: ConversationForAgent,
  isActive: boolean,
  words: ReturnType<typeof useWords>['conversations']['composer'],
): string {
  if (!isActive) return words.inactive
  if (state === 'pending') return may.pickUp ? words.pending : words.waitsForOthers
  if (state === 'open') return words.others(assigneeName ?? '')
  return may.reopen ? words.closed : words.closedForYou
}
