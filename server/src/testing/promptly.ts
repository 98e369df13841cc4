/** Within this, in milliseconds, whoever loses a right is sent away: the second that docs/protocol.md promises. */
export const promptlyMs = 1_000
