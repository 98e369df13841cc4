/** `spoke`: a visitor's token exists, so there may be an answer to show · `locale` (any language), `mute`: the visitor's choices · `rung`: the message whose sound was heard · `files`: some stand beside the words · `put-away`: the closing whose card was · `seen`: the last pages, `told`: up to when the server knows of them. */
export type MemoryName =
  | 'spoke'
  | 'draft'
  | 'email'
  | 'locale'
  | 'mute'
  | 'rung'
  | 'files'
  | 'put-away'
  | 'seen'
  | 'told'

export const memoryKey = (channelKey: string, name: MemoryName) => `comptoir:${channelKey}:${name}`

/** What this browser remembers of one channel on this site. Blocked storage has forgotten, and never throws. */
export function recall(channelKey: string, name: MemoryName): string | null {
  try {
    return localStorage.getItem(memoryKey(channelKey, name))
  } catch {
    return null
  }
}

/** Nothing that must be true may rest on it: blocked or full storage keeps nothing. */
export function remember(channelKey: string, name: MemoryName, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(memoryKey(channelKey, name))
    else localStorage.setItem(memoryKey(channelKey, name), value)
  } catch {}
}
