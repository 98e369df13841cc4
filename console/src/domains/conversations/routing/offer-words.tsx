import type { ConversationForAgent } from '#contract/conversations.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Duration } from '../../../ui/time/relative-time.tsx'
import { useWords } from '../../../ui/words.tsx'
import { useActOnConversation } from '../use-act-on-conversation.ts'

/** In place of the composer: that one is asked, how long still, and the way to let it go to the next. */
export function OfferWords({ conversation, until }: { conversation: ConversationForAgent; until: string }) {
  const words = useWords().routing
  const pass = useActOnConversation('pass')
  return (
    <div className="grid justify-items-center gap-2">
      <p className="font-medium text-green text-balance">
        {words.offeredHere} <Duration at={until} className="tabular-nums" />
      </p>
      <Button kind="quiet" size="small" isBusy={pass.isPending} onPress={() => pass.mutate(conversation)}>
        {words.pass}
      </Button>
    </div>
  )
}
