// Free of the validator: widget and console may import it.

/** The doors of routes.ts stand below this. What changes incompatibly is served below another, beside it. */
export const apiRoot = '/api/v1'

/** Where a photo is, for whoever knows its id. */
export const photoPath = (photoId: string): string => `${apiRoot}/photos/${photoId}`

/** Where a file of a message is, for agents; its preview stands below it. */
export const filePath = (of: { organisationId: string; conversationId: string; fileId: string }): string =>
  `${apiRoot}/organisations/${of.organisationId}/conversations/${of.conversationId}/files/${of.fileId}`

/** Where sockets open. Not below `apiRoot`: their version is a subprotocol (socket/version.ts), told apart in the handshake. */
export const socketPath = '/api/socket'
