import { problemsOf } from '#contract/flow/problems.ts'
import type { Flow } from '#contract/flow/shape.ts'
import type { QuestionnaireId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import { holdActor } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { recordDeed } from '../journal/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import type { Draft } from './draft.ts'
import { findVersion, insertVersion, latestVersion, readDraft, writeDraft } from './draft-store.ts'
import type { QuestionnaireNeeds } from './make-questionnaire.ts'
import { asTarget, type Questionnaire } from './questionnaire.ts'
import type { ReasonsToBook } from './reasons-to-book.ts'
import { lockQuestionnaire } from './store.ts'
import { readSurroundings, refuseForeignEnds } from './surroundings.ts'

interface OfDraft {
  questionnaireId: QuestionnaireId
  /** The draft's version that was read. */
  version: number
}

/**
 * Saves what is being written, finished or not. Not told in the journal: nobody outside the builder sees it before it is published.
 *
 * @refuses request.not-found | access.refused | questionnaires.changed-meanwhile
 */
export const saveDraft = (
  by: Actor,
  { flow, ...of }: OfDraft & { flow: Flow },
  needs: QuestionnaireNeeds & { reasonsToBook: ReasonsToBook },
): Promise<Questionnaire> =>
  changeDraft(by, of, needs, async ({ tx, actor, questionnaire, draft }) => {
    // Ends that lead elsewhere already are not theirs to touch, and no reason to refuse what they did.
    await refuseForeignEnds(tx, { actor, questionnaire, before: draft.flow, flow }, needs)
    await write(tx, actor, { ...draft, flow }, needs)
  })

/**
 * Publishes the draft: whoever begins from now on answers it; whoever has begun goes on with what they began. Publishing what is
 * published already changes nothing.
 *
 * @refuses request.not-found | access.refused | questionnaires.changed-meanwhile | questionnaires.not-publishable
 */
export const publishDraft = (
  by: Actor,
  of: OfDraft,
  needs: QuestionnaireNeeds & { reasonsToBook: ReasonsToBook },
): Promise<Questionnaire> =>
  changeDraft(by, of, needs, async ({ tx, actor, draft, questionnaire }) => {
    const problems = problemsOf(draft.flow, await readSurroundings(tx, questionnaire, needs))
    if (problems.length > 0) throw refusal('questionnaires.not-publishable', { details: { problems } })
    const latest = await latestVersion(tx, questionnaire.id)
    const number = (latest?.number ?? 0) + 1
    await insertVersion(tx, {
      questionnaireId: questionnaire.id,
      number,
      flow: draft.flow,
      publishedAt: needs.clock.now(),
      publishedBy: actor.agentId,
    })
    const before = latest && { versionNumber: latest.number }
    recordDeed(
      tx,
      actor,
      { act: 'questionnaires.published', target: asTarget(questionnaire), before, after: { versionNumber: number } },
      needs,
    )
  })

/**
 * Makes a version that was published the draft again. Visitors see nothing of it before it is published.
 *
 * @refuses request.not-found | access.refused | questionnaires.changed-meanwhile
 */
export const restoreVersion = (
  by: Actor,
  { number, ...of }: OfDraft & { number: number },
  needs: QuestionnaireNeeds,
): Promise<Questionnaire> =>
  changeDraft(by, of, needs, async ({ tx, actor, draft, questionnaire }) => {
    const version = await findVersion(tx, questionnaire.id, number)
    if (!version) throw refusal('request.not-found')
    await write(tx, actor, { ...draft, flow: version.flow }, needs)
    recordDeed(
      tx,
      actor,
      {
        act: 'questionnaires.version-restored',
        target: asTarget(questionnaire),
        after: { versionNumber: number },
      },
      needs,
    )
  })

interface HeldDraft {
  tx: OrganisationTransaction
  actor: Actor
  questionnaire: Questionnaire
  draft: Draft
}

/** One change of one draft: its questionnaire held, decided, written, told. */
async function changeDraft(
  by: Actor,
  { questionnaireId, version }: OfDraft,
  needs: QuestionnaireNeeds,
  changing: (held: HeldDraft) => Promise<void>,
): Promise<Questionnaire> {
  return needs.database.transaction(by.organisationId, async (tx) => {
    const actor = await holdActor(tx, by)
    authorise(actor, 'questionnaires.list', null)
    const questionnaire = await lockQuestionnaire(tx, questionnaireId)
    if (!questionnaire) throw refusal('request.not-found')
    authorise(actor, 'questionnaires.change', questionnaire)
    const draft = await readDraft(tx, questionnaireId)
    if (draft.version !== version) throw refusal('questionnaires.changed-meanwhile')
    await changing({ tx, actor, questionnaire, draft })
    needs.events.append(tx, settingsChanged('questionnaires'))
    return questionnaire
  })
}

const write = (tx: OrganisationTransaction, actor: Actor, draft: Draft, { clock }: QuestionnaireNeeds) =>
  writeDraft(tx, { ...draft, version: draft.version + 1, saved: { at: clock.now(), by: actor.agentId } })
