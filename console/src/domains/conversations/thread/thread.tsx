import { useLayoutEffect } from 'react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { ConversationId } from '#contract/ids.ts'
import { useReadable } from '../../../live/cell.ts'
import { useKnown, useLive } from '../../../live/use-live.tsx'
import { ErrorState } from '../../../ui/feedback/states.tsx'
import { useWords } from '../../../ui/words.tsx'
import { Composer } from '../composer/composer.tsx'
import { useChosenFiles } from '../files/use-chosen-files.ts'
import { useFileDrop } from '../files/use-file-drop.ts'
import { TransferPart } from '../transfer/transfer-part.tsx'
import { usePresentActs } from '../use-present-acts.ts'
import { usePresentCommands } from '../use-present-commands.ts'
import { visitorName } from '../visitor-name.ts'
import { CloseQuestion } from './close-question.tsx'
import { useLook } from './lookers/use-look.ts'
import { ThreadGone } from './thread-gone.tsx'
import { ThreadHead } from './thread-head.tsx'
import { ThreadLog } from './thread-log.tsx'
import { LogSkeleton, ThreadSkeleton } from './thread-skeleton.tsx'
import { useThreadFocus } from './use-thread-focus.ts'

interface ThreadProps {
  conversationId: ConversationId
  /** Whether what is known of the visitor is in sight, and how to change that; null: it always is. */
  about: { isShown: boolean; toggle: () => void } | null
}

/** A conversation: its head, what was said, and where one answers. */
export function Thread({ conversationId, about }: ThreadProps) {
  const { threads } = useLive()
  const conversation = useKnown(({ conversations }) => conversations.get(conversationId), undefined)
  const isLoaded = useKnown((state) => state.threads.get(conversationId)?.loaded === true, false)
  const progress = useReadable(threads.progress)

  // Before the first drawing is shown: the progress of the one looked at before means nothing here.
  useLayoutEffect(() => {
    threads.look(conversationId)
    return () => threads.look(null)
  }, [threads, conversationId])

  if (conversation) return <KnownThread conversation={conversation} isLoaded={isLoaded} about={about} />
  if (progress === 'failed') return <ErrorState onRetry={threads.retry} />
  if (progress === 'loading') return <ThreadSkeleton />
  return <ThreadGone conversationId={conversationId} />
}

function KnownThread({
  conversation,
  isLoaded,
  about,
}: {
  conversation: ConversationForAgent
  isLoaded: boolean
  about: ThreadProps['about']
}) {
  const words = useWords().conversations
  const { threads } = useLive()
  const progress = useReadable(threads.progress)
  const acts = usePresentActs(conversation)
  usePresentCommands(conversation, acts)
  useThreadFocus(conversation.id, isLoaded)
  useLook(conversation.id)
  const name = visitorName(conversation.visitor, words)
  const { over, onFiles } = useChosenFiles(conversation.id)
  const drop = useFileDrop(onFiles, !conversation.may.write && !conversation.may.note)

  return (
    <section
      aria-label={words.thread.label(name)}
      {...drop.place}
      className="relative grid h-full min-h-0 min-w-0 grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto] bg-paper"
    >
      {drop.isOver && (
        <p className="pointer-events-none absolute inset-2 z-10 grid place-items-center rounded-l border-2 border-dashed border-green bg-green-wash/90 font-medium text-green">
          {words.files.drop}
        </p>
      )}
      <ThreadHead conversation={conversation} name={name} acts={acts} about={about} />
      {isLoaded && <ThreadLog key={conversation.id} conversation={conversation} name={name} />}
      {!isLoaded &&
        (progress === 'failed' ? (
          <div className="overflow-auto">
            <ErrorState onRetry={threads.retry} />
          </div>
        ) : (
          <LogSkeleton />
        ))}
      <Composer
        key={`composer ${conversation.id}`}
        conversation={conversation}
        name={name}
        acts={acts}
        onFiles={onFiles}
        over={over}
      />
      <TransferPart
        key={`transfer ${conversation.id}`}
        conversation={conversation}
        name={name}
        transferring={acts.transferring}
      />
      <CloseQuestion name={name} asking={acts.asking} />
    </section>
  )
}
