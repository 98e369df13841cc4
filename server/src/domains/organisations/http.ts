import type { Platform } from '#server/platform/platform.ts'
import type { HandlersOf } from '../callers.ts'
import { type HoldActor, renameOrganisation } from './rename-organisation.ts'

export const organisationHandlers = (
  needs: Platform & { holdActor: HoldActor },
): HandlersOf<'PUT /organisations/:organisationId/name'> => ({
  'PUT /organisations/:organisationId/name': async ({ caller, body }) => {
    await renameOrganisation(caller, body.name, needs)
    return { name: body.name }
  },
})
