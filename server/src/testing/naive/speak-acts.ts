import { type Act, no, type Outcome, yes } from './act.ts'
import { calledByBooking } from './appointment-acts.ts'
import { change, notice, saying } from './conversation-acts.ts'
import { claimed, take } from './file-acts.ts'
import { spotOf } from './spot.ts'
import { isTheSame } from './words-acts.ts'
import type { Channel, Conversation, House, Message, Run, Visitor, World } from './world.ts'

const missing = no('404 request.not-found')

/** The first words of a browser on a channel begin a conversation; words after its closing bring it back to wait. */
export function speak(world: World, act: Extract<Act, { act: 'speak' }>): Outcome {
  const spot = spotOf(world, act)
  if (!spot) return missing
  const { house, channel, conversation } = spot
  const { visitor, text, clientMessageId, fileIds } = act
  for (const message of conversation?.messages ?? [])
    if (message.by === null && message.clientMessageId === clientMessageId)
      return isTheSame(message, act) ? yes() : no('409 messages.id-reused')
  // Nothing new can be written there; what was taken before is answered as ever.
  if (channel.state !== 'running') return no('409 channels.paused')
  const run = runOf(house, channel, visitor)
  if (!conversation && (run || publishedAt(house, channel))) return no('409 answers.to-be-given')
  const files = claimed(
    house,
    fileIds,
    ({ by }) => 'visitor' in by && by.visitor === visitor && by.channelId === channel.id,
  )
  if (!files) return no('422 files.unknown')
  take(files)
  const words = saying({ by: null, text, clientMessageId, files })
  if (!conversation) {
    const language = channel.languages.includes(act.language) ? act.language : (channel.languages[0] ?? '')
    return begins(house, { channel, visitor, language, questionnaireId: channel.questionnaireId }, words)
  }
  if (conversation.state !== 'closed') return yes([change(house, conversation, {}, [words])])
  const waits = { state: 'pending' as const, assignee: null }
  return yes([change(house, conversation, waits, [notice('reopened', null), words])])
}

function begins(
  house: House,
  first: { channel: Channel; visitor: Visitor; language: string; questionnaireId: string | null; run?: Run },
  words: Omit<Message, 'seq' | 'at'>,
): Outcome {
  const { channel, visitor, language, questionnaireId, run } = first
  const { name, email } = calledByBooking(house, visitor, channel.id)
  const begun: Conversation = {
    ...{ id: '', subAccountId: channel.subAccountId, channelId: channel.id, visitor },
    ...{ state: 'pending', assignee: null, offer: null, asked: [], from: null, language, questionnaireId },
    answered: run ? { questionnaireId: run.questionnaireId, name: run.name } : null,
    ...{ called: { name: run?.name ?? name, email }, pages: [], version: 0, rewrittenVersion: 0 },
    ...{
      stateSince: 0,
      lastActivity: 0,
      messages: [],
      closings: [],
      readByAgent: 0,
      readByVisitor: 0,
      readByNamed: new Map(),
    },
  }
  house.conversations.push(begun)
  const happening = change(house, begun, {}, [words])
  return yes([happening], ({ id }) => {
    begun.id = id
    if (happening.what === 'conversation') happening.after.id = id
  })
}

/** What a channel asks before words now. */
const publishedAt = (house: House, { questionnaireId }: Channel) =>
  house.questionnaires.find(({ id }) => id === questionnaireId)?.published.at(-1)

const runOf = (house: House, channel: Channel, visitor: Visitor) =>
  house.runs.find((one) => one.visitor === visitor && one.channelId === channel.id)

/**
 * [C9] What is asked is answered step by step: a name, then words that begin the conversation, headed by the answers. Whoever has
 * begun goes on with what they began.
 */
export function answer(world: World, act: Extract<Act, { act: 'answer' }>): Outcome {
  const spot = spotOf(world, act)
  if (!spot) return missing
  const { house, channel, conversation } = spot
  const { visitor, text } = act
  if (channel.state !== 'running') return no('409 channels.paused')
  const begun = runOf(house, channel, visitor)
  const asks = publishedAt(house, channel)
  // Nothing is asked here, or no longer.
  if (conversation || (!begun && !asks)) return no('409 answers.moved-on')
  if (!begun) {
    house.runs.push({ visitor, channelId: channel.id, questionnaireId: channel.questionnaireId ?? '', name: text })
    return yes()
  }
  const questionnaire = house.questionnaires.find(({ id }) => id === begun.questionnaireId)
  // Where it moved since, nobody advises for it: it waits for anybody.
  const questionnaireId = questionnaire?.subAccountId === channel.subAccountId ? begun.questionnaireId : null
  const language = channel.languages.includes('fr') ? 'fr' : (channel.languages[0] ?? '')
  const words = saying({ by: null, text, clientMessageId: act.clientAnswerId })
  return begins(house, { channel, visitor, language, questionnaireId, run: begun }, words)
}
