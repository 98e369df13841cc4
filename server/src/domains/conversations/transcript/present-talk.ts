import type { MessageForVisitor } from '#contract/messages.ts'
import type { Conversation } from '../conversation.ts'

/** The words of a conversation since it last began, as its visitor reads them. */
export interface Talk {
  messages: MessageForVisitor[]
  /** Whether its beginning is left out. */
  cut: boolean
}

/** After which message the present talk begins: the closing before the one that it is closed by, or the last one. */
export const talkBegins = ({ closing }: Pick<Conversation, 'closing'>, closingSeqs: readonly number[]): number =>
  closingSeqs.find((seq) => seq !== closing?.seq) ?? 0

/** Without what was taken back, and not more than a letter carries: of a long talk the newest. */
export function presentTalk(
  newest: { messages: readonly MessageForVisitor[]; more: boolean },
  { after, length }: { after: number; length: number },
): Talk {
  const ofTalk = newest.messages.filter(({ seq }) => seq > after)
  const kept: MessageForVisitor[] = []
  let left = length
  for (const message of ofTalk.filter(isCarried).reverse()) {
    left -= message.text.length
    if (left < 0) return { messages: kept.reverse(), cut: true }
    kept.push(message)
  }
  return { messages: kept.reverse(), cut: newest.more && ofTalk.length === newest.messages.length }
}

/** Where other letters went is no part of what was said: one address need not know of the other. */
const isCarried = ({ deletedAt, notice }: MessageForVisitor): boolean =>
  deletedAt === null && notice !== 'transcript-sent'

/** Whether anybody answered: words of the visitor alone are nobody's letter, and could be anything to anybody. */
export const wasAnswered = ({ messages }: Pick<Talk, 'messages'>): boolean =>
  messages.some(({ kind, author }) => kind === 'text' && author.kind === 'agent')
