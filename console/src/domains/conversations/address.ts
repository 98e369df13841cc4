import type { ConversationFilter } from '#contract/conversation-filter.ts'
import type { AgentId, ChannelId, QuestionnaireId, SubAccountId } from '#contract/ids.ts'
import { dayOf, startOf } from '../../ui/time/days.ts'

/** What the lists show, as it stands behind the `?` of the page's address: it can be kept, sent and gone back to. */
export interface ConversationsAddress {
  /** What is searched for. */
  q?: string
  channel?: ChannelId
  agent?: AgentId
  language?: string
  questionnaire?: QuestionnaireId
  /** Those in which a note names the reader. */
  mention?: 'me'
  /** Days of the reader's zone, both included. */
  from?: string
  until?: string
  /** The message that the conversation is opened at. */
  at?: number
}

/** What goes along to the next conversation. */
export const lasting = ['q', 'channel', 'agent', 'language', 'questionnaire', 'mention', 'from', 'until'] as const
/** The lists as they are, with no message opened: back to them from a conversation. */
export const keptLists = ({ at: _, ...lists }: ConversationsAddress): ConversationsAddress => lists

/** What narrows the lists. */
export const narrowing = ['channel', 'agent', 'language', 'questionnaire', 'mention', 'from', 'until'] as const
export type Narrowing = (typeof narrowing)[number]

/** As in the contract's limits, which come with the pages; this is read before any. */
const longestSearch = 200

/** Reads an address that may be anybody's: what is none of this is not there. The server knows whether an id is somebody's. */
export function readConversationsAddress(raw: Record<string, unknown>): ConversationsAddress {
  const { q, channel, agent, language, questionnaire, at } = raw
  return {
    // A search for 2026 is read as a number.
    q: typeof q === 'string' || typeof q === 'number' ? String(q).slice(0, longestSearch) : undefined,
    channel: isId(channel) ? (channel as ChannelId) : undefined,
    agent: isId(agent) ? (agent as AgentId) : undefined,
    language: typeof language === 'string' && /^[a-z]{2,3}$/.test(language) ? language : undefined,
    questionnaire: isId(questionnaire) ? (questionnaire as QuestionnaireId) : undefined,
    mention: raw.mention === 'me' ? 'me' : undefined,
    from: dayOf(raw.from),
    until: dayOf(raw.until),
    at: typeof at === 'number' && Number.isSafeInteger(at) && at > 0 ? at : undefined,
  }
}

const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)

/** What the server is asked, and what the lists are narrowed by: days are those of the reader. */
export function filterOf(address: ConversationsAddress, subAccountId: SubAccountId | null): ConversationFilter {
  const { channel, agent, language, questionnaire, mention, from, until } = address
  return {
    ...(subAccountId !== null && { subAccountId }),
    ...(channel && { channelId: channel }),
    ...(agent && { assigneeId: agent }),
    ...(language && { language }),
    ...(questionnaire && { questionnaireId: questionnaire }),
    ...(mention && { mentioned: mention }),
    ...(from && { from: startOf(from).toISOString() }),
    ...(until && { until: startOf(until, 1).toISOString() }),
  }
}

/** Whether anything but the sub-account narrows the lists. */
export const isNarrowed = (address: ConversationsAddress): boolean =>
  narrowing.some((name) => address[name] !== undefined)
