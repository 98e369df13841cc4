import { Check, HandHelping, RotateCcw } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { Command } from '../../ui/overlays/command-palette.tsx'
import { useCommands } from '../../ui/overlays/page-commands.ts'
import { useWords } from '../../ui/words.tsx'
import type { PresentActs } from './use-present-acts.ts'

/** The acts on the conversation in sight, for the palette. */
export function usePresentCommands({ may }: ConversationForAgent, acts: PresentActs) {
  const words = useWords().conversations
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  const commands = useMemo((): Command[] => {
    const group = words.palette.group
    const all = [
      { isOn: may.pickUp, id: 'pick-up', label: words.acts.pickUp, icon: HandHelping, keys: 'p', act: 'pickUp' },
      { isOn: may.close, id: 'close', label: words.keys.close, icon: Check, keys: 'c', act: 'close' },
      { isOn: may.reopen, id: 'reopen', label: words.acts.reopen, icon: RotateCcw, act: 'reopen' },
    ] as const
    return all
      .filter(({ isOn }) => isOn)
      .map(({ isOn: _, act, ...command }) => ({ ...command, group, onRun: () => latest.current[act]() }))
  }, [words, may])
  useCommands(commands)
}
