import { createHash, randomBytes } from 'node:crypto'

/** 256 bits in base64url, 43 characters: what links, cookies and tickets carry. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token. Its entropy makes a slow hash needless. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** A channel's public key: 128 bits in base64url, 22 characters. */
export const newChannelKey = (): string => randomBytes(16).toString('base64url')
