import type { QuestionnaireId } from '#contract/ids.ts'
import type { QuestionnaireForAgent } from '#contract/questionnaires.ts'
import { may } from '../access/index.ts'
import type { Agent } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import type { Channel } from '../channels/index.ts'
import type { Published } from './draft-store.ts'
import type { Questionnaire } from './questionnaire.ts'

/** What is told with questionnaires. */
export interface Beside {
  agents: readonly Agent[]
  channels: readonly Channel[]
  published: ReadonlyMap<QuestionnaireId, Published>
}

/** A questionnaire as this reader may act on it, with who advises on it and where it is begun with. */
export const forAgent = (
  { id, subAccountId, name, version, archivedAt }: Questionnaire,
  reader: Actor,
  { agents, channels, published }: Beside,
): QuestionnaireForAgent => ({
  id,
  subAccountId,
  name,
  version,
  archivedAt: archivedAt?.toISOString() ?? null,
  published: publishedOf(published.get(id)),
  channels: channels.filter(({ questionnaireId }) => questionnaireId === id).map(named),
  advisors: agents.filter(({ questionnaireIds }) => questionnaireIds.includes(id)).map(named),
  may: { change: may(reader, 'questionnaires.change', { subAccountId }) },
})

const publishedOf = (version: Published | undefined) =>
  version ? { number: version.number, at: version.publishedAt.toISOString(), draftDiffers: version.draftDiffers } : null

const named = <Id>({ id, name }: { id: Id; name: string }) => ({ id, name })
