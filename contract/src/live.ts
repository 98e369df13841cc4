import * as z from 'zod'
import { OrganisationId } from './ids.ts'
import { limits, times } from './limits.ts'
import { defineRoutes } from './route.ts'
import { AgentDownFrame, VisitorDownFrame } from './socket/frames.ts'
import { Cursors } from './streams.ts'
import { ChannelKey } from './visitors.ts'

/** Single use, thirty seconds. */
export const SocketTicket = z.object({ ticket: z.string().max(100) })
export type SocketTicket = z.infer<typeof SocketTicket>

/** For where sockets are blocked: the same reading, answered as soon as there is something or the wait is over. */
export const Poll = z.strictObject({
  cursors: Cursors.max(limits.streamsPerAttachment),
  waitMs: z.int().nonnegative().max(times.pollWaitMs),
})
export type Poll = z.infer<typeof Poll>

const inOrganisation = z.object({ organisationId: OrganisationId })
const ofChannel = z.object({ channelKey: ChannelKey })

export const liveRoutes = defineRoutes({
  'POST /organisations/:organisationId/socket-tickets': {
    summary: 'A ticket to open a socket with',
    who: 'agent',
    key: 'never',
    params: inOrganisation,
    reply: SocketTicket,
    perMinute: 120,
  },
  'POST /organisations/:organisationId/poll': {
    summary: 'What happened after the cursors',
    who: 'agent',
    key: 'conversations:read',
    params: inOrganisation,
    body: Poll,
    reply: z.object({ frames: z.array(AgentDownFrame) }),
  },
  'POST /widget/:channelKey/socket-tickets': {
    summary: 'A ticket to open a socket with',
    who: 'visitor',
    params: ofChannel,
    reply: SocketTicket,
    refuses: ['channels.site-refused'],
    perMinute: 120,
  },
  'POST /widget/:channelKey/poll': {
    summary: 'What happened after the cursor',
    who: 'visitor',
    params: ofChannel,
    body: Poll,
    reply: z.object({ frames: z.array(VisitorDownFrame) }),
    refuses: ['channels.site-refused'],
  },
})
