// Free of the validator, so that words and console may import it.

/**
 * What an API key may be allowed, each within what its owner may do at that moment. Every agents' door of the contract names
 * the one it needs, or says that it is not for keys.
 */
export const keyRights = [
  'conversations:read',
  'conversations:write',
  'people:read',
  'people:write',
  'channels:read',
  'channels:write',
  'organisation:read',
  'organisation:write',
  'journal:read',
] as const
export type KeyRight = (typeof keyRights)[number]

/** Stands before the secret of every key, so that one that leaked is recognised for what it is. */
export const apiKeyPrefix = 'ck_'
