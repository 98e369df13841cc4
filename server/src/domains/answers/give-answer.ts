import type { GiveAnswer } from '#contract/answers.ts'
import type { Answer } from '#contract/flow/flow.ts'
import { answer, answersOf, type Standing, standing } from '#contract/flow/walk.ts'
import type { ClientAnswerId, FileId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { VisitorCaller } from '../callers.ts'
import type { Channel } from '../channels/index.ts'
import { claimFiles } from '../files/index.ts'
import { beginFromRun, fillFromRun } from './begin-from-run.ts'
import { type AnswerNeeds, holdRun } from './hold-run.ts'
import { type KeptPassed, moved, type Run, refuseMovedOn } from './run.ts'
import { keepAnswerId, saveRun } from './store.ts'
import { tidyAnswer } from './tidy-answer.ts'

/**
 * A visitor answers the question, or fills the form, that is now. Where that leads to an agent, somebody is looked for at this very
 * moment, and the conversation begins; where nobody could take it and the channel shows its questionnaire alone, it begins to wait.
 * An answer that arrived before changes nothing.
 *
 * @refuses request.not-found | channels.paused | answers.does-not-fit | answers.moved-on | answers.nobody-now | files.unknown
 */
export async function giveAnswer(
  caller: VisitorCaller,
  wish: GiveAnswer & { clientAnswerId: ClientAnswerId },
  needs: AnswerNeeds,
): Promise<void> {
  await needs.database.transaction(caller.organisationId, async (tx) => {
    const held = await holdRun(tx, caller, wish, needs)
    const now = needs.clock.now()
    if (!(await keepAnswerId(tx, { visitorId: held.visitor.id, id: wish.clientAnswerId, now }))) return
    const { run, outlook } = held
    refuseMovedOn(run, wish)

    const asked = standing(run.flow, run.progress, outlook, answersOf(run.progress))
    const given = judge(asked, wish, todayOf(wish.today, now))
    const { passed, now: step } = answer(run.flow, run.progress, given, outlook)
    const next = moved(run, { passed: await withFileNames(tx, caller, run, passed), now: step })
    await saveRun(tx, next, now)

    const words = asked.at === 'form' ? { clientAnswerId: wish.clientAnswerId, form: given } : null
    const leads = standing(next.flow, next.progress, outlook, answersOf(next.progress))
    // Nothing begins here: who they are is known to whoever receives them.
    if (leads.at === 'booking') await fillFromRun(tx, held.visitor, next)
    if (words || leads.at === 'agent' || waitsByItself(leads, held.channel))
      await beginFromRun(tx, { ...held, run: next, caller, end: leads.step, page: wish.page, words }, needs)
  })
}

/** Where the questionnaire stands alone for whoever is absent, answers that lead to an agent wait for one, without a word beside them. */
const waitsByItself = ({ at, step }: Standing, { whenNobody }: Pick<Channel, 'whenNobody'>): boolean =>
  at === 'nobody' && step.kind === 'end' && whenNobody === 'questionnaire'

/** @refuses answers.does-not-fit | answers.moved-on | answers.nobody-now */
function judge(asked: Standing, { stepId, answer: given }: GiveAnswer, today: string): Answer {
  if ((asked.at !== 'question' && asked.at !== 'form') || asked.step.id !== stepId) {
    // The last ways to an agent closed since the question was shown.
    if (asked.at === 'nobody' && asked.step.id === stepId) throw refusal('answers.nobody-now')
    throw refusal('answers.moved-on')
  }
  const tidy = tidyAnswer(asked.step, given, today)
  const isWithdrawn =
    asked.step.kind === 'choice' && tidy !== null && asked.at === 'question' && !asked.offered.includes(String(tidy))
  if (isWithdrawn) throw refusal('answers.nobody-now')
  return tidy
}

/** No clock on earth is further than a day from ours: one that says so is wrong. */
function todayOf(claimed: string, now: Date): string {
  const dayMs = 24 * 60 * 60 * 1000
  const isNear = Math.abs(new Date(claimed).getTime() - now.getTime()) < 2 * dayMs
  return isNear ? claimed : now.toISOString().slice(0, 10)
}

/** Files of an answer are the visitor's own, finished, and of the kind that was asked for. */
async function withFileNames(
  tx: OrganisationTransaction,
  caller: VisitorCaller,
  { flow }: Run,
  passed: KeptPassed[],
): Promise<KeptPassed[]> {
  return Promise.all(
    passed.map(async (one) => {
      const step = flow.steps.find(({ id }) => id === one.stepId)
      if (one.kind !== 'answer' || step?.kind !== 'file' || !Array.isArray(one.answer) || one.fileNames) return one
      const files = await claimFiles(tx, { kind: 'visitor', ...caller }, one.answer as FileId[])
      const fits = (mediaType: string) =>
        step.accepts === 'any' || mediaType.startsWith('image/') === (step.accepts === 'pictures')
      if (!files.every(({ mediaType }) => fits(mediaType)))
        throw refusal('answers.does-not-fit', { details: { problem: { code: 'wrong-kind' } } })
      return { ...one, fileNames: files.map(({ name }) => name) }
    }),
  )
}
