/** The protocol both ends speak, first in the list of WebSocket subprotocols. A changed shape of what crosses a wire raises it. */
export const protocolVersion = 1
export const subprotocol = `comptoir.${protocolVersion}`
/** The ticket travels as a second subprotocol, so that it never stands in an address or a log. */
export const ticketPrefix = 'ticket.'
