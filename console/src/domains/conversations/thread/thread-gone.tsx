import { Link } from '@tanstack/react-router'
import { EyeOff } from 'lucide-react'
import type { ConversationId } from '#contract/ids.ts'
import { useSelected } from '../../../live/cell.ts'
import { useLive } from '../../../live/use-live.tsx'
import { buttonLook } from '../../../ui/actions/button-look.ts'
import { EmptyState } from '../../../ui/feedback/states.tsx'
import { useIsPhone } from '../../../ui/look/use-media-query.ts'
import { useWords } from '../../../ui/words.tsx'
import { keptLists } from '../address.ts'
import { OutgoingRow } from './outgoing-row.tsx'

/** In place of a conversation that is out of reach: says so, and gives back what was written and could not be sent. */
export function ThreadGone({ conversationId }: { conversationId: ConversationId }) {
  const words = useWords().conversations
  const isPhone = useIsPhone()
  const unsent = useSelected(useLive().outgoing.messages, (byLane) => byLane.get(conversationId))
  return (
    <div className="h-full overflow-auto">
      {/* On a phone the bar with the page's own heading is not there. */}
      {isPhone && <h1 className="unseen">{words.title}</h1>}
      <EmptyState
        icon={EyeOff}
        title={words.thread.goneTitle}
        actions={
          <Link to="/conversations" search={keptLists} className={buttonLook()}>
            {words.acts.back}
          </Link>
        }
      >
        {words.thread.goneText}
      </EmptyState>
      {unsent && (
        <section aria-label={words.thread.unsent} className="mx-auto flex max-w-140 flex-col gap-1 px-5 pb-6">
          <h3 className="text-s font-semibold">{words.thread.unsent}</h3>
          {unsent.map((message) => (
            <OutgoingRow key={message.id} message={message} />
          ))}
        </section>
      )}
    </div>
  )
}
