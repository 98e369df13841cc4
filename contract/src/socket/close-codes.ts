/** Why the server closes a socket (RFC 6455 leaves 4000–4999 to applications), and what the client does then. */
export const closeCodes = {
  /** The server stops or restarts: connect again and go on from the cursors. */
  restarting: 4000,
  /** The client read too slowly: connect again and go on from the cursors. */
  overflow: 4001,
  /** A frame did not fit the contract. */
  malformed: 4002,
  /** The right to listen is gone (signed out, removed): do not come back with this identity. */
  accessEnded: 4003,
  /** Rights changed: fetch everything anew, then connect again. */
  accessChanged: 4004,
  /** The client speaks an older protocol: load the page anew. */
  outdated: 4005,
} as const
