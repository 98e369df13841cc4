import type { Platform } from '#server/platform/platform.ts'
import { authorise, may, mayMakeQuestionnaires } from '../access/index.ts'
import { readAs } from '../agents/index.ts'
import type { HandlersOf } from '../callers.ts'
import { archiveQuestionnaire, renameQuestionnaire, restoreQuestionnaire } from './change-questionnaire.ts'
import { makeQuestionnaire } from './make-questionnaire.ts'
import { forAgent } from './present.ts'
import { presenting, readBeside } from './presenting.ts'
import { listQuestionnaires } from './store.ts'

type Doors =
  | 'GET /organisations/:organisationId/questionnaires'
  | 'POST /organisations/:organisationId/questionnaires'
  | 'PUT /organisations/:organisationId/questionnaires/:questionnaireId'
  | 'POST /organisations/:organisationId/questionnaires/:questionnaireId/archiving'
  | 'DELETE /organisations/:organisationId/questionnaires/:questionnaireId/archiving'

export function questionnaireHandlers(needs: Platform): HandlersOf<Doors> {
  const present = presenting(needs)

  return {
    'GET /organisations/:organisationId/questionnaires': ({ caller }) =>
      readAs(caller, needs, async (tx, reader) => {
        authorise(reader, 'questionnaires.list', null)
        const beside = await readBeside(tx)
        const seen = (await listQuestionnaires(tx)).filter((one) => may(reader, 'questionnaires.read', one))
        return {
          questionnaires: seen.map((one) => forAgent(one, reader, beside)),
          mayMake: mayMakeQuestionnaires(reader),
        }
      }),

    'POST /organisations/:organisationId/questionnaires': async ({ caller, body }) =>
      present(caller, await makeQuestionnaire(caller, body, needs)),

    'PUT /organisations/:organisationId/questionnaires/:questionnaireId': async ({ caller, params, body }) =>
      present(caller, await renameQuestionnaire(caller, { ...params, ...body }, needs)),

    'POST /organisations/:organisationId/questionnaires/:questionnaireId/archiving': async ({ caller, params }) =>
      present(caller, await archiveQuestionnaire(caller, params.questionnaireId, needs)),

    'DELETE /organisations/:organisationId/questionnaires/:questionnaireId/archiving': async ({ caller, params }) =>
      present(caller, await restoreQuestionnaire(caller, params.questionnaireId, needs)),
  }
}
