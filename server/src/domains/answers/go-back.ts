import { back } from '#contract/flow/walk.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { VisitorCaller } from '../callers.ts'
import { type AnswerNeeds, holdRun, makeRun, type Reading } from './hold-run.ts'
import { moved, refuseMovedOn, type Seen } from './run.ts'
import { replaceRun, saveRun } from './store.ts'

/**
 * A visitor takes an answer back: they stand at its question again, and that answer and what came after are dropped.
 *
 * @refuses request.not-found | channels.paused | answers.moved-on
 */
export async function goBack(
  caller: VisitorCaller,
  { stepId, ...wish }: Reading & Seen & { stepId: string },
  needs: AnswerNeeds,
): Promise<void> {
  await needs.database.transaction(caller.organisationId, async (tx) => {
    const { run } = await holdRun(tx, caller, wish, needs)
    refuseMovedOn(run, wish)
    const progress = back(run.progress, stepId)
    if (progress === run.progress) throw refusal('answers.moved-on')
    await saveRun(tx, moved(run, progress), needs.clock.now())
  })
}

/**
 * A visitor begins anew, with what is published now. What they answered is kept, and leads nowhere.
 *
 * @refuses request.not-found | channels.paused | answers.moved-on
 */
export async function beginAnew(caller: VisitorCaller, wish: Reading & Seen, needs: AnswerNeeds): Promise<void> {
  await needs.database.transaction(caller.organisationId, async (tx) => {
    const { channel, visitor, run, outlook } = await holdRun(tx, caller, wish, needs)
    refuseMovedOn(run, wish)
    if (run.revision === 0) return
    const now = needs.clock.now()
    await replaceRun(tx, run.id, now)
    await makeRun(tx, visitor, { channel, language: outlook.language, now }, needs)
  })
}
