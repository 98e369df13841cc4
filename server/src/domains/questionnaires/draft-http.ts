import type { QuestionnaireId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise, may } from '../access/index.ts'
import { listAgents, readAs } from '../agents/index.ts'
import type { Actor, HandlersOf } from '../callers.ts'
import { publishDraft, restoreVersion, saveDraft } from './change-draft.ts'
import { findVersion, latestVersion, listVersions, readDraft } from './draft-store.ts'
import { importQuestionnaire } from './import-questionnaire.ts'
import { draftForAgent, versionForAgent } from './present-draft.ts'
import { presenting } from './presenting.ts'
import type { Questionnaire } from './questionnaire.ts'
import type { ReasonsToBook } from './reasons-to-book.ts'
import { findQuestionnaire } from './store.ts'
import { readSurroundings } from './surroundings.ts'

type Doors =
  | 'GET /organisations/:organisationId/questionnaires/:questionnaireId/draft'
  | 'PUT /organisations/:organisationId/questionnaires/:questionnaireId/draft'
  | 'POST /organisations/:organisationId/questionnaires/:questionnaireId/publication'
  | 'GET /organisations/:organisationId/questionnaires/:questionnaireId/versions'
  | 'GET /organisations/:organisationId/questionnaires/:questionnaireId/versions/:number'
  | 'POST /organisations/:organisationId/questionnaires/:questionnaireId/versions/:number/restoration'
  | 'GET /organisations/:organisationId/questionnaires/:questionnaireId/export'
  | 'POST /organisations/:organisationId/questionnaires/import'

export function draftHandlers(needs: Platform & { reasonsToBook: ReasonsToBook }): HandlersOf<Doors> {
  /** Reads of one questionnaire that the caller may see. */
  const reading = <T>(
    caller: Actor,
    id: QuestionnaireId,
    read: (tx: OrganisationTransaction, questionnaire: Questionnaire, reader: Actor) => Promise<T>,
  ): Promise<T> =>
    readAs(caller, needs, async (tx, reader) => {
      authorise(reader, 'questionnaires.list', null)
      const questionnaire = await findQuestionnaire(tx, id)
      if (!questionnaire) throw refusal('request.not-found')
      authorise(reader, 'questionnaires.read', questionnaire)
      return read(tx, questionnaire, reader)
    })

  const draftOf = (caller: Actor, id: QuestionnaireId) =>
    reading(caller, id, async (tx, questionnaire, reader) =>
      draftForAgent(await readDraft(tx, id), {
        published: await latestVersion(tx, id),
        around: await readSurroundings(tx, questionnaire, needs),
        agents: await listAgents(tx),
        mayChange: may(reader, 'questionnaires.change', questionnaire),
      }),
    )

  return {
    'GET /organisations/:organisationId/questionnaires/:questionnaireId/draft': ({ caller, params }) =>
      draftOf(caller, params.questionnaireId),

    'PUT /organisations/:organisationId/questionnaires/:questionnaireId/draft': async ({ caller, params, body }) => {
      await saveDraft(caller, { ...params, ...body }, needs)
      return draftOf(caller, params.questionnaireId)
    },

    'POST /organisations/:organisationId/questionnaires/:questionnaireId/publication': async (wish) => {
      const { caller, params, body } = wish
      await publishDraft(caller, { ...params, ...body }, needs)
      return draftOf(caller, params.questionnaireId)
    },

    'GET /organisations/:organisationId/questionnaires/:questionnaireId/versions': ({ caller, params }) =>
      reading(caller, params.questionnaireId, async (tx, { id }) => {
        const agents = await listAgents(tx)
        return { versions: (await listVersions(tx, id)).map((version) => versionForAgent(version, agents)) }
      }),

    'GET /organisations/:organisationId/questionnaires/:questionnaireId/versions/:number': ({ caller, params }) =>
      reading(caller, params.questionnaireId, async (tx, { id }) => {
        const version = await findVersion(tx, id, params.number)
        if (!version) throw refusal('request.not-found')
        return { ...versionForAgent(version, await listAgents(tx)), flow: version.flow }
      }),

    'POST /organisations/:organisationId/questionnaires/:questionnaireId/versions/:number/restoration': async (
      wish,
    ) => {
      const { caller, params, body } = wish
      await restoreVersion(caller, { ...params, ...body }, needs)
      return draftOf(caller, params.questionnaireId)
    },

    'GET /organisations/:organisationId/questionnaires/:questionnaireId/export': ({ caller, params, answer }) =>
      reading(caller, params.questionnaireId, async (tx, { id, name }) => {
        answer.attachment(`${name}.json`)
        return { format: 'comptoir-questionnaire', formatVersion: 1, name, flow: (await readDraft(tx, id)).flow }
      }),

    'POST /organisations/:organisationId/questionnaires/import': async ({ caller, body }) => {
      const { questionnaire, notes } = await importQuestionnaire(caller, body, needs)
      return { questionnaire: await presenting(needs)(caller, questionnaire), notes }
    },
  }
}
