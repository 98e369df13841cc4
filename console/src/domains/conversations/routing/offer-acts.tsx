import { useNavigate } from '@tanstack/react-router'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words.tsx'
import { wishFocus } from '../thread/thread-focus.ts'
import { useActOnConversation } from '../use-act-on-conversation.ts'
import { visitorName } from '../visitor-name.ts'

/** What one does with an offer, on its card: beside the link that the card is, not inside it. */
export function OfferActs({ conversation }: { conversation: ConversationForAgent }) {
  const words = useWords()
  const navigate = useNavigate()
  const take = useActOnConversation('pickUp', ({ id }) => {
    wishFocus(id)
    void navigate({ to: '/conversations/$conversationId', params: { conversationId: id } })
  })
  const pass = useActOnConversation('pass')
  const name = visitorName(conversation.visitor, words.conversations)
  return (
    // No higher than the third line, so that the words above stay whole.
    <div className="absolute right-4.5 bottom-1.5 flex gap-1.5 *:h-6 phone:bottom-2.5 phone:*:h-7">
      <Button
        size="small"
        aria-label={words.routing.passOn(name)}
        isBusy={pass.isPending}
        onPress={() => pass.mutate(conversation)}
      >
        {words.routing.pass}
      </Button>
      <Button
        kind="main"
        size="small"
        aria-label={words.routing.takeFrom(name)}
        isBusy={take.isPending}
        onPress={() => take.mutate(conversation)}
      >
        {words.routing.take}
      </Button>
    </div>
  )
}
