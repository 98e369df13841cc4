import type { TypingFrame } from '#client/frames.ts'
import { createTypingHeard } from '#client/typing.ts'
import type { AgentId, ConversationId } from '#contract/ids.ts'
import type { MessageForAgent } from '#contract/messages.ts'
import { makeCell, type Readable } from './cell.ts'

/** Who types in one conversation, as heard. */
export interface TypistsOfConversation {
  visitor: boolean
  agents: readonly { id: AgentId; name: string }[]
}

export interface Typists {
  readonly heard: Readable<ReadonlyMap<ConversationId, TypistsOfConversation>>
  hear(frame: TypingFrame): void
  /** Somebody's words came: whoever wrote them has stopped. */
  spoke(conversationId: ConversationId, messages: readonly MessageForAgent[]): void
}

type Sign = Pick<TypingFrame, 'conversationId' | 'by'>

export function createTypists(): Typists {
  const heard = makeCell<ReadonlyMap<ConversationId, TypistsOfConversation>>(new Map())
  const signs = createTypingHeard<Sign>(() => heard.write(byConversation(signs.typing().values())))
  const keyOf = ({ conversationId, by }: Sign) => `${conversationId} ${by.kind === 'agent' ? by.agentId : ''}`

  return {
    heard,
    hear: ({ typing, ...sign }) => signs.hear(keyOf(sign), sign, typing),
    spoke(conversationId, messages) {
      for (const { author } of messages) {
        if (author.kind === 'system') continue
        const sign = { conversationId, by: author }
        if (signs.typing().has(keyOf(sign))) signs.hear(keyOf(sign), sign, false)
      }
    },
  }
}

function byConversation(signs: Iterable<Sign>): ReadonlyMap<ConversationId, TypistsOfConversation> {
  const byId = new Map<ConversationId, TypistsOfConversation>()
  for (const { conversationId, by } of signs) {
    const { visitor, agents } = byId.get(conversationId) ?? { visitor: false, agents: [] }
    byId.set(
      conversationId,
      by.kind === 'visitor'
        ? { visitor: true, agents }
        : { visitor, agents: [...agents, { id: by.agentId, name: by.name }] },
    )
  }
  return byId
}
