import { useMemo, useState } from 'react'
import type { Lists } from '#client/agent-lists.ts'
import type { ConversationId } from '#contract/ids.ts'
import { type HeldIds, holdLists, idsOf, letIn } from './hold-lists.ts'

/** Holds the lists still while `isHeld`; `release` lets the newcomers in. `asked` is the conversation somebody opened. */
export function useHeldLists(lists: Lists, asked: ConversationId | null, isHeld: boolean) {
  const [held, setHeld] = useState<HeldIds | null>(null)
  // Set while drawing, as React allows for state that follows props: an effect would show the newcomers for one frame.
  const next = isHeld ? letIn(held ?? idsOf(lists), lists, asked) : null
  if (next !== held) setHeld(next)

  const shown = useMemo(() => (held ? holdLists(lists, held) : { lists, waiting: 0 }), [lists, held])
  return { ...shown, release: () => setHeld(isHeld ? idsOf(lists) : null) }
}
