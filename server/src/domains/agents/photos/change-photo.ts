import type { AgentId, PhotoId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../../access/index.ts'
import type { Actor } from '../../callers.ts'
import { recordDeed } from '../../journal/index.ts'
import { settingsChanged } from '../../settings-changed.ts'
import type { Agent } from '../agent.ts'
import { colleagueChanged } from '../events.ts'
import { asTarget, lockPerson } from '../lock-person.ts'
import { personScope } from '../present.ts'
import type { OnRenamed } from '../reactions.ts'
import { lockActor } from '../recognise-agent.ts'
import { findAgent, lockAgent } from '../store.ts'
import type { Photo } from './photo.ts'
import { shrinkPhoto } from './shrink-photo.ts'
import { deletePhoto, insertPhoto, setPhotoOf } from './store.ts'

type Needs = Pick<Platform, 'database' | 'events' | 'clock' | 'ids'> & { onRenamed: OnRenamed }

/**
 * Gives an agent another photo, or takes it away: everybody sees it with the event, visitors they answer included. The earlier
 * one is gone for good. One's own is one's own to change; it has no version: the form is not held up by it.
 *
 * @refuses request.not-found | access.refused | agents.above-you | agents.photo-unreadable | agents.photo-too-large
 */
export async function changePhoto(
  by: Actor,
  { agentId, file }: { agentId: AgentId | 'me'; file: Buffer | null },
  needs: Needs,
): Promise<PhotoId | null> {
  const { database, clock, ids } = needs
  // Nobody makes the server work at a photo that they may not set.
  if (file && agentId !== 'me') await database.transaction(by.organisationId, (tx) => mayEdit(tx, by, agentId))
  const photo = file && { id: ids.photo(), bytes: await shrinkPhoto(file) }
  return database.transaction(by.organisationId, async (tx) => {
    const { actor, agent } =
      agentId === 'me' ? await lockOneself(tx, by) : await lockPerson(tx, by, { agentId, act: 'agents.edit' })
    if (photo) await insertPhoto(tx, photo, clock.now())
    if (photo || agent.photoId) await replace(tx, { actor, agent, photo }, needs)
    return photo?.id ?? null
  })
}

async function mayEdit(tx: OrganisationTransaction, by: Actor, agentId: AgentId): Promise<void> {
  authorise(by, 'agents.list', null)
  const agent = await findAgent(tx, agentId)
  if (!agent) throw refusal('request.not-found')
  authorise(by, 'agents.edit', personScope(agent))
}

async function lockOneself(tx: OrganisationTransaction, by: Actor): Promise<{ actor: Actor; agent: Agent }> {
  const actor = await lockActor(tx, by)
  const agent = await lockAgent(tx, by.agentId)
  if (!agent) throw refusal('request.not-found')
  return { actor, agent }
}

async function replace(
  tx: OrganisationTransaction,
  { actor, agent, photo }: { actor: Actor; agent: Agent; photo: Photo | null },
  needs: Needs,
): Promise<void> {
  const { events, clock } = needs
  const changed = { ...agent, photoId: photo?.id ?? null }
  // First, while what shows the earlier one can still be told from what shows the new.
  await needs.onRenamed(tx, changed)
  await setPhotoOf(tx, agent.id, changed.photoId)
  if (agent.photoId) await deletePhoto(tx, agent.photoId)
  events.append(tx, colleagueChanged(changed, clock.now()))
  events.append(tx, settingsChanged('agents'))
  const before = { photo: agent.photoId !== null }
  const after = { photo: photo !== null }
  recordDeed(tx, actor, { act: 'agents.photo-changed', target: asTarget(agent), before, after }, needs)
}
