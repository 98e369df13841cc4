import type { ConversationForAgent } from '#contract/conversations.ts'
import { useSelected } from '../../../live/cell.ts'
import { useLive } from '../../../live/use-live.tsx'
import { Avatar } from '../../../ui/people/avatar.tsx'
import { useWords } from '../../../ui/words.tsx'
import { visitorFirstName } from '../visitor-name.ts'

/** Somebody is writing: the visitor as a bubble that is coming, colleagues in a line. */
export function TypingRow({ conversation }: { conversation: ConversationForAgent }) {
  const all = useWords().conversations
  const words = all.thread
  const typists = useSelected(useLive().typists, (byId) => byId.get(conversation.id))
  if (!typists) return null
  return (
    <>
      {typists.agents.length > 0 && (
        <p className="self-end text-xs text-ink-soft">{words.agentTyping(typists.agents.map((agent) => agent.name))}</p>
      )}
      {typists.visitor && (
        <div className="flex items-end gap-2">
          <Avatar id={conversation.visitor.id} name={conversation.visitor.name ?? ''} size="small" />
          <div className="flex gap-1 rounded-[14px] rounded-bl-xs bg-surface px-3.25 py-3 inset-ring inset-ring-line">
            <span className="unseen">{words.visitorTyping(visitorFirstName(conversation.visitor, all))}</span>
            {dots.map((delay) => (
              <span
                key={delay}
                aria-hidden="true"
                className="size-1.5 animate-breathe rounded-full bg-ink-soft"
                style={{ animationDelay: delay }}
              />
            ))}
          </div>
        </div>
      )}
    </>
  )
}

const dots = ['0ms', '250ms', '500ms']
