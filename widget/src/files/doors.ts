import type { Api } from '#client/api.ts'
import type { UploadDoors } from '#client/uploads/send-file.ts'

/** A piece of half a megabyte takes this long on the slowest line that still is one. */
const pieceTimeoutMs = 90_000
/** Looking at a large picture takes the server a while, and others may be before it. */
const finishTimeoutMs = 60_000

/** The visitor's doors of uploads. */
export function visitorsDoors(api: Api, channelKey: string): UploadDoors {
  const of = (clientFileId: string) => ({ channelKey, clientFileId })
  return {
    begin: ({ id, name, sizeBytes }, signal) =>
      api.call('PUT /widget/:channelKey/uploads/:clientFileId', { params: of(id), body: { name, sizeBytes }, signal }),
    put: ({ id }, offset, file, signal) =>
      api.call('PUT /widget/:channelKey/uploads/:clientFileId/bytes', {
        params: of(id),
        query: { offset: `${offset}` },
        file,
        signal,
        timeoutMs: pieceTimeoutMs,
      }),
    finish: ({ id }, sha256, signal) =>
      api.call('POST /widget/:channelKey/uploads/:clientFileId/completion', {
        params: of(id),
        body: { sha256 },
        signal,
        timeoutMs: finishTimeoutMs,
      }),
    giveUp: ({ id }) => api.call('DELETE /widget/:channelKey/uploads/:clientFileId', { params: of(id) }),
  }
}
