import { useEffect, useLayoutEffect, useRef } from 'react'
import type { ConversationId } from '#contract/ids.ts'
import { useLive } from '../../../live/use-live.tsx'
import { useAddress } from '../use-address.ts'

/** Leads to the message of the address as soon as it is drawn; answers with its seq. */
export function useFoundMessage(
  id: ConversationId,
  messages: readonly { seq: number }[],
  toMessage: (seq: number) => void,
): number | null {
  const { reading } = useLive()
  const at = useAddress().at ?? null
  const shown = useRef<number | null>(null)
  useEffect(() => {
    shown.current = null
    if (at === null) reading.leave()
    else void reading.open(id, at)
  }, [reading, id, at])
  const isDrawn = at !== null && messages.some(({ seq }) => seq === at)
  useLayoutEffect(() => {
    if (!isDrawn || at === null || shown.current === at) return
    shown.current = at
    toMessage(at)
  })
  return at
}
