import { useCallback, useSyncExternalStore } from 'react'
import type { AgentId, ConversationId } from '#contract/ids.ts'

/** What somebody has typed and not sent. */
export interface Draft {
  reply: string
  note: string
  /** Which of the two was being written. */
  kind: 'text' | 'note'
}

export const noDraft: Draft = { reply: '', note: '', kind: 'text' }

interface KeptDraft extends Draft {
  changedAtMs: number
}

const prefix = 'comptoir.draft.'
/** What nobody touched for so long will not be sent any more. */
const keptForMs = 60 * 24 * 60 * 60 * 1000

const listeners = new Set<() => void>()
const parsed = new Map<string, { raw: string | null; draft: Draft }>()

const keyOf = (agentId: AgentId, conversationId: ConversationId) => `${prefix}${agentId}.${conversationId}`

/** One's draft for a conversation, kept in this browser. */
export function useDraft(agentId: AgentId, conversationId: ConversationId): Draft {
  const read = useCallback(() => readDraft(agentId, conversationId), [agentId, conversationId])
  return useSyncExternalStore(subscribe, read)
}

export function readDraft(agentId: AgentId, conversationId: ConversationId): Draft {
  const key = keyOf(agentId, conversationId)
  const raw = readRaw(key)
  const known = parsed.get(key)
  if (known?.raw === raw) return known.draft
  const draft = raw === null ? noDraft : parseDraft(raw)
  parsed.set(key, { raw, draft })
  return draft
}

/** @returns whether it is kept: where storage is blocked or full it lives as long as its field */
export function writeDraft(agentId: AgentId, conversationId: ConversationId, draft: Draft): boolean {
  const key = keyOf(agentId, conversationId)
  try {
    if (draft.reply === '' && draft.note === '') localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify({ ...draft, changedAtMs: Date.now() } satisfies KeptDraft))
  } catch {
    return false // Fail open: the words are still in the field.
  }
  for (const listener of listeners) listener()
  return true
}

/** Forgets drafts nobody will come back to. */
export function forgetOldDrafts(nowMs: number) {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix) && isForgotten(readRaw(key) ?? '', nowMs)) localStorage.removeItem(key)
    }
  } catch {
    // Fail open: without storage there is nothing to forget.
  }
}

function isForgotten(raw: string, nowMs: number): boolean {
  const { changedAtMs = 0 } = parseObject(raw)
  return typeof changedAtMs !== 'number' || nowMs - changedAtMs > keptForMs
}

/** Whatever stands there, an older version or a stranger may have written it. */
export function parseDraft(raw: string): Draft {
  const { reply, note, kind } = parseObject(raw)
  return {
    reply: typeof reply === 'string' ? reply : '',
    note: typeof note === 'string' ? note : '',
    kind: kind === 'note' ? 'note' : 'text',
  }
}

function parseObject(raw: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(raw)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

function readRaw(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null // Fail open: blocked storage means no draft.
  }
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('storage', changedElsewhere)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.removeEventListener('storage', changedElsewhere)
  }
}

function changedElsewhere({ key }: StorageEvent) {
  if (key !== null && !key.startsWith(prefix)) return
  for (const listener of listeners) listener()
}
