import { uuid7 } from '#server/platform/ids.ts'
import type { Act } from '#server/testing/naive/act.ts'
import { holds, mayRead } from '#server/testing/naive/rules.ts'
import type { Agent, Conversation, House, World } from '#server/testing/naive/world.ts'
import type { Dice } from './dice.ts'
import { agentId, type Chooser, conversationId, subAccountId } from './pick-ids.ts'

/** Words that are looked for afterwards, with their accents and without. */
const sayings = ['Bonjour', 'Voilà', 'Le thé est arrivé', 'Un café, été comme hiver', 'À bientôt']

function speak(world: World, house: House, dice: Dice): Act {
  // With what arrived and waits to be sent, mostly; else anywhere.
  const waiting = house.uploads.flatMap(({ by, isTaken }) => ('visitor' in by && !isTaken ? [by] : []))
  const by = waiting.length > 0 && dice.chance(0.4) ? dice.pick(waiting) : undefined
  const key = house.channels.find(({ id }) => id === by?.channelId)?.key
  return {
    ...atChannel(world, house, dice),
    ...(by && key && { visitor: by.visitor, channelKey: key }),
    ...{ act: 'speak', language: dice.pick(['fr', 'fr', 'en']), text: dice.pick(sayings) },
    clientMessageId: earlierOrNew(world, dice),
    fileIds: fileIds(house, dice, (upload) => (by ? upload.by === by : 'visitor' in upload.by)),
  }
}

function atChannel(world: World, house: House, dice: Dice) {
  const channelKey = dice.chance(0.98) ? dice.pick(house.channels).key : 'A'.repeat(22)
  return { visitor: dice.pick(world.visitors), channelKey }
}

/** Where somebody has spoken, mostly. */
function spoken(world: World, house: House, dice: Dice) {
  if (house.conversations.length === 0 || dice.chance(0.2)) return atChannel(world, house, dice)
  const { visitor, channelId } = dice.pick(house.conversations)
  return { visitor, channelKey: house.channels.find(({ id }) => id === channelId)?.key ?? '' }
}

/** What was closed, mostly as it was closed last and rated so far. */
export function rate(world: World, house: House, dice: Dice): Act {
  const closed = house.conversations.filter(({ state }) => state === 'closed')
  const one = closed.length > 0 && dice.chance(0.85) ? dice.pick(closed) : undefined
  const channelKey = house.channels.find(({ id }) => id === one?.channelId)?.key
  const last = one?.closings.at(-1)
  return {
    ...(one && channelKey ? { visitor: one.visitor, channelKey } : spoken(world, house, dice)),
    ...{ act: 'rate', closingSeq: last && dice.chance(0.9) ? last.seq : 1 + dice.int(4) },
    ...{ score: 1 + dice.int(5), word: dice.pick(['', ...sayings]) },
    version: dice.chance(0.85) ? (last?.rating?.version ?? 0) : dice.int(3),
  }
}

/** What is offered to somebody, mostly; where nothing is, something that waits is taken. */
const pass: Chooser = (world, house, dice) => {
  const isOffered = ({ offer }: Conversation) => offer !== null
  if (!house.conversations.some(isOffered) && dice.chance(0.9))
    return onConversation('pick-up', 'pending')(world, house, dice)
  return { act: 'pass', house, conversationId: conversationId(world, house, dice, isOffered) }
}

const addresses = ['lea.noel@exemple.example', 'zoe@exemple.example']

export const askTranscript: Chooser = (world, house, dice) => ({
  ...{ ...spoken(world, house, dice), act: 'ask-transcript', email: dice.pick(addresses) },
})

/** Mostly of what was answered and whose visitor has an address; where none has, one is written down first, or somebody answers. */
export const sendTranscript: Chooser = (world, house, dice) => {
  const held = house.conversations.filter(({ state }) => state !== 'pending')
  const answered = held.filter(({ messages }) => messages.some(({ kind, by }) => kind === 'text' && by !== null))
  const ready = answered.filter(({ called }) => called.email !== null)
  const [one] = answered
  if (ready.length === 0 && one && dice.chance(0.9))
    return { act: 'name-visitor', house, conversationId: one.id, name: 'Zoé', email: dice.pick(addresses) }
  if (answered.length === 0 && dice.chance(0.9))
    return held.some(isOpen) ? write(world, house, dice) : onConversation('pick-up', 'pending')(world, house, dice)
  return {
    ...{ act: 'send-transcript', house },
    conversationId: conversationId(world, house, dice, (each) => ready.includes(each)),
  }
}

