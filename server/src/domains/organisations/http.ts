import type { Platform } from '#server/platform/platform.ts'
import { authorise } from '../access/index.ts'
import type { HandlersOf } from '../callers.ts'
import { renameOrganisation } from './rename-organisation.ts'

export const organisationHandlers = (needs: Platform): HandlersOf<'PUT /organisations/:organisationId/name'> => ({
  'PUT /organisations/:organisationId/name': async ({ caller, body }) => {
    authorise(caller, 'organisation.rename', null)
    await renameOrganisation(caller, body.name, needs)
    return { name: body.name }
  },
})
