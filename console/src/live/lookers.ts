import type { LookingFrame } from '#client/frames.ts'
import { createTypingHeard } from '#client/typing.ts'
import type { AgentId, ConversationId } from '#contract/ids.ts'
import { times } from '#contract/limits.ts'
import type { Looking } from '#contract/vocabulary.ts'
import { makeCell, type Readable } from './cell.ts'

/** A colleague who looks at a conversation. */
export interface Looker {
  id: AgentId
  name: string
  isNoting: boolean
}

export interface Lookers {
  readonly heard: Readable<ReadonlyMap<ConversationId, readonly Looker[]>>
  hear(frame: LookingFrame): void
  /** One looks at this conversation now; null: at none. */
  look(conversationId: ConversationId | null): void
  /** One writes a note there, or has stopped. */
  note(isNoting: boolean): void
  /** Says again what one does, once the line is back. */
  renew(): void
}

/** Who looks at what, as told by the colleagues themselves. Whoever comes is answered by those who are there. */
export function createLookers(me: AgentId, say: (conversationId: ConversationId, doing: Looking) => void): Lookers {
  const heard = makeCell<ReadonlyMap<ConversationId, readonly Looker[]>>(new Map())
  const signs = createTypingHeard<LookingFrame>(
    () => heard.write(byConversation(signs.typing().values())),
    times.lookingMs,
  )
  let looked: ConversationId | null = null
  let doing: Exclude<Looking, 'gone'> = 'reading'
  let timer: ReturnType<typeof setInterval> | undefined

  const renew = () => {
    if (looked !== null) say(looked, doing)
  }
  return {
    heard,
    hear(frame) {
      const { conversationId, agentId } = frame
      if (agentId === me) return
      const key = `${conversationId} ${agentId}`
      const isNew = !signs.typing().has(key)
      signs.hear(key, frame, frame.doing !== 'gone')
      if (isNew && frame.doing !== 'gone' && conversationId === looked) renew()
    },
    look(conversationId) {
      if (conversationId === looked) return
      clearInterval(timer)
      if (looked !== null) say(looked, 'gone')
      looked = conversationId
      doing = 'reading'
      if (looked === null) return
      timer = setInterval(renew, times.lookingRenewalMs)
      renew()
    },
    note(isNoting) {
      const next = isNoting ? 'noting' : 'reading'
      if (next === doing) return
      doing = next
      renew()
    },
    renew,
  }
}

function byConversation(signs: Iterable<LookingFrame>): ReadonlyMap<ConversationId, readonly Looker[]> {
  const byId = new Map<ConversationId, Looker[]>()
  for (const { conversationId, agentId, name, doing } of signs) {
    const those = byId.get(conversationId) ?? []
    byId.set(conversationId, [...those, { id: agentId, name, isNoting: doing === 'noting' }])
  }
  return byId
}
