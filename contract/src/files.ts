import * as z from 'zod'
import { Done } from './accounts.ts'
import { ClientFileId, ConversationId, FileId, OrganisationId } from './ids.ts'
import { limits } from './limits.ts'
import { MessageFile } from './messages.ts'
import { defineRoutes } from './route.ts'
import { Line } from './text.ts'
import { ChannelKey } from './visitors.ts'

/** What a file is called on its owner's device: one line, no path. It says nothing of what the file is. */
export const FileName = Line(limits.fileNameLength).refine((name) => !/[/\\]/.test(name), {
  params: { problem: 'unprintable' },
})

/**
 * A file on its way in, piece by piece. Its `clientFileId` is made by the author's device: beginning again, after a lost network
 * or a reload, answers how far it came.
 */
export const Upload = z.object({
  /** The next piece begins here. */
  receivedBytes: z.int(),
  /** What it became; null: it is not finished. It then goes with a message by its id. */
  file: MessageFile.nullable(),
})
export type Upload = z.infer<typeof Upload>

export const BeginUpload = z.strictObject({
  name: FileName,
  /** Exactly as long as the file is. */
  sizeBytes: z
    .int()
    .nonnegative()
    .max(2 ** 31 - 1),
})
export type BeginUpload = z.infer<typeof BeginUpload>

export const FinishUpload = z.strictObject({
  /** Of the whole file, in hexadecimal; null: a page without TLS cannot work it out. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
})
export type FinishUpload = z.infer<typeof FinishUpload>

/** Every piece is of `filePieceBytes`, the last of what is left. */
const piece = {
  media: ['application/octet-stream'],
  maxBytes: limits.filePieceBytes,
  tooLarge: 'request.too-large',
} as const
const Offset = z.strictObject({
  /** In bytes. An empty one is none, though JavaScript reads it as 0. */
  offset: z.string().regex(/^\d+$/).transform(Number).pipe(z.int().max(limits.fileBytes)),
})

const Bytes = z.custom<AsyncIterable<Uint8Array>>((reply) => typeof reply === 'object' && reply !== null)
const Picture = z.custom<Uint8Array>((bytes) => bytes instanceof Uint8Array)

const beginning = ['files.empty', 'files.too-large', 'files.quota-reached', 'files.id-reused'] as const
const sending = ['files.wrong-piece'] as const
const finishing = ['files.incomplete', 'files.damaged', 'files.type-lies', 'files.type-refused'] as const

const ofConversation = z.object({ organisationId: OrganisationId, conversationId: ConversationId })
const agentsUpload = ofConversation.extend({ clientFileId: ClientFileId })
const agentsFile = ofConversation.extend({ fileId: FileId })
const ofChannel = z.object({ channelKey: ChannelKey })
const visitorsUpload = ofChannel.extend({ clientFileId: ClientFileId })
const visitorsFile = ofChannel.extend({ fileId: FileId })

export const fileRoutes = defineRoutes({
  'PUT /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId': {
    summary:
      'Begin a file for a message of this conversation, or ask how far it came. The same id again is the same file.',
    who: 'agent',
    key: 'conversations:write',
    params: agentsUpload,
    body: BeginUpload,
    reply: Upload,
    refuses: ['access.inactive', ...beginning],
    perMinute: 240,
  },
  'PUT /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId/bytes': {
    summary: 'The next piece of a file: 512 kB, the last one what is left',
    who: 'agent',
    key: 'conversations:write',
    params: agentsUpload,
    query: Offset,
    file: piece,
    reply: Upload,
    refuses: ['access.inactive', 'request.too-large', ...sending],
    perMinute: 1_200,
  },
  'POST /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId/completion': {
    summary: 'Finish a file: it is compared with its checksum, and its type is told by its content',
    who: 'agent',
    key: 'conversations:write',
    params: agentsUpload,
    body: FinishUpload,
    reply: MessageFile,
    refuses: ['access.inactive', 'request.too-many', ...finishing],
    perMinute: 240,
  },
  'DELETE /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId': {
    summary: 'Give a file up that went with no message; nothing of it stays',
    who: 'agent',
    key: 'conversations:write',
    params: agentsUpload,
    reply: Done,
    refuses: ['access.inactive'],
  },
  'GET /organisations/:organisationId/conversations/:conversationId/files/:fileId': {
    summary: 'A file of a message, to keep',
    who: 'agent',
    key: 'conversations:read',
    params: agentsFile,
    reply: Bytes,
    media: 'application/octet-stream',
    perMinute: 600,
  },
  'GET /organisations/:organisationId/conversations/:conversationId/files/:fileId/preview': {
    summary: 'A picture made small, without what else the file said',
    who: 'agent',
    key: 'conversations:read',
    params: agentsFile,
    reply: Picture,
    media: 'image/webp',
  },
  'PUT /widget/:channelKey/uploads/:clientFileId': {
    summary: 'Begin a file for a message, or ask how far it came. The same id again is the same file.',
    who: 'visitor',
    params: visitorsUpload,
    body: BeginUpload,
    reply: Upload,
    refuses: ['channels.site-refused', 'channels.paused', ...beginning],
    perMinute: 60,
  },
  'PUT /widget/:channelKey/uploads/:clientFileId/bytes': {
    summary: 'The next piece of a file: 512 kB, the last one what is left',
    who: 'visitor',
    params: visitorsUpload,
    query: Offset,
    file: piece,
    reply: Upload,
    refuses: ['channels.site-refused', 'channels.paused', 'request.too-large', ...sending],
    perMinute: 600,
  },
  'POST /widget/:channelKey/uploads/:clientFileId/completion': {
    summary: 'Finish a file: it is compared with its checksum, and its type is told by its content',
    who: 'visitor',
    params: visitorsUpload,
    body: FinishUpload,
    reply: MessageFile,
    refuses: ['channels.site-refused', 'channels.paused', 'request.too-many', ...finishing],
    perMinute: 60,
  },
  'DELETE /widget/:channelKey/uploads/:clientFileId': {
    summary: 'Give a file up that went with no message; nothing of it stays',
    who: 'visitor',
    params: visitorsUpload,
    reply: Done,
    refuses: ['channels.site-refused', 'channels.paused'],
  },
  'GET /widget/:channelKey/files/:fileId': {
    summary: "A file of the visitor's conversation, to keep",
    who: 'visitor',
    params: visitorsFile,
    reply: Bytes,
    media: 'application/octet-stream',
    refuses: ['channels.site-refused'],
    perMinute: 120,
  },
  'GET /widget/:channelKey/files/:fileId/preview': {
    summary: 'A picture made small, without what else the file said',
    who: 'visitor',
    params: visitorsFile,
    reply: Picture,
    media: 'image/webp',
    refuses: ['channels.site-refused'],
    perMinute: 600,
  },
})
