import type { QuestionnaireForAgent } from '#contract/questionnaires.ts'
import { may } from '../access/index.ts'
import type { Agent } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import type { Channel } from '../channels/index.ts'
import type { Questionnaire } from './questionnaire.ts'

/** A questionnaire as this reader may act on it, with who advises on it and where it is begun with. */
export const forAgent = (
  { id, subAccountId, name, version, archivedAt }: Questionnaire,
  reader: Actor,
  { agents, channels }: { agents: readonly Agent[]; channels: readonly Channel[] },
): QuestionnaireForAgent => ({
  id,
  subAccountId,
  name,
  version,
  archivedAt: archivedAt?.toISOString() ?? null,
  channels: channels.filter(({ questionnaireId }) => questionnaireId === id).map(named),
  advisors: agents.filter(({ questionnaireIds }) => questionnaireIds.includes(id)).map(named),
  may: { change: may(reader, 'questionnaires.change', { subAccountId }) },
})

const named = <Id>({ id, name }: { id: Id; name: string }) => ({ id, name })
