import type { ClientMessageId, FileId } from '#contract/ids.ts'
import { judgeProposal } from '#server/domains/appointments/index.ts'
import { closeConversation } from '#server/domains/conversations/close-conversation.ts'
import type { Conversation } from '#server/domains/conversations/conversation.ts'
import { markReadByAgent } from '#server/domains/conversations/mark-read.ts'
import type { Message } from '#server/domains/conversations/message.ts'
import { conversationsOfFiles } from '#server/domains/conversations/of-files.ts'
import { pickUpConversation } from '#server/domains/conversations/pick-up-conversation.ts'
import { rewriteWords } from '#server/domains/conversations/rewrite-words.ts'
import { sendMessage } from '#server/domains/conversations/send-message.ts'
import { takeBackWords } from '#server/domains/conversations/take-back-words.ts'
import { transferConversation } from '#server/domains/conversations/transfer-conversation.ts'
import { agentSending } from '#server/domains/files/sender.ts'
import { uuid7 } from '#server/platform/ids.ts'
import { isShop } from './cast.ts'
import type { Needs, Stage } from './play-talk.ts'
import { sendPapers } from './send-papers.ts'
import type { AgentAct } from './steps.ts'

/** Where a talk stands: as it was committed last, and the agents' newest words in it. */
export interface Standing {
  conversation: Conversation
  words: Message | null
}

/** One act of an agent, through the use case that a click would call. */
export async function actAsAgent(
  step: AgentAct,
  { conversation, words }: Standing,
  { actors, channels, organisationId, reasons }: Stage,
  needs: Needs,
): Promise<Standing> {
  const actor = actors[step.by]
  const { id, lastSeq } = conversation
  switch (step.act) {
    case 'pick-up':
      return { ...(await pickUpConversation(actor, id, needs)), words }
    case 'close':
      return { ...(await closeConversation(actor, id, needs)), words }
    case 'read':
      await markReadByAgent(actor, { conversationId: id, seq: lastSeq }, needs)
      return { conversation, words }
    case 'hand-on': {
      const receiver = receiverOf(step.to, { actors, channels })
      const wish = { conversationId: id, note: step.note, ...receiver }
      return { ...(await transferConversation(actor, wish, needs)), words }
    }
    case 'rewrite': {
      const said = wordsOf(words)
      const wish = { conversationId: id, seq: said.seq, version: said.version, text: step.text }
      const { message, ...after } = await rewriteWords(actor, wish, needs)
      return { ...after, words: message }
    }
    case 'take-back': {
      const { message, ...after } = await takeBackWords(actor, { conversationId: id, seq: wordsOf(words).seq }, needs)
      return { ...after, words: message }
    }
    default: {
      const sent = { organisationId, senderOf: agentSending(actor, id, conversationsOfFiles) }
      const fileIds: FileId[] = step.act === 'say' ? await sendPapers(sent, step.papers ?? [], needs) : []
      const mentions = step.act === 'note' ? (step.mentions ?? []).map((key) => actors[key].agentId) : []
      const kind = step.act === 'note' ? ('note' as const) : ('text' as const)
      const clientMessageId = newClientMessageId()
      const proposed = step.act === 'say' ? step.proposes : undefined
      const proposedReasonId = (proposed && reasons?.[proposed]) ?? null
      const said = { kind, text: step.text, fileIds, mentions, proposedReasonId }
      const wish = { conversationId: id, clientMessageId, ...said }
      const { message, conversation } = await sendMessage(actor, wish, { ...needs, judgeProposal })
      if (!conversation) throw new Error('who says something for the first time reaches where they say it')
      return { conversation, words: message }
    }
  }
}

function receiverOf(
  to: Extract<AgentAct, { act: 'hand-on' }>['to'],
  { actors, channels }: Pick<Stage, 'actors' | 'channels'>,
) {
  if (to === 'queue') return { agentId: null, subAccountId: null }
  if (isShop(to)) return { agentId: null, subAccountId: channels[to].subAccountId }
  return { agentId: actors[to].agentId, subAccountId: null }
}

function wordsOf(words: Message | null): Message {
  if (!words) throw new Error('nothing was said that could be changed')
  return words
}

// What a device would have made.
export const newClientMessageId = () => uuid7() as ClientMessageId
