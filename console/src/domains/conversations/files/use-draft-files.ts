import type { Attachment } from '#client/uploads/attachment.ts'
import type { ConversationId } from '#contract/ids.ts'
import { useReadable } from '../../../live/cell.ts'
import { useLive } from '../../../live/use-live.tsx'

/** The files that stand beside one's words in a conversation, as they are now. */
export function useDraftFiles(conversationId: ConversationId): readonly Attachment[] {
  const { files } = useLive()
  useReadable(files.changes)
  return files.drafts(conversationId)
}
