import type { QuestionnaireForVisitor, StandingForVisitor } from '#contract/answers.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { readAs } from '../agents/index.ts'
import type { HandlersOf, VisitorCaller } from '../callers.ts'
import { findChannel, spoken } from '../channels/index.ts'
import { conversationForVisitor, findByVisitor, readable } from '../conversations/index.ts'
import { listQuestionnaires } from '../questionnaires/index.ts'
import { findVisitor, isAnswering, readFields } from '../visitors/index.ts'
import { fieldsOf } from './begin-from-run.ts'
import { giveAnswer } from './give-answer.ts'
import { beginAnew, goBack } from './go-back.ts'
import { newRun, outlookOf, type Reading, type Spot } from './hold-run.ts'
import type { OutlookNeeds } from './outlook.ts'
import { answersForAgent, runForVisitor } from './present.ts'
import { findRun, findRunOf } from './store.ts'

type Doors =
  | 'GET /widget/:channelKey/questionnaire'
  | 'PUT /widget/:channelKey/questionnaire/answers/:clientAnswerId'
  | 'POST /widget/:channelKey/questionnaire/return'
  | 'POST /widget/:channelKey/questionnaire/beginning'
  | 'GET /organisations/:organisationId/conversations/:conversationId/answers'

export function answerHandlers(needs: Platform & OutlookNeeds): HandlersOf<Doors> {
  const { database } = needs

  /** Where the visitor stands, whatever led there. */
  const stateFor = (caller: VisitorCaller, reading: Reading): Promise<QuestionnaireForVisitor> =>
    database.snapshot(caller.organisationId, (tx) => readState(tx, caller, reading, needs))

  return {
    'GET /widget/:channelKey/questionnaire': ({ caller, query }) => stateFor(caller, query),

    'PUT /widget/:channelKey/questionnaire/answers/:clientAnswerId': async ({ caller, params, body }) => {
      await giveAnswer(caller, { ...params, ...body }, needs)
      return stateFor(caller, body)
    },

    'POST /widget/:channelKey/questionnaire/return': async ({ caller, body }) => {
      await goBack(caller, body, needs)
      return stateFor(caller, body)
    },

    'POST /widget/:channelKey/questionnaire/beginning': async ({ caller, body }) => {
      await beginAnew(caller, body, needs)
      return stateFor(caller, body)
    },

    'GET /organisations/:organisationId/conversations/:conversationId/answers': ({ caller, params, knock }) =>
      readAs(caller, needs, async (tx, reader) => {
        const conversation = await readable(tx, reader, params.conversationId)
        const run = await findRunOf(tx, conversation.id)
        const questionnaire = run && (await listQuestionnaires(tx)).find(({ id }) => id === run.questionnaireId)
        const { own, ...fields } = await readFields(tx, conversation.visitor.id)
        return {
          questionnaire:
            run && questionnaire
              ? { id: questionnaire.id, name: questionnaire.name, version: run.versionNumber }
              : null,
          answers: run ? answersForAgent(run, knock.locale) : [],
          fields: { ...fields, own: Object.entries(own).map(([name, value]) => ({ name, value })) },
        }
      }),
  }
}

async function readState(
  tx: OrganisationTransaction,
  caller: VisitorCaller,
  { locale, language = locale }: Reading,
  needs: Platform & OutlookNeeds,
): Promise<QuestionnaireForVisitor> {
  const { events, clock, ids } = needs
  const channel = await findChannel(tx, caller.channelId)
  if (!channel) throw refusal('request.not-found')
  const visitor = await findVisitor(tx, caller)
  const conversation = visitor && (await findByVisitor(tx, visitor.id))
  const spot: Spot = { channel, language: spoken(channel, language), now: clock.now() }
  const thread = conversation
    ? {
        conversation: conversationForVisitor(conversation),
        cursor: { stream: `conversation:${conversation.id}`, epoch: events.epoch, since: conversation.version },
      }
    : null

  const run = visitor && (await findRun(tx, visitor.id))
  if (conversation && run?.conversationId !== conversation.id) return { run: null, thread }
  const shown = run ?? (await beginning(tx, visitor?.id ?? ids.visitor(), spot, needs))
  if (!shown) return { run: null, thread }
  const presented = runForVisitor(shown, await outlookOf(tx, shown, spot, needs), {
    begun: run !== undefined,
    known: fieldsOf(shown),
  })
  // The end of one that is begun with nowhere any more keeps nobody from writing.
  const isOver = isLast(presented.now) && channel.questionnaireId !== shown.questionnaireId
  return { run: isOver ? null : presented, thread }
}

/** What whoever has not begun would meet. While nobody is there, the form of the channel may stand in its place. */
async function beginning(
  tx: OrganisationTransaction,
  id: Parameters<typeof newRun>[1]['id'],
  spot: Spot,
  needs: Platform & OutlookNeeds,
) {
  if (spot.channel.whenNobody === 'form' && !(await isAnswering(tx, spot.channel, spot.now))) return undefined
  return newRun(tx, { id }, spot, needs)
}

/** Whether nothing follows it but another beginning. */
const isLast = ({ at }: StandingForVisitor) => at === 'words' || at === 'booking'
