import type { ConversationForAgent } from '#contract/conversations.ts'
import { useMe } from '../../../../live/session.ts'
import type { ShortcutValues } from '../../../../live/shortcuts/fill.ts'
import { useKnown } from '../../../../live/use-live.tsx'
import { firstName } from '../../visitor-name.ts'

/** What is known of a conversation, for the variables of shortcuts. Of oneself the name that visitors read. */
export function useShortcutValues({ visitor, subAccountId, channelId, page }: ConversationForAgent): ShortcutValues {
  const { shownName, organisationName } = useMe()
  const subAccount = useKnown((state) => state.subAccounts.find(({ id }) => id === subAccountId)?.name, undefined)
  const channel = useKnown((state) => state.channels.find(({ id }) => id === channelId)?.name, undefined)
  return {
    'visitor.name': visitor.name,
    'visitor.firstName': visitor.name && firstName(visitor.name),
    'agent.name': shownName,
    'agent.firstName': firstName(shownName),
    'subAccount.name': subAccount ?? null,
    'organisation.name': organisationName,
    'channel.name': channel ?? null,
    'page.title': page?.title ?? null,
  }
}
