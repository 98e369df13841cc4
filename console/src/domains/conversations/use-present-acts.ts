import { useState } from 'react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { useLive } from '../../live/use-live.tsx'
import { useHotkey } from '../../ui/keyboard/hotkeys.ts'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { useWords } from '../../ui/words.tsx'
import { wishFocus } from './thread/thread-focus.ts'
import { useActOnConversation } from './use-act-on-conversation.ts'
import { useSendTranscript } from './use-send-transcript.ts'

export interface PresentActs {
  pickUp: () => void
  /** Asks first where it could not be taken back. */
  close: () => void
  reopen: () => void
  transfer: () => void
  /** To the visitor's address. */
  sendTranscript: () => void
  transferring: { isOpen: boolean; close: () => void }
  busy: 'pick-up' | 'close' | 'reopen' | null
  /** Closing somebody else's conversation waits for a yes. */
  asking: { isOpen: boolean; confirm: () => Promise<null>; cancel: () => void }
}

/** What one may do with the conversation in sight, by buttons, keys and the palette alike. */
export function usePresentActs(conversation: ConversationForAgent): PresentActs {
  const words = useWords()
  const { agentId } = useLive()
  const { acts, keys } = words.conversations
  const [isAsking, setAsking] = useState(false)
  const [isTransferring, setTransferring] = useState(false)

  const pickUp = useActOnConversation('pickUp', ({ id }) => wishFocus(id))
  const reopen = useActOnConversation('reopen', ({ id }) => wishFocus(id))
  const close = useActOnConversation('close', (changed, before) => {
    // Reopening makes it one's own: only what was one's own can simply be taken back.
    const isUndoable = changed.may.reopen && before.assigneeId === agentId
    toasts.show({
      text: acts.closed,
      act: isUndoable ? { label: words.ui.undo, onAct: () => reopen.mutate(changed) } : undefined,
    })
  })

  const transcript = useSendTranscript(conversation, (text) => toasts.show({ text }))

  const isOthers = conversation.assigneeId !== agentId
  const acting: PresentActs = {
    pickUp: () => pickUp.mutate(conversation),
    reopen: () => reopen.mutate(conversation),
    transfer: () => setTransferring(true),
    sendTranscript: () => transcript.isPending || transcript.mutate(),
    transferring: { isOpen: isTransferring, close: () => setTransferring(false) },
    close: () => (isOthers ? setAsking(true) : close.mutate(conversation)),
    busy: pickUp.isPending ? 'pick-up' : close.isPending ? 'close' : reopen.isPending ? 'reopen' : null,
    asking: {
      isOpen: isAsking,
      // A refusal is said by its own message: the question has been answered.
      confirm: () => close.mutateAsync(conversation).then(asked, asked),
      cancel: () => setAsking(false),
    },
  }

  const isIdle = acting.busy === null
  useHotkey('p', acting.pickUp, { label: keys.pickUp, group: keys.group, isOff: !conversation.may.pickUp || !isIdle })
  useHotkey('c', acting.close, { label: keys.close, group: keys.group, isOff: !conversation.may.close || !isIdle })
  useHotkey('t', acting.transfer, { label: keys.transfer, group: keys.group, isOff: !conversation.may.transfer })
  return acting
}

const asked = () => null
