import { createHash } from 'node:crypto'
import type { ClientFileId, ConversationId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import type { MessageFile } from '#contract/messages.ts'
import type { RouteKey } from '#contract/routes.ts'
import { uuid7 } from '../platform/ids.ts'
import type { Passer } from './cast.ts'
import type { Answer } from './knock.ts'
import type { Engaged } from './staff.ts'
import { make } from './wish.ts'

/** Who sends a file, and where: an agent in a conversation, or a browser. */
export type Sending = { by: Engaged; conversationId: ConversationId } | { by: Passer }

export interface DeviceFile {
  clientFileId: ClientFileId
  name: string
  bytes: Buffer
}

export const aFile = (name: string, bytes: Buffer | string): DeviceFile => ({
  clientFileId: uuid7() as ClientFileId,
  name,
  bytes: Buffer.from(bytes),
})

const doors = {
  agent: '/organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId',
  visitor: '/widget/:channelKey/uploads/:clientFileId',
} as const

/** Knocks at the doors of uploads as a device does, one step at a time. */
export function uploader(origin: string, sending: Sending) {
  const isAgent = 'conversationId' in sending
  const door = isAgent ? doors.agent : doors.visitor
  const place = isAgent
    ? { organisationId: sending.by.organisationId, conversationId: sending.conversationId }
    : { channelKey: sending.by.channelKey }
  const knock = (method: string, tail: string, clientFileId: string, rest: Partial<Parameters<typeof make>[1]> = {}) =>
    make(origin, {
      // The four doors of an upload are named alike for both.
      route: `${method} ${door}${tail}` as RouteKey,
      by: sending.by,
      params: { ...place, clientFileId },
      ...rest,
    })
  const device = {
    begin: ({ clientFileId, name, bytes }: DeviceFile, sizeBytes = bytes.length): Promise<Answer> =>
      knock('PUT', '', clientFileId, { body: { name, sizeBytes } }),
    put: (
      { clientFileId, bytes }: DeviceFile,
      offset: number,
      length: number = limits.filePieceBytes,
    ): Promise<Answer> =>
      knock('PUT', '/bytes', clientFileId, { query: { offset }, file: bytes.subarray(offset, offset + length) }),
    finish: ({ clientFileId, bytes }: DeviceFile, sha256: string | null = sumOf(bytes)): Promise<Answer> =>
      knock('POST', '/completion', clientFileId, { body: { sha256 } }),
    giveUp: ({ clientFileId }: DeviceFile): Promise<Answer> => knock('DELETE', '', clientFileId),
    /** All steps; the answer to the last. */
    async send(file: DeviceFile): Promise<Answer> {
      const begun = await device.begin(file)
      if (begun.status >= 300) return begun
      for (let offset = 0; offset < file.bytes.length; offset += limits.filePieceBytes) {
        const put = await device.put(file, offset)
        if (put.status >= 300) return put
      }
      return device.finish(file)
    },
    async sendGranted(file: DeviceFile): Promise<MessageFile> {
      const answer = await device.send(file)
      if (answer.status >= 300) throw new Error(`${file.name}: ${answer.status} ${answer.text}`)
      // `make` has held it against the contract.
      return answer.body as MessageFile
    },
  }
  return device
}

export const sumOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
