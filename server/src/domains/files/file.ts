import type { AgentId, ChannelId, ClientFileId, ConversationId, FileId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import type { MessageFile } from '#contract/messages.ts'
import { type Refusal, refusal } from '#server/platform/refusal.ts'

/** Whose file it is: an agent's in a conversation, or a browser's, which may not have said a word yet. */
export type Sender =
  | { kind: 'agent'; agentId: AgentId; conversationId: ConversationId }
  | { kind: 'visitor'; channelId: ChannelId; tokenHash: Buffer }

/** A file on its way in. */
export interface UploadedFile {
  id: FileId
  clientFileId: ClientFileId
  name: string
  sizeBytes: number
  receivedBytes: number
  /** What it is; null: not finished. */
  content: Content | null
  /** Part of a message: for good. */
  isSent: boolean
}

/** What was found in it. */
export interface Content {
  mediaType: string
  /** Of a picture, as it is seen. */
  width: number | null
  height: number | null
}

/** As it goes with its message; null: it is not finished. */
export const asMessageFile = ({ id, name, sizeBytes, content }: UploadedFile): MessageFile | null =>
  content && { id, name, sizeBytes, ...content }

/** Where a piece has its place, and how long it must be; null: nothing is missing any more. */
export function nextPiece({
  sizeBytes,
  receivedBytes,
}: Pick<UploadedFile, 'sizeBytes' | 'receivedBytes'>): { place: number; bytes: number } | null {
  if (receivedBytes === sizeBytes) return null
  return {
    place: receivedBytes / limits.filePieceBytes,
    bytes: Math.min(limits.filePieceBytes, sizeBytes - receivedBytes),
  }
}

/** What a sender may send within a day, in bytes. */
export const dailyBytesOf = ({ kind }: Sender): number =>
  kind === 'agent' ? limits.fileBytesPerAgentDay : limits.fileBytesPerVisitorDay

export const quotaReached = (maxBytes: number): Refusal => refusal('files.quota-reached', { details: { maxBytes } })

/** Those that a browser may take for what they are; everything else is bytes to it. */
const harmless = /^(image\/(png|jpeg|webp|gif|avif|bmp)|(audio|video)\/.+|application\/pdf|text\/plain)$/

/** As what a file is served. Pages and drawings can hold scripts: they are never called by their name. */
export const servedType = (mediaType: string): string =>
  harmless.test(mediaType) ? mediaType : 'application/octet-stream'
