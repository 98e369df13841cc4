import type { Api } from '#client/api.ts'
import { createUploads, type Uploads } from '#client/uploads/uploads.ts'
import { uuid7 } from '#client/uuid7.ts'
import type { AgentId, OrganisationId } from '#contract/ids.ts'
import { makeCell, type Readable } from './cell.ts'

/** Files that an agent sends with their messages, by conversation. */
export interface OutgoingFiles extends Uploads {
  /** Another value with each change. */
  readonly changes: Readable<number>
}

interface OutgoingFilesSettings {
  organisationId: OrganisationId
  agentId: AgentId
  api: Api
}

/** A piece of half a megabyte takes this long on the slowest line that still is one. */
const pieceTimeoutMs = 90_000
/** Looking at a large picture takes the server a while, and others may be before it. */
const finishTimeoutMs = 60_000

export function createOutgoingFiles({ organisationId, agentId, api }: OutgoingFilesSettings): OutgoingFiles {
  const changes = makeCell(0)
  const of = (conversationId: string, clientFileId: string) => ({ organisationId, conversationId, clientFileId })
  const uploads = createUploads({
    name: `comptoir.files.${organisationId}.${agentId}`,
    tab: thisTab(),
    doors: {
      begin: ({ id, lane, name, sizeBytes }, signal) =>
        api.call('PUT /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId', {
          params: of(lane, id),
          body: { name, sizeBytes },
          signal,
        }),
      put: ({ id, lane }, offset, file, signal) =>
        api.call('PUT /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId/bytes', {
          params: of(lane, id),
          query: { offset: `${offset}` },
          file,
          signal,
          timeoutMs: pieceTimeoutMs,
        }),
      finish: ({ id, lane }, sha256, signal) =>
        api.call('POST /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId/completion', {
          params: of(lane, id),
          body: { sha256 },
          signal,
          timeoutMs: finishTimeoutMs,
        }),
      giveUp: ({ id, lane }) =>
        api.call('DELETE /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId', {
          params: of(lane, id),
        }),
    },
    // Said where it is shown, in the language of that moment.
    lost: () => '',
    unnamed: () => 'file',
    onChange: () => changes.write(changes.read() + 1),
  })
  return { ...uploads, changes }
}

/** The same after a reload; where storage is blocked, no other. */
function thisTab(): string {
  const key = 'comptoir.tab'
  try {
    const known = sessionStorage.getItem(key) ?? uuid7()
    sessionStorage.setItem(key, known)
    return known
  } catch {
    return uuid7() // Fail open: what was chosen here lives as long as the page.
  }
}
