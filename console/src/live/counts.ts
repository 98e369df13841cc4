import { listsOf } from '#client/agent-lists.ts'
import type { AgentState } from '#client/agent-state.ts'
import type { AgentId } from '#contract/ids.ts'

/** Waiting conversations the reader may take: the count in the rail. */
export const countTakeable = (state: AgentState): number =>
  listsOf(state).pending.filter(({ may }) => may.pickUp).length

/** Notes that name the reader and that they have not read, whichever list they stand in. */
export const countMentions = ({ conversations }: AgentState): number =>
  [...conversations.values()].reduce((sum, { mentions }) => sum + mentions.unread.length, 0)

/** Visitors' messages in the reader's own conversations that they have not read: with the mentions, the count in the window's title. */
export const countUnread = (state: AgentState, me: AgentId): number =>
  listsOf(state)
    .open.filter(({ assigneeId }) => assigneeId === me)
    .reduce((sum, { unread }) => sum + unread, 0)
