import { useEffect } from 'react'
import type { ConversationId } from '#contract/ids.ts'
import { useReadable } from '../../../live/cell.ts'
import { useIsPhone } from '../../../ui/look/use-media-query.ts'
import { composerId, focusWish, threadTitleId } from './thread-focus.ts'

/** Puts the focus where one goes on: into the composer; where one cannot write, or a keyboard would cover half the screen, on the head. */
export function useThreadFocus(id: ConversationId, isReady: boolean) {
  const wished = useReadable(focusWish)
  const isPhone = useIsPhone()
  useEffect(() => {
    if (wished !== id || !isReady) return
    const composer = isPhone ? null : document.getElementById(composerId)
    const target = composer ?? document.getElementById(threadTitleId)
    target?.focus({ preventScroll: true })
    focusWish.write(null)
  }, [wished, id, isReady, isPhone])
}
