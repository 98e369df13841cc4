import type { QuestionnaireForAgent } from '#contract/questionnaires.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { listAgents } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { listChannels } from '../channels/index.ts'
import { readPublished } from './draft-store.ts'
import { type Beside, forAgent } from './present.ts'
import type { Questionnaire } from './questionnaire.ts'

/** A questionnaire just changed, as whoever changed it is answered. */
export const presenting =
  ({ database }: Pick<Platform, 'database'>) =>
  (caller: Actor, questionnaire: Questionnaire): Promise<QuestionnaireForAgent> =>
    database.transaction(caller.organisationId, async (tx) => forAgent(questionnaire, caller, await readBeside(tx)))

/** What is told with questionnaires. */
export const readBeside = async (tx: OrganisationTransaction): Promise<Beside> => ({
  agents: await listAgents(tx),
  channels: await listChannels(tx),
  published: await readPublished(tx),
})
