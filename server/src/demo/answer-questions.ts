import type { ClientAnswerId } from '#contract/ids.ts'
import type { Page } from '#contract/visitors.ts'
import { markAbsent, markPresent } from '#server/domains/agents/keep-presence.ts'
import { giveAnswer } from '#server/domains/answers/give-answer.ts'
import { findRun } from '#server/domains/answers/store.ts'
import { reasonsToBook } from '#server/domains/appointments/index.ts'
import type { Actor, VisitorCaller } from '#server/domains/callers.ts'
import type { Conversation } from '#server/domains/conversations/conversation.ts'
import { findByVisitor } from '#server/domains/conversations/index.ts'
import { visitorSending } from '#server/domains/files/sender.ts'
import { findVisitor } from '#server/domains/visitors/index.ts'
import { uuid7 } from '#server/platform/ids.ts'
import type { PlannedTalk } from './plan-talks.ts'
import type { Needs } from './play-talk.ts'
import { sendPapers } from './send-papers.ts'
import type { Act } from './steps.ts'

type Answering = Omit<Extract<Act, { act: 'answer' }>, 'act' | 'with'>

interface Way {
  talk: PlannedTalk
  page: Page
}

/**
 * What is done while somebody is at their console: what visitors are offered depends on it. They are there by the clock of today;
 * whoever was there at an earlier time only would be found gone in the midst of it.
 */
export async function whileThere<Result>(
  { organisationId, agentId }: Actor,
  work: () => Promise<Result>,
  needs: Needs,
): Promise<Result> {
  await markPresent(organisationId, agentId, needs)
  const result = await work()
  await markAbsent(organisationId, agentId, needs)
  return result
}

/** Answers the questionnaire of the channel to its end, one question after the other. */
export async function answerQuestions(
  visitor: VisitorCaller,
  { answers }: Answering,
  { talk, page }: Way,
  needs: Needs,
): Promise<Conversation> {
  const { organisationId } = visitor
  const now = needs.clock.now()
  const stand = () =>
    needs.database.transaction(organisationId, async (tx) => {
      const known = await findVisitor(tx, visitor)
      if (!known) throw new Error('who answers is known')
      return { run: await findRun(tx, known.id), conversation: await findByVisitor(tx, known.id) }
    })
  const sent = { organisationId, senderOf: visitorSending(visitor) }

  for (const [stepId, planned] of answers) {
    const { run } = await stand()
    const isPapers = typeof planned === 'object' && planned !== null && 'papers' in planned
    const answer = isPapers ? await sendPapers(sent, planned.papers, needs) : planned
    const at = { runId: run?.id ?? null, revision: run?.revision ?? 0, locale: talk.language }
    const today = now.toISOString().slice(0, 10)
    const given = { ...at, stepId, answer, today, page, clientAnswerId: newClientAnswerId() }
    await giveAnswer(visitor, given, { ...needs, reasonsToBook })
  }
  const { conversation } = await stand()
  if (!conversation) throw new Error(`${talk.visitor.name}: the answers led to no conversation`)
  return conversation
}

// What a device would have made.
const newClientAnswerId = () => uuid7() as ClientAnswerId
