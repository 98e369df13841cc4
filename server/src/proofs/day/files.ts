import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Api } from '#client/api.ts'
import { Refused } from '#client/refused.ts'
import type { Attachment } from '#client/uploads/attachment.ts'
import { sendFile, type UploadDoors } from '#client/uploads/send-file.ts'
import { uuid7 } from '#client/uuid7.ts'
import type { ConversationId, FileId, OrganisationId } from '#contract/ids.ts'
import type { Ledger } from './ledger.ts'

const ofVisitor = '/widget/:channelKey/uploads/:clientFileId'
const ofAgent = '/organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId'

type Doors = Omit<UploadDoors, 'giveUp'>

export const visitorsDoors = (api: Api, channelKey: string): Doors => ({
  begin: ({ id, name, sizeBytes }, signal) =>
    api.call(`PUT ${ofVisitor}`, { params: { channelKey, clientFileId: id }, body: { name, sizeBytes }, signal }),
  put: ({ id }, offset, file, signal) =>
    api.call(`PUT ${ofVisitor}/bytes`, {
      ...{ params: { channelKey, clientFileId: id }, query: { offset: `${offset}` } },
      ...{ file, signal },
    }),
  finish: ({ id }, sha256, signal) =>
    api.call(`POST ${ofVisitor}/completion`, { params: { channelKey, clientFileId: id }, body: { sha256 }, signal }),
})

export function agentsDoors(
  api: Api,
  place: { organisationId: OrganisationId; conversationId: ConversationId },
): Doors {
  const of = (clientFileId: string) => ({ ...place, clientFileId })
  return {
    begin: ({ id, name, sizeBytes }, signal) =>
      api.call(`PUT ${ofAgent}`, { params: of(id), body: { name, sizeBytes }, signal }),
    put: ({ id }, offset, file, signal) =>
      api.call(`PUT ${ofAgent}/bytes`, { params: of(id), query: { offset: `${offset}` }, file, signal }),
    finish: ({ id }, sha256, signal) =>
      api.call(`POST ${ofAgent}/completion`, { params: of(id), body: { sha256 }, signal }),
  }
}

/** More than a piece: a server may be killed between two of them. */
export const largeBytes = 600_000

/** Sends a file from a device, going on from where the server has it for as long as nobody answers. Nothing: the server said no. */
export async function sendFromDevice(
  doors: Doors,
  { name, sizeBytes }: { name: string; sizeBytes: number },
  ledger: Ledger,
): Promise<FileId[]> {
  const bytes = Buffer.alloc(sizeBytes, `${name}\n`)
  const file: Attachment = {
    ...{ id: uuid7(), lane: '', name, mediaType: 'text/plain', sizeBytes, bytes: new Blob([bytes]) },
    ...{ state: 'waiting', sentBytes: 0, reason: null, file: null, isSent: false },
  }
  const { signal } = new AbortController()
  for (;;) {
    try {
      const { id } = await sendFile(file, { ...doors, giveUp: async () => {} }, { signal, onProgress: () => {} })
      ledger.files.set(id, { name, sum: createHash('sha256').update(bytes).digest('hex') })
      ledger.count('file: done')
      return [id]
    } catch (error) {
      ledger.count(`file: ${error instanceof Refused ? error.code : 'unreachable'}`)
      if (error instanceof Refused) return []
      await pause(200)
    }
  }
}
