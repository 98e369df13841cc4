import type { AgentId, OrganisationId } from '#contract/ids.ts'
import { api } from '../../../live/api.ts'
import type { PhotoChoice } from '../../../ui/people/photo-file.ts'

const uploadTimeoutMs = 120_000

/** Uploads the photo that was chosen, or takes the present one away; nothing where it is kept. */
export async function savePhoto(
  params: { organisationId: OrganisationId; agentId: AgentId },
  photo: PhotoChoice,
): Promise<void> {
  const door = '/organisations/:organisationId/agents/:agentId/photo'
  if (photo === 'none') await api.call(`DELETE ${door}`, { params })
  if (photo instanceof File) await api.call(`PUT ${door}`, { params, file: photo, timeoutMs: uploadTimeoutMs })
}
