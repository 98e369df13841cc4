import { useInfiniteQuery } from '@tanstack/react-query'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { MessageForAgent } from '#contract/messages.ts'
import { api } from '../../../live/api.ts'
import { useKnown, useLive } from '../../../live/use-live.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { RelativeTime } from '../../../ui/time/relative-time.tsx'
import { useWords } from '../../../ui/words.tsx'
import { FileLink } from '../files/message-files.tsx'
import { PictureButton } from '../files/picture-button.tsx'
import { firstName, visitorFirstName } from '../visitor-name.ts'

/** What was sent besides words, the newest first. */
export function FilesExchanged({ conversation }: { conversation: ConversationForAgent }) {
  const all = useWords().conversations
  const words = all.files
  const { agentId } = useLive()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useFilesExchanged(conversation)
  const messages = data?.pages.flatMap((page) => page.messages) ?? []
  // Nothing to teach: files come by themselves.
  if (messages.length === 0) return null

  const from = ({ author, kind }: MessageForAgent) => {
    const who =
      author.kind === 'agent'
        ? author.agentId === agentId
          ? words.you
          : firstName(author.name)
        : visitorFirstName(conversation.visitor, all)
    return kind === 'note' ? words.inNote(who) : who
  }
  return (
    <section aria-label={words.exchanged} className="border-b border-line px-4 py-3">
      <h3 className="mb-2 font-semibold">{words.exchanged}</h3>
      <ol className="grid gap-3">
        {messages.map((message) => (
          <li key={message.id} className="grid gap-1">
            <p className="flex items-baseline justify-between gap-2 text-xs text-ink-soft">
              <bdi className="truncate">{from(message)}</bdi>
              <RelativeTime at={message.sentAt} className="flex-none" />
            </p>
            <ul className="grid gap-1">
              {message.files.map((file) => (
                <li key={file.id} className="min-w-0">
                  {file.width === null ? (
                    <FileLink conversationId={conversation.id} file={file} />
                  ) : (
                    <PictureButton conversationId={conversation.id} file={file} among="beside" />
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <div className="mt-2">
          <Button kind="quiet" size="small" isBusy={isFetchingNextPage} onPress={() => void fetchNextPage()}>
            {words.older}
          </Button>
        </div>
      )}
    </section>
  )
}

/** Asked anew when another message with files came. */
function useFilesExchanged({ id }: ConversationForAgent) {
  const { organisationId } = useLive()
  const newestSeq = useKnown(
    ({ threads }) => threads.get(id)?.messages.findLast(({ files }) => files.length > 0)?.seq ?? 0,
    0,
  )
  return useInfiniteQuery({
    queryKey: ['files', organisationId, id, newestSeq],
    queryFn: ({ pageParam, signal }) =>
      api.call('GET /organisations/:organisationId/conversations/:conversationId/files', {
        params: { organisationId, conversationId: id },
        query: { before: pageParam },
        signal,
      }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ messages, more }) => (more ? messages.at(-1)?.seq : undefined),
    placeholderData: (earlier, query) => (query?.queryKey[2] === id ? earlier : undefined),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
