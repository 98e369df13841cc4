import { answersOf, standing } from '#contract/flow/walk.ts'
import { refusal } from '#server/platform/refusal.ts'
import { findChannel } from '../channels/index.ts'
import type { LeadFirstWords } from '../conversations/index.ts'
import { isAnswering } from '../visitors/index.ts'
import { destination, fillFromRun } from './begin-from-run.ts'
import { makeRun, outlookOf, type RunNeeds } from './hold-run.ts'
import { lockRun, saveRun } from './store.ts'

/**
 * What a questionnaire says of a visitor's first words: they wait for an end that leads to an agent, or go where the channel says
 * when nothing is asked. Where nobody could take it, words may still be left.
 */
export const leadFirstWords =
  (needs: RunNeeds): LeadFirstWords =>
  async (tx, { visitor, channelId, language, now }) => {
    const channel = await findChannel(tx, channelId)
    if (!channel) throw refusal('request.not-found')
    const spot = { channel, language, now }
    const begun = await lockRun(tx, visitor.id)
    if (!begun && channel.whenNobody === 'form' && !(await isAnswering(tx, channel, now))) return null
    const run = begun ?? (await makeRun(tx, visitor, spot, needs))
    if (!run) return null
    const outlook = await outlookOf(tx, run, spot, needs)
    const { at, step } = standing(run.flow, run.progress, outlook, answersOf(run.progress))
    // The end of one that is begun with nowhere any more closes nothing.
    if ((at === 'words' || at === 'booking') && channel.questionnaireId !== run.questionnaireId) return null
    if (at !== 'agent' && at !== 'nobody') throw refusal('answers.to-be-given')
    return {
      ...destination({ outlook }, step),
      visitor: await fillFromRun(tx, visitor, run),
      begun: (conversationId) => saveRun(tx, { ...run, conversationId }, now),
    }
  }
