import type { ConversationForAgent } from '#contract/conversations.ts'
import type { MessageForAgent, MessageForVisitor, NoticeSubject } from '#contract/messages.ts'
import type { ConversationForVisitor } from '#contract/visitors.ts'
import { may } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import type { Acted } from './act-on-conversation.ts'
import type { Conversation } from './conversation.ts'
import { maskedAddress } from './masked-address.ts'
import { mentionsOf } from './mentioned.ts'
import type { AppointmentTold, Message, Subject } from './message.ts'

export function conversationForAgent(conversation: Conversation, reader: Actor): ConversationForAgent {
  const scope = {
    subAccountId: conversation.subAccountId,
    state: conversation.state,
    assigneeId: conversation.assignee?.id ?? null,
    language: conversation.language,
    questionnaireId: conversation.questionnaireId,
  }
  return {
    id: conversation.id,
    version: conversation.version,
    subAccountId: conversation.subAccountId,
    channelId: conversation.channelId,
    state: conversation.state,
    assigneeId: scope.assigneeId,
    assigneeName: conversation.assignee?.name ?? null,
    transferredBy: conversation.transferredBy,
    offer: conversation.offer && {
      toYou: conversation.offer.agentId === reader.agentId,
      until: conversation.offer.until.toISOString(),
    },
    visitor: conversation.visitor,
    language: conversation.language,
    questionnaireId: conversation.questionnaireId,
    page: conversation.page,
    pagesSeen: conversation.pagesSeen,
    lastSeq: conversation.lastSeq,
    rewrittenVersion: conversation.rewrittenVersion,
    visitorReadSeq: conversation.visitorReadSeq,
    agentReadSeq: conversation.agentReadSeq,
    lastMessage: conversation.lastMessage,
    unread: conversation.unread,
    mentions: mentionsShown(conversation, reader),
    closing: conversation.closing,
    createdAt: conversation.createdAt.toISOString(),
    stateSince: conversation.stateSince.toISOString(),
    lastActivityAt: conversation.lastActivityAt.toISOString(),
    may: {
      pickUp: may(reader, 'conversations.pick-up', scope),
      write: may(reader, 'conversations.write', scope),
      note: may(reader, 'conversations.note', scope),
      close: conversation.state !== 'closed' && may(reader, 'conversations.close', scope),
      reopen: may(reader, 'conversations.reopen', scope),
      explain: may(reader, 'conversations.explain', scope),
      transfer: may(reader, 'conversations.transfer', scope),
      readVersions: may(reader, 'conversations.read-versions', scope),
      sendTranscript: may(reader, 'conversations.send-transcript', scope),
    },
  }
}

/** What an act made of a conversation, as whoever did it is answered. */
export const actedForAgent = ({ conversation, by }: Acted): ConversationForAgent =>
  conversationForAgent(conversation, by)

/** Nobody is told whom else notes name, but by the notes themselves. */
function mentionsShown({ mentions }: Conversation, { agentId }: Actor): ConversationForAgent['mentions'] {
  const { times, unread } = mentionsOf(mentions, agentId)
  return { times, unread: [...unread] }
}

export const messageForAgent = (message: Message): MessageForAgent => ({
  ...common(message),
  text: isOwnLetter(message) ? maskedAddress(message.text) : message.text,
  kind: message.kind,
  notice: message.notice,
  score: message.score,
  author:
    message.author === 'agent'
      ? // An agent's messages are written with their id.
        {
          kind: 'agent',
          agentId: message.authorId as ConversationForAgent['assigneeId'] & string,
          name: message.authorName ?? '',
        }
      : { kind: message.author },
  subject: message.subject && subjectForAgent(message.subject),
  appointment: message.appointment && appointmentForAgent(message.appointment),
  mentions: [...message.mentions],
})

const subjectForAgent = (subject: Subject): NoticeSubject =>
  subject.kind === 'agent'
    ? { kind: 'agent', agentId: subject.id, name: subject.name }
    : { kind: 'sub-account', subAccountId: subject.id }

const appointmentForAgent = ({ id, startsAt, agent }: AppointmentTold): MessageForAgent['appointment'] => ({
  id,
  startsAt,
  agent: { id: agent.id, name: agent.name },
})

const appointmentForVisitor = ({ id, startsAt, agent }: AppointmentTold): MessageForVisitor['appointment'] => ({
  id,
  startsAt,
  agent: agent.shownName,
})

/** What a visitor asked for by letter: the address served that letter alone, and stays theirs. */
const isOwnLetter = ({ notice, author }: Message): boolean => notice === 'transcript-sent' && author === 'visitor'

/**
 * Hides what is for agents: notes, surnames, ids of people, letters that agents sent. Their rating they are shown as such, with the
 * conversation.
 */
export const messagesForVisitor = (messages: Message[]): MessageForVisitor[] =>
  messages.flatMap((message) => {
    const { kind, notice } = message
    if (kind === 'note' || notice === 'rated') return []
    if (notice === 'transcript-sent' && !isOwnLetter(message)) return []
    const author =
      message.author === 'agent'
        ? { kind: 'agent' as const, name: message.authorShownName ?? '' }
        : { kind: message.author }
    const receiver = message.subject?.kind === 'agent' ? message.subject.shownName : null
    const subject = notice === 'transcript-sent' ? message.text : receiver
    const appointment = message.appointment && appointmentForVisitor(message.appointment)
    return [{ ...common(message), kind, notice, author, subject, appointment }]
  })

export const conversationForVisitor = (conversation: Conversation): ConversationForVisitor => ({
  id: conversation.id,
  version: conversation.version,
  state: conversation.state,
  assignee: conversation.assignee && {
    id: conversation.assignee.id,
    name: conversation.assignee.shownName,
    photoId: conversation.assignee.photoId,
  },
  lastSeq: conversation.lastSeq,
  rewrittenVersion: conversation.rewrittenVersion,
  visitorReadSeq: conversation.visitorReadSeq,
  agentReadSeq: conversation.agentReadSeq,
  closing: conversation.closing && { ...conversation.closing, at: conversation.stateSince.toISOString() },
})

const common = (message: Message) => ({
  id: message.id,
  conversationId: message.conversationId,
  seq: message.seq,
  clientMessageId: message.clientMessageId,
  text: message.text,
  files: [...message.files],
  proposedReasonId: message.proposedReasonId,
  sentAt: message.sentAt.toISOString(),
  version: message.version,
  editedAt: message.editedAt?.toISOString() ?? null,
  deletedAt: message.deletedAt?.toISOString() ?? null,
})
