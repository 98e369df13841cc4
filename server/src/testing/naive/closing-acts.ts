import { type Act, no, type Outcome, yes } from './act.ts'
import { change, notice } from './conversation-acts.ts'
import { mayRead, maySendTranscript } from './rules.ts'
import { spotOf } from './spot.ts'
import { type Agent, type Conversation, closingOf, type House, type World } from './world.ts'

const missing = no('404 request.not-found')
const nothingSaid = no('409 transcripts.nothing-said')
const tooMany = no('409 transcripts.too-many')

/** A visitor says how it was, once it is closed, and may say it otherwise; the team reads it as a notice, rewritten in its place. */
export function rate(world: World, act: Extract<Act, { act: 'rate' }>): Outcome {
  const spot = spotOf(world, act)
  if (!spot?.conversation) return missing
  const { house, channel, conversation } = spot
  const closing = closingOf(conversation)
  if (closing?.seq !== act.closingSeq) return no('409 ratings.not-closed')
  const { score, word } = act
  const { rating } = closing
  if (rating && rating.score === score && rating.word === word) return yes()
  if (!channel.asksRating) return no('409 ratings.not-asked')
  if ((rating?.version ?? 0) !== act.version) return no('409 ratings.changed-meanwhile')
  closing.rating = { score, word, version: act.version + 1 }
  if (rating) return yes([tellAnew(house, conversation, { score, text: word })])
  return yes([change(house, conversation, {}, [{ ...notice('rated', null), score, text: word }])])
}

function tellAnew(house: House, conversation: Conversation, said: { score: number; text: string }) {
  const told = conversation.messages.findLast((message) => message.notice === 'rated')
  if (!told) throw new Error('a rating that nobody was told of')
  Object.assign(told, said, { version: told.version + 1 })
  const happening = change(house, conversation, { rewrittenVersion: conversation.version + 1 })
  if (happening.what === 'conversation') happening.added.push(told)
  return happening
}

/** The words of the present talk, to any address the visitor names. */
export function askTranscript(world: World, act: Extract<Act, { act: 'ask-transcript' }>): Outcome {
  const spot = spotOf(world, act)
  return spot?.conversation ? writeTranscript(spot.house, spot.conversation, act.email, null) : missing
}

/** The same to the address that is known, by who has it or had it when it was closed. */
export function sendTranscript(
  agent: Agent,
  { house, conversationId }: Extract<Act, { act: 'send-transcript' }>,
): Outcome {
  if (!agent.active) return no('403 access.inactive')
  const conversation = house.conversations.find(({ id }) => id === conversationId)
  if (!conversation || !mayRead(agent, conversation)) return missing
  if (!maySendTranscript(agent, conversation)) return no('403 conversations.not-yours')
  const { email } = conversation.called
  return email === null ? no('409 transcripts.no-address') : writeTranscript(house, conversation, email, agent)
}

/** Somebody must have answered since the closing before; five letters of one conversation, and five to one address. */
function writeTranscript(house: House, conversation: Conversation, to: string, by: Agent | null): Outcome {
  const present = closingOf(conversation)
  const before = conversation.closings.filter((closing) => closing !== present).at(-1)?.seq ?? 0
  const isAnswered = conversation.messages.some(
    ({ seq, kind, by, deleted }) => seq > before && kind === 'text' && by !== null && !deleted,
  )
  if (!isAnswered) return nothingSaid
  const { transcripts } = house
  if (transcripts.filter((one) => one.conversation === conversation).length >= 5) return tooMany
  if (transcripts.filter((one) => one.to === to).length >= 5) return tooMany
  const written = { letterId: '', conversation, to }
  transcripts.push(written)
  const told = change(house, conversation, {}, [{ ...notice('transcript-sent', by), text: to }])
  return yes([{ what: 'settings', house, list: 'letters' }, told], ({ id }) => {
    written.letterId = id
  })
}
