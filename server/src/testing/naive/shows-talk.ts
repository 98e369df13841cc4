import { mentionsOf, unreadMentions } from './conversation-acts.ts'
import { instantOf } from './hours.ts'
import {
  knowsColleague,
  mayClose,
  mayExplain,
  mayPickUp,
  mayRead,
  mayReadVersions,
  mayReopen,
  maySendTranscript,
  mayTransfer,
  mayWrite,
} from './rules.ts'
import { whereItGoes, whyNotReceive } from './transfer-acts.ts'
import { type Agent, type Conversation, closingOf, type House, type Message, present, type Visitor } from './world.ts'

export const conversations = (house: House, reader: Agent, state: Conversation['state']) =>
  house.conversations.filter((one) => one.state === state && mayRead(reader, one)).map((one) => card(one, reader))

/** [S9] [N3] Those with a note that names one, not read yet, as far as one reaches them. */
export const mentioned = (house: House, reader: Agent) =>
  house.conversations
    .filter((one) => mayRead(reader, one) && unreadMentions(one, reader).length > 0)
    .map((one) => card(one, reader))

/** A conversation as this reader is shown it. */
export function card(conversation: Conversation, reader: Agent) {
  const page = conversation.pages.at(-1)
  const said = conversation.messages.filter(({ kind }) => kind !== 'notice').at(-1)
  return {
    id: conversation.id,
    version: conversation.version,
    subAccountId: conversation.subAccountId,
    channelId: conversation.channelId,
    state: conversation.state,
    assigneeId: conversation.assignee?.id ?? null,
    assigneeName: conversation.assignee?.name ?? null,
    offer: conversation.offer && { toYou: conversation.offer === reader },
    transferredBy: conversation.from && { id: conversation.from.id, name: conversation.from.name },
    language: conversation.language,
    questionnaireId: conversation.questionnaireId,
    visitor: conversation.called,
    page: page === undefined ? null : { title: page },
    pagesSeen: conversation.pages.length,
    rewrittenVersion: conversation.rewrittenVersion,
    lastSeq: conversation.messages.length,
    visitorReadSeq: conversation.readByVisitor,
    agentReadSeq: conversation.readByAgent,
    unread: unreadByAgent(conversation),
    mentions: { times: mentionsOf(conversation, reader).length, unread: unreadMentions(conversation, reader) },
    lastMessage: said && lastWords(said),
    closing: closingOf(conversation),
    may: {
      pickUp: mayPickUp(reader, conversation),
      write: mayWrite(reader, conversation),
      note: mayRead(reader, conversation),
      close: conversation.state !== 'closed' && mayClose(reader, conversation),
      reopen: mayReopen(reader, conversation),
      transfer: mayTransfer(reader, conversation),
      readVersions: mayReadVersions(reader, conversation),
      explain: mayExplain(reader, conversation),
      sendTranscript: maySendTranscript(reader, conversation),
    },
  }
}

const lastWords = ({ seq, kind, by, text, files: [first, ...others] }: Message) => ({
  ...{ seq, kind, by: by ? 'agent' : 'visitor', text },
  files: first ? { count: 1 + others.length, first: first.name } : null,
})

const unreadByAgent = ({ messages, readByAgent }: Conversation): number =>
  messages.filter(({ seq, kind, by }) => seq > readByAgent && kind === 'text' && by === null).length

export const thread = (conversation: Conversation, reader: Agent) => ({
  conversation: card(conversation, reader),
  messages: conversation.messages.map((message) => ({
    ...spoken(message),
    text: textForAgents(message),
    author: message.by ? { kind: 'agent', agentId: message.by.id, name: message.by.name } : { kind: 'visitor' },
    score: message.score,
    subject: message.to ? subject(message.to) : null,
    appointment: message.appointment && toldOf(message.appointment),
    mentions: message.mentions.map(({ id }) => id).toSorted(),
  })),
  more: false,
  newer: false,
})

const toldOf = ({ of, hour, agent }: NonNullable<Message['appointment']>) => ({
  ...{ id: of.id, startsAt: instantOf(hour), agent: { id: agent.id, name: agent.name } },
})

/** An address that a visitor had their letter sent to is shown to agents by its first letter and its host. */
export const textForAgents = ({ notice, by, text }: Message): string =>
  notice === 'transcript-sent' && by === null ? text.replace(/^(.).*(@[^@]*)$/u, '$1…$2') : text

/** What visitors are shown of a conversation: no notes, not how they rated, and no letter but those they asked for. */
export const isForVisitors = ({ kind, notice, by }: Message): boolean =>
  kind !== 'note' && notice !== 'rated' && !(notice === 'transcript-sent' && by !== null)

