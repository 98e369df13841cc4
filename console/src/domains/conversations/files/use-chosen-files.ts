import { useState } from 'react'
import type { ConversationId } from '#contract/ids.ts'
import { useLive } from '../../../live/use-live.tsx'

/** Puts files beside one's words, and keeps how many of those chosen last were one too many. */
export function useChosenFiles(conversationId: ConversationId) {
  const { files } = useLive()
  const [over, setOver] = useState(0)
  const onFiles = (chosen: File[]) => setOver(files.add(conversationId, chosen))
  return { over, onFiles }
}
