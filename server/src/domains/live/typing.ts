import type { ConversationId, OrganisationId } from '#contract/ids.ts'
import type { ConversationScope } from '../access/index.ts'
import type { DownFrame } from './follow.ts'

type Sign = Extract<DownFrame, { type: 'typing' | 'looking' }>

/** Somebody who is shown who types in which conversations, and, among agents, who looks at them. */
interface Watcher {
  isAgent: boolean
  organisationId: OrganisationId
  /** Asked with the conversation's scope as it was when the typing came. */
  mayWatch(conversationId: ConversationId, scope: ConversationScope): boolean
  send(frame: Sign): void
}

/** The one thing that is never stored: who is typing, and who looks. Lost with the process, renewed by the next sign. */
export function createTyping() {
  const watchers = new Map<OrganisationId, Set<Watcher>>()
  return {
    watch(watcher: Watcher): () => void {
      const its = watchers.get(watcher.organisationId) ?? new Set()
      watchers.set(watcher.organisationId, its.add(watcher))
      return () => {
        its.delete(watcher)
        if (its.size === 0 && watchers.get(watcher.organisationId) === its) watchers.delete(watcher.organisationId)
      }
    },
    tell(organisationId: OrganisationId, scope: ConversationScope, frame: Sign, author: Watcher): void {
      for (const watcher of watchers.get(organisationId) ?? []) {
        if (watcher === author || (frame.type === 'looking' && !watcher.isAgent)) continue
        if (watcher.mayWatch(frame.conversationId, scope)) watcher.send(frame)
      }
    },
  }
}
export type Typing = ReturnType<typeof createTyping>
export type { Watcher }