/** What stood there before; whoever may know asks. */
export const versions = ({ earlier }: Message) => ({ versions: earlier })

/** Messages with files, as they are in the thread. */
export const filesOf = (conversation: Conversation, reader: Agent) => ({
  messages: thread(conversation, reader).messages.filter(({ files }) => files.length > 0),
  more: false,
})

const subject = (to: NonNullable<Message['to']>) =>
  'subAccountId' in to && !('person' in to)
    ? { kind: 'sub-account', subAccountId: to.subAccountId }
    : { kind: 'agent', agentId: to.id, name: to.name }

const spoken = ({ seq, version, kind, notice, text, clientMessageId, files }: Message) => ({
  ...{ seq, version, kind, notice, text, clientMessageId },
  files: files.map(({ id, name }) => ({ id, name })),
})

/** Visitors read first names, no ids of people in what was said, and no notes. */
const firstName = (name: string): string => name.split(' ')[0] ?? ''

export function threadForVisitor(house: House, channelId: string, visitor: Visitor) {
  const conversation = house.conversations.find((one) => one.visitor === visitor && one.channelId === channelId)
  if (!conversation) return { conversation: null, messages: [], more: false, cursor: null, unread: 0 }
  const { id, version, state, assignee, messages, readByVisitor, readByAgent, rewrittenVersion } = conversation
  const answers = messages.filter(({ seq, kind, by }) => seq > readByVisitor && kind === 'text' && by !== null)
  return {
    conversation: {
      ...{
        id,
        version,
        state,
        rewrittenVersion,
        lastSeq: messages.length,
        visitorReadSeq: readByVisitor,
        agentReadSeq: readByAgent,
      },
      assignee: assignee && { id: assignee.id, name: firstName(assignee.name) },
      closing: closingOf(conversation),
    },
    messages: messages.filter(isForVisitors).map((message) => ({
      ...spoken(message),
      author: message.by ? { kind: 'agent', name: firstName(message.by.name) } : { kind: 'visitor' },
      subject: message.to && 'person' in message.to ? firstName(message.to.name) : letterTo(message),
    })),
    more: false,
    unread: answers.length,
  }
}

const letterTo = ({ notice, text }: Message): string | null => (notice === 'transcript-sent' ? text : null)

/** [N12] What stands beside a conversation: pages seen, earlier talks, and others in reach under the same address. */
export function about(house: House, conversation: Conversation, reader: Agent) {
  const { email } = conversation.called
  const alike = house.conversations.filter((one) => one !== conversation && one.called.email === email)
  return {
    pages: conversation.pages,
    earlier: conversation.closings.filter((one) => one !== closingOf(conversation)),
    sameAddress: email === null ? [] : alike.filter((one) => mayRead(reader, one)).map((one) => card(one, reader)),
  }
}

/** Colleagues one knows who read it: whom a note may name. */
export const readers = (house: House, conversation: Conversation, author: Agent) => ({
  agents: present(house)
    .filter((one) => one !== author && knowsColleague(author, one) && mayRead(one, conversation))
    .map(({ id, name }) => ({ id, name })),
})

/** [N7] To whom it is offered, by name to whoever knows them. */
export const routing = (house: House, { channelId, offer }: Conversation, reader: Agent) => ({
  mode: house.channels.find(({ id }) => id === channelId)?.routing.mode,
  offer: offer && { agent: knowsColleague(reader, offer) ? { id: offer.id, name: offer.name } : null },
})

/** [N13] Who could receive it, and who could not and why, of colleagues one knows. */
export const receivers = (house: House, conversation: Conversation, giver: Agent) => ({
  agents: present(house)
    .filter((one) => knowsColleague(giver, one) && !(conversation.state === 'open' && conversation.assignee === one))
    .map((one) => {
      const why = whyNotReceive(house, one, conversation)
      const moves = why === null ? whereItGoes(one, conversation).subAccountId : undefined
      return { id: one.id, refusal: why && `conversations.receiver-${why}`, movesTo: moves ?? null }
    }),
})

/** [C9] What a questionnaire asked before the conversation began; the words of its form are the first message. */
export const answers = (house: House, { answered }: Conversation) => ({
  questionnaire: answered && { id: answered.questionnaireId, name: nameOf(house, answered.questionnaireId) },
  answers: answered ? [{ stepId: 'name', answer: answered.name }] : [],
})

const nameOf = (house: House, id: string) => house.questionnaires.find((one) => one.id === id)?.name
