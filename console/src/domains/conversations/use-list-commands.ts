import { useNavigate } from '@tanstack/react-router'
import { AtSign, HandHelping, MessageSquare, Search } from 'lucide-react'
import type { Lists } from '#client/agent-lists.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { Command } from '../../ui/overlays/command-palette.tsx'
import { useCommands } from '../../ui/overlays/page-commands.ts'
import { useWords } from '../../ui/words.tsx'
import { focusSearchField } from './lists/search-field-id.ts'
import { wishFocus } from './thread/thread-focus.ts'
import { useActOnConversation } from './use-act-on-conversation.ts'
import { visitorName } from './visitor-name.ts'

/** Beyond this an older one is found by scrolling. */
const namesMost = 500

/** Every conversation in the lists by its visitor's name, and taking the one that waits longest. */
export function useListCommands(lists: Lists | null) {
  const words = useWords().conversations
  const navigate = useNavigate()
  const pickUp = useActOnConversation('pickUp', ({ id }) => wishFocus(id))

  const open = ({ id }: ConversationForAgent) => {
    wishFocus(id)
    void navigate({ to: '/conversations/$conversationId', params: { conversationId: id } })
  }
  const takeNext = (next: ConversationForAgent): Command => ({
    id: 'pick-up-next',
    group: words.palette.group,
    label: words.acts.pickUpNext,
    icon: HandHelping,
    onRun: () => {
      pickUp.mutate(next)
      open(next)
    },
  })
  const openOne = (conversation: ConversationForAgent): Command => ({
    id: `conversation-${conversation.id}`,
    group: words.palette.group,
    label: words.palette.open(visitorName(conversation.visitor, words)),
    icon: MessageSquare,
    isSoughtOnly: true,
    onRun: () => open(conversation),
  })
  const search: Command = {
    id: 'search-conversations',
    group: words.palette.group,
    label: words.palette.search,
    icon: Search,
    keys: '/',
    // Once the palette has given the focus back.
    onRun: () => void setTimeout(focusSearchField),
  }
  const mentions: Command = {
    id: 'mentions',
    group: words.palette.group,
    label: words.palette.mentions,
    icon: AtSign,
    onRun: () => void navigate({ to: '/conversations', search: { mention: 'me' } }),
  }
  useCommands(() => {
    if (!lists) return []
    const next = lists.pending.find(({ may }) => may.pickUp)
    const all = [...lists.pending, ...lists.open, ...lists.closed].slice(0, namesMost)
    return [...(next ? [takeNext(next)] : []), search, mentions, ...all.map(openOne)]
  })
}
