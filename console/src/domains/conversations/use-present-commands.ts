import { Check, Forward, HandHelping, Mail, RotateCcw } from 'lucide-react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { useCommands } from '../../ui/overlays/page-commands.ts'
import { useWords } from '../../ui/words.tsx'
import type { PresentActs } from './use-present-acts.ts'

/** The acts on the conversation in sight, for the palette. */
export function usePresentCommands({ may }: ConversationForAgent, acts: PresentActs) {
  const words = useWords().conversations
  useCommands(() => {
    const group = words.palette.group
    const all = [
      { isOn: may.pickUp, id: 'pick-up', label: words.acts.pickUp, icon: HandHelping, keys: 'p', onRun: acts.pickUp },
      {
        isOn: may.transfer,
        id: 'transfer',
        label: words.keys.transfer,
        icon: Forward,
        keys: 't',
        onRun: acts.transfer,
      },
      { isOn: may.close, id: 'close', label: words.keys.close, icon: Check, keys: 'c', onRun: acts.close },
      { isOn: may.reopen, id: 'reopen', label: words.acts.reopen, icon: RotateCcw, onRun: acts.reopen },
      {
        isOn: may.sendTranscript,
        id: 'transcript',
        label: words.transcript.act,
        icon: Mail,
        onRun: acts.sendTranscript,
      },
    ]
    return all.filter(({ isOn }) => isOn).map(({ isOn: _, ...command }) => ({ ...command, group }))
  })
}
