import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { HandlersOf } from '../../callers.ts'
import type { OnRenamed } from '../reactions.ts'
import { changePhoto } from './change-photo.ts'
import { findPhoto } from './store.ts'

type Doors =
  | 'PUT /organisations/:organisationId/agents/:agentId/photo'
  | 'DELETE /organisations/:organisationId/agents/:agentId/photo'
  | 'PUT /organisations/:organisationId/me/photo'
  | 'DELETE /organisations/:organisationId/me/photo'
  | 'GET /photos/:photoId'

export const photoHandlers = (needs: Platform & { onRenamed: OnRenamed }): HandlersOf<Doors> => ({
  'PUT /organisations/:organisationId/agents/:agentId/photo': async ({ caller, params, file }) => ({
    photoId: await changePhoto(caller, { agentId: params.agentId, file }, needs),
  }),

  'DELETE /organisations/:organisationId/agents/:agentId/photo': async ({ caller, params }) => ({
    photoId: await changePhoto(caller, { agentId: params.agentId, file: null }, needs),
  }),

  'PUT /organisations/:organisationId/me/photo': async ({ caller, file }) => ({
    photoId: await changePhoto(caller, { agentId: 'me', file }, needs),
  }),

  'DELETE /organisations/:organisationId/me/photo': async ({ caller }) => ({
    photoId: await changePhoto(caller, { agentId: 'me', file: null }, needs),
  }),

  'GET /photos/:photoId': async ({ params, answer }) => {
    const bytes = await findPhoto(needs.database, params.photoId)
    if (!bytes) throw refusal('request.not-found')
    answer.neverChanges()
    return bytes
  },
})
