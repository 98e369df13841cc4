import { useNavigate } from '@tanstack/react-router'
import { HandHelping, MessageSquare } from 'lucide-react'
import { useMemo } from 'react'
import type { Lists } from '#client/agent-lists.ts'
import type { Command } from '../../ui/overlays/command-palette.tsx'
import { useCommands } from '../../ui/overlays/page-commands.ts'
import { useWords } from '../../ui/words.tsx'
import { wishFocus } from './thread/thread-focus.ts'
import { useActOnConversation } from './use-act-on-conversation.ts'
import { visitorName } from './visitor-name.ts'

/** Beyond this an older one is found by scrolling. */
const namesMost = 500

/** Every conversation in the lists by its visitor's name, and taking the one that waits longest. */
export function useListCommands(lists: Lists | null) {
  const words = useWords().conversations
  const navigate = useNavigate()
  const { mutate: pickUp } = useActOnConversation('pickUp', ({ id }) => wishFocus(id))
  const commands = useMemo((): Command[] => {
    if (!lists) return []
    const open = (conversationId: string) =>
      void navigate({ to: '/conversations/$conversationId', params: { conversationId } })
    const group = words.palette.group
    const next = lists.pending.find(({ may }) => may.pickUp)
    const all = [...lists.pending, ...lists.open, ...lists.closed].slice(0, namesMost)
    const pickUpNext = next && {
      id: 'pick-up-next',
      group,
      label: words.acts.pickUpNext,
      icon: HandHelping,
      onRun: () => {
        pickUp(next)
        open(next.id)
      },
    }
    return [
      ...(pickUpNext ? [pickUpNext] : []),
      ...all.map(({ id, visitor }) => ({
        id: `conversation-${id}`,
        group,
        label: words.palette.open(visitorName(visitor, words)),
        icon: MessageSquare,
        isSoughtOnly: true,
        onRun: () => {
          wishFocus(id)
          open(id)
        },
      })),
    ]
  }, [lists, words, navigate, pickUp])
  useCommands(commands)
}
