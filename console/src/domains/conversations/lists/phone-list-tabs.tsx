import type { Lists } from '#client/agent-lists.ts'
import { type ConversationState, conversationStates } from '#contract/vocabulary.ts'
import { classNames } from '../../../ui/class-names.ts'
import { Segments } from '../../../ui/fields/segments.tsx'
import { useKept } from '../../../ui/kept.ts'
import { useWords } from '../../../ui/words.tsx'
import { keptPhoneList } from './folded-lists.ts'

/** On a phone, which of the lists is in sight. */
export function PhoneListTabs({ lists }: { lists: Lists }) {
  const words = useWords().conversations.lists
  const [shown, show] = useKept(keptPhoneList)
  const label = (state: ConversationState) => (
    <>
      {words[state]}
      {state !== 'closed' && (
        <>
          <span
            aria-hidden="true"
            className={classNames('tabular-nums', state === 'pending' && lists.pending.length > 0 && 'text-amber')}
          >
            {lists[state].length}
          </span>
          <span className="unseen">{words.count(lists[state].length)}</span>
        </>
      )}
    </>
  )
  return (
    <div className="p-3">
      <Segments
        label={words.label}
        isBlock
        options={conversationStates.map((id) => ({ id, label: label(id) }))}
        value={shown}
        onChange={show}
      />
    </div>
  )
}