/** Mostly none; else one that arrived and went with nothing, or any. */
function fileIds(house: House, dice: Dice, isLikely: (upload: House['uploads'][number]) => boolean): string[] {
  const waiting = house.uploads.filter((upload) => !upload.isTaken && isLikely(upload))
  if (waiting.length > 0 && dice.chance(0.7)) return [dice.pick(waiting).id]
  return house.uploads.length > 0 && dice.chance(0.06) ? [dice.pick(house.uploads).id] : []
}

const isOpen = ({ state }: Conversation) => state === 'open'

export function write(world: World, house: House, dice: Dice): Act {
  const kind = dice.pick(['text', 'text', 'note'] as const)
  const sending = house.uploads.filter(({ conversationId, isTaken }) => conversationId && !isTaken)
  const into = sending.length > 0 && dice.chance(0.5) ? dice.pick(sending).conversationId : null
  const id = into ?? conversationId(world, house, dice, (one) => kind === 'note' || isOpen(one))
  const conversation = house.conversations.find((one) => one.id === id)
  return {
    ...{ act: 'write', house, conversationId: id, kind, text: dice.pick(sayings) },
    clientMessageId: earlierOrNew(world, dice),
    fileIds: fileIds(house, dice, (upload) => upload.conversationId === id),
    mentions: kind === 'note' && dice.chance(0.6) ? [named(world, house, dice, conversation)] : [],
  }
}

/** What was said is sent again, as by a device that lost the answer; mostly by its author, whatever they may by now. */
const again: Chooser = (world, house, dice) => {
  const said = house.conversations.flatMap(({ id, messages }) =>
    messages.flatMap((message) => (message.by && message.clientMessageId && !message.deleted ? [{ id, message }] : [])),
  )
  if (said.length === 0) return write(world, house, dice)
  const { id, message } = dice.pick(said)
  const { kind, text, clientMessageId, files, mentions } = message
  return {
    ...{ act: 'write', house, conversationId: id, kind: kind === 'note' ? 'note' : 'text', text },
    ...{ clientMessageId: clientMessageId ?? '', fileIds: files.map((file) => file.id) },
    mentions: mentions.map((one) => one.id),
  }
}

/** Somebody who reads it, mostly; else a colleague who does not. */
function named(world: World, house: House, dice: Dice, conversation: Conversation | undefined): string {
  const wanted = dice.chance(0.7)
  const isWished = (agent: Agent) =>
    !agent.removed && conversation !== undefined && mayRead(agent, conversation) === wanted
  return agentId(world, house, dice, isWished)
}

/** Now and then a client's id that somebody has used. */
function earlierOrNew(world: World, dice: Dice): string {
  const used = world.houses.flatMap(({ conversations }) =>
    conversations.flatMap(({ messages }) => messages.map(({ clientMessageId }) => clientMessageId)),
  )
  return (dice.chance(0.08) && used.length > 0 && dice.pick(used)) || uuid7()
}

export const onConversation =
  (act: 'pick-up' | 'close' | 'reopen', state: Conversation['state']): Chooser =>
  (world, house, dice) => ({
    act,
    house,
    conversationId: conversationId(world, house, dice, (one) => one.state === state),
  })

const handing =
  (
    to: (world: World, house: House, dice: Dice) => { agentId?: string; subAccountId?: string },
    isWished: (conversation: Conversation) => boolean = isOpen,
  ): Chooser =>
  (world, house, dice) => ({
    ...{ act: 'transfer', house, conversationId: conversationId(world, house, dice, isWished) },
    ...{ agentId: null, subAccountId: null, note: dice.pick(['', 'À suivre']) },
    ...to(world, house, dice),
  })

const toSomebody = handing((world, house, dice) => ({
  agentId: agentId(world, house, dice, ({ removed }) => !removed),
}))
export const toTheUnfit = handing((world, house, dice) => ({
  agentId: agentId(world, house, dice, isWithoutTheModule),
}))
export const toAnotherPlace = handing(
  (world, house, dice) => ({ subAccountId: subAccountId(world, house, dice) }),
  ({ state }) => state !== 'closed',
)
export const toTheQueue = handing(() => ({}))

