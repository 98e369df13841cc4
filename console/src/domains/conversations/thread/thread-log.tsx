import { ArrowDown } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { shownMessages } from '#client/threads.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { useReadable, useSelected } from '../../../live/cell.ts'
import { useKnown, useLive } from '../../../live/use-live.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { useWords } from '../../../ui/words.tsx'
import { AnswersCard } from '../answers/answers-card.tsx'
import { Arrivals } from './arrivals.tsx'
import { FoundSeq } from './found-seq.ts'
import { LogRows } from './log-rows.tsx'
import { NewerFoot } from './newer-foot.tsx'
import { OlderHead } from './older-head.tsx'
import { OutgoingRow } from './outgoing-row.tsx'
import { firstUnreadSeq, threadRows } from './thread-rows.ts'
import { TypingRow } from './typing-row.tsx'
import { useFoundMessage } from './use-found-message.ts'
import { useMarkRead } from './use-mark-read.ts'
import { useThreadScroll } from './use-thread-scroll.ts'

/** What was said, the newest at the end, with one's own words that are still on their way. */
export function ThreadLog({ conversation, name }: { conversation: ConversationForAgent; name: string }) {
  const words = useWords().conversations.thread
  const { agentId, threads, reading, outgoing } = useLive()
  const { id } = conversation
  const thread = useKnown((state) => state.threads.get(id), undefined)
  const newest = useMemo(() => (thread ? shownMessages(thread) : []), [thread])
  const olderProgress = useReadable(threads.older)
  const place = useSelected(reading.apart, (apart) => (apart?.conversationId === id ? apart : null))
  const messages = place?.messages ?? newest
  // As it was when the conversation was opened: a line that moved would say nothing.
  const [newFromSeq] = useState(() =>
    conversation.assigneeId === agentId ? firstUnreadSeq(newest, conversation.agentReadSeq) : null,
  )
  const rows = useMemo(() => threadRows(messages, newFromSeq), [messages, newFromSeq])
  const waiting = useSelected(outgoing.messages, (byLane) => byLane.get(id))
  const unanswered = (waiting ?? []).filter((entry) => !newest.some((message) => message.clientMessageId === entry.id))

  const firstSeq = messages[0]?.seq ?? 0
  const lastSeq = newest.at(-1)?.seq ?? 0
  const loadOlder = () => void (place ? reading.loadOlder() : threads.loadOlder())
  const scroll = useThreadScroll({
    firstSeq,
    outgoingCount: unanswered.length,
    isApart: place !== null,
    progress: place?.progress ?? olderProgress,
    onTopNear: loadOlder,
    onBottomNear: () => void reading.loadNewer(),
  })
  const foundSeq = useFoundMessage(id, messages, scroll.toMessage)
  const toEnd = () => {
    // Drawn first: the end is where the newest messages are.
    flushSync(reading.leave)
    scroll.toEnd()
  }
  const [passedSeq, setPassedSeq] = useState(lastSeq)
  useEffect(() => {
    if (scroll.isAtEnd) setPassedSeq(lastSeq)
  }, [scroll.isAtEnd, lastSeq])
  useMarkRead(conversation, lastSeq, scroll.isAtEnd)
  const arrivedBelow = newest.filter(({ seq, author }) => seq > passedSeq && author.kind === 'visitor').length

  return (
    <div className="relative min-h-0 min-w-0">
      <div
        ref={scroll.scroller}
        onScroll={scroll.onScroll}
        role="log"
        aria-live="off"
        aria-label={words.log}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
        tabIndex={0}
        className="h-full overflow-x-hidden overflow-y-auto -outline-offset-2 [overflow-anchor:none]"
      >
        <div ref={scroll.content} className="flex min-h-full flex-col justify-end gap-1 px-5 py-3 phone:px-3">
          <OlderHead
            hasMore={(place ?? thread)?.more ?? false}
            progress={place?.progress ?? olderProgress}
            onMore={loadOlder}
          />
          {!((place ?? thread)?.more ?? false) && <AnswersCard conversationId={id} />}
          <FoundSeq value={foundSeq}>
            <LogRows conversation={conversation} name={name} rows={rows} messages={messages} newLine={scroll.newLine} />
          </FoundSeq>
          {place && <NewerFoot progress={place.progress} onMore={() => void reading.loadNewer()} />}
          {!place && unanswered.map((message) => <OutgoingRow key={message.id} message={message} />)}
          {!place && <TypingRow conversation={conversation} />}
        </div>
      </div>
      <Arrivals messages={newest} name={name} />
      {!scroll.isAtEnd && (
        <div className="absolute inset-x-0 bottom-3 flex justify-center">
          {arrivedBelow > 0 ? (
            <Button kind="main" size="small" icon={ArrowDown} onPress={toEnd}>
              {words.newMessages(arrivedBelow)}
            </Button>
          ) : (
            <span className="floating rounded-full">
              <IconButton icon={ArrowDown} label={words.toEnd} onPress={toEnd} />
            </span>
          )}
        </div>
      )}
    </div>
  )
}
