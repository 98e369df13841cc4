import { surname } from './house.ts'
import { marksIn, noteMark } from './ledger.ts'

/** Something that came to an agent, by a socket or in an answer, and when it first did. */
export interface Sight {
  agentId: string
  at: number
  what: 'shown' | 'left' | 'named' | 'colleague' | 'settings'
  /** A conversation, a colleague, or a list. */
  id: string
  /** The conversation's version; 0: it is only named. */
  version: number
}

/** All that agents were ever told, of what and when: each thing once, as it was first told. */
export class Hearing {
  readonly #sights = new Map<string, Sight>()
  /** Words of which visitor stood in which conversation. */
  readonly pairs = new Set<string>()
  /** Things that stood within a conversation and were not its own. */
  readonly mixed: string[] = []
  texts = 0

  get sights(): Iterable<Sight> {
    return this.#sights.values()
  }

  earOf(agentId: string): (text: string) => void {
    return (text) => {
      this.texts += 1
      const said = text.startsWith('{') ? JSON.parse(text) : null
      this.#walk(said, { agentId, at: Date.now(), within: null })
    }
  }

  #walk(thing: unknown, around: { agentId: string; at: number; within: Record<string, unknown> | null }): void {
    if (Array.isArray(thing)) for (const one of thing) this.#walk(one, around)
    if (typeof thing === 'string' && around.within)
      for (const mark of marksIn(thing)) this.pairs.add(`${mark} ${around.within.id}`)
    if (typeof thing !== 'object' || thing === null || Array.isArray(thing)) return
    const part = thing as Record<string, unknown>
    const see = (what: Sight['what'], id: unknown, version: unknown = 0) => this.#see({ ...around, what, id, version })
    if (part.type === 'settings.changed') see('settings', part.list)
    if (part.type === 'conversation.left') {
      see('left', part.conversationId, part.version)
      return
    }
    if ('role' in part && 'availability' in part && !('email' in part)) see('colleague', part.id)
    const inner: unknown = part.conversation
    const card = isCard(part) ? part : isCard(inner) ? inner : around.within
    if (isCard(part)) see('shown', part.id, part.version)
    if (typeof part.conversationId === 'string') {
      if (!card) see('named', part.conversationId)
      else if (card.id !== part.conversationId) this.mixed.push(`${part.conversationId} within ${card.id}`)
    }
    for (const one of Object.values(part)) this.#walk(one, { ...around, within: card })
  }

  #see({
    agentId,
    at,
    what,
    id,
    version,
  }: {
    agentId: string
    at: number
    what: Sight['what']
    id: unknown
    version: unknown
  }) {
    const key = `${agentId} ${what} ${id} ${version}`
    if (!this.#sights.has(key)) this.#sights.set(key, { agentId, at, what, id: String(id), version: Number(version) })
  }
}

const isCard = (thing: unknown): thing is Record<string, unknown> =>
  typeof thing === 'object' &&
  thing !== null &&
  'version' in thing &&
  'channelId' in thing &&
  'may' in thing &&
  'state' in thing

/** What a visitor must never read: notes, surnames, words and ids of others. */
export class VisitorsHearing {
  readonly leaks: string[] = []
  texts = 0

  earOf(visitor: number): (text: string) => void {
    let own: string | null = null
    const leak = (what: string) => this.leaks.push(`visitor ${visitor} was told ${what}`)
    return (text) => {
      this.texts += 1
      if (text.includes(noteMark)) leak('a note')
      if (text.includes(surname)) leak('a surname')
      for (const mark of marksIn(text)) if (mark !== visitor) leak(`words of visitor ${mark}`)
      for (const [, id = ''] of text.matchAll(/"conversationId":"([^"]+)"/g)) {
        own ??= id
        if (id !== own) leak(`of the conversation ${id}`)
      }
    }
  }
}