const isWithoutTheModule = (agent: Agent) => !agent.removed && agent.active && !holds(agent, 'conversations')

/** Words of somebody's, to be rewritten or taken back; of a visitor's, or none at all, now and then. */
export function rewrite(world: World, house: House, dice: Dice): Act {
  const isAgents = ({ kind, by }: Conversation['messages'][number]) => kind !== 'notice' && by !== null
  const id = conversationId(world, house, dice, ({ messages }) => messages.some(isAgents))
  const messages = house.conversations.find((one) => one.id === id)?.messages ?? []
  const likely = messages.filter(isAgents)
  const message = likely.length > 0 && dice.chance(0.85) ? dice.pick(likely) : messages.at(0)
  const of = { house, conversationId: id, seq: message?.seq ?? 1 + dice.int(4) }
  if (dice.chance(0.4)) return { act: 'take-back', ...of }
  const version = (message?.version ?? 1) + (dice.chance(0.8) ? 0 : 1)
  return { act: 'rewrite', ...of, version, text: dice.pick(sayings) }
}

const nameVisitor: Chooser = (world, house, dice) => ({
  ...{ act: 'name-visitor', house, conversationId: conversationId(world, house, dice, () => true) },
  name: dice.pick(['Léa Noël', 'Zoé', null]),
  email: dice.pick([...addresses, null]),
})

const upload: Chooser = (world, house, dice) => ({
  ...{ act: 'upload', house, conversationId: conversationId(world, house, dice, isOpen) },
  ...{ clientFileId: uuid7(), name: `facture ${dice.int(9)}.txt` },
})

const read: Chooser = (world, house, dice) => ({
  ...{ act: 'read', house, conversationId: conversationId(world, house, dice, isOpen), seq: dice.int(6) },
})

export const answer: Chooser = (world, house, dice) => {
  const asking = house.channels.filter(({ questionnaireId }) =>
    house.questionnaires.some(({ id, published }) => id === questionnaireId && published.length > 0),
  )
  const run = house.runs.length > 0 && dice.chance(0.6) ? dice.pick(house.runs) : undefined
  const begun = run && house.channels.find(({ id }) => id === run.channelId)
  const channel = begun ?? (asking.length > 0 && dice.chance(0.9) ? dice.pick(asking) : undefined)
  const at = atChannel(world, house, dice)
  return {
    ...{ act: 'answer', text: dice.pick(sayings), clientAnswerId: uuid7() },
    ...{ visitor: begun && run ? run.visitor : at.visitor, channelKey: channel?.key ?? at.channelKey },
  }
}

const tellPage: Chooser = (world, house, dice) => {
  const at = dice.int(5)
  return { ...spoken(world, house, dice), act: 'tell-page', title: `Page ${at}`, at }
}

const visitorUploads: Chooser = (world, house, dice) => ({
  ...{ ...spoken(world, house, dice), act: 'visitor-uploads', clientFileId: uuid7() },
  name: `photo ${dice.int(9)}.txt`,
})

export const firstWords: Chooser[] = [speak]

const visitorReads: Chooser = (world, house, dice) => ({
  ...{ ...spoken(world, house, dice), act: 'visitor-reads', seq: dice.int(6) },
})

/** What happens all day. */
export const aboutTalk: Chooser[] = [
  ...[speak, speak, write, write, write, write, write, write, write, write],
  ...[onConversation('pick-up', 'pending'), onConversation('pick-up', 'pending'), onConversation('pick-up', 'pending')],
  ...[onConversation('pick-up', 'open'), onConversation('pick-up', 'open'), onConversation('pick-up', 'open')],
  ...[onConversation('close', 'open'), onConversation('close', 'open'), onConversation('reopen', 'closed')],
  ...[
    toSomebody,
    toSomebody,
    toTheUnfit,
    toAnotherPlace,
    toTheQueue,
    rewrite,
    rewrite,
    rewrite,
    rewrite,
    rewrite,
    rewrite,
  ],
  ...[nameVisitor, nameVisitor, upload, upload, upload, read, answer, answer, visitorReads],
  ...[tellPage, tellPage, visitorUploads, visitorUploads, again, again],
  ...[rate, rate, askTranscript, sendTranscript, pass, pass, pass, pass],
]
