import type { ClientMessageId, OrganisationId } from '#contract/ids.ts'
import type { SeenPages, SendAsVisitor } from '#contract/visitors.ts'
import type { Actor, VisitorCaller } from '#server/domains/callers.ts'
import type { Channel } from '#server/domains/channels/index.ts'
import { closeConversation } from '#server/domains/conversations/close-conversation.ts'
import type { Conversation } from '#server/domains/conversations/conversation.ts'
import { hearVisitor } from '#server/domains/conversations/hear-visitor.ts'
import { markReadByAgent, markReadByVisitor } from '#server/domains/conversations/mark-read.ts'
import { pickUpConversation } from '#server/domains/conversations/pick-up-conversation.ts'
import { sendMessage } from '#server/domains/conversations/send-message.ts'
import { findOrMakeVisitor, nameVisitor } from '#server/domains/visitors/index.ts'
import { uuid7 } from '#server/platform/ids.ts'
import type { Platform } from '#server/platform/platform.ts'
import { hashToken, newToken } from '#server/platform/secrets.ts'
import { shopTitle } from '#server/shop/index.ts'
import { type CastKey, type ShopKey, site } from './cast.ts'
import type { PlannedTalk } from './plan-talks.ts'
import type { Step } from './steps.ts'

export type Needs = Pick<Platform, 'database' | 'events' | 'clock' | 'ids'>

/** Who and what the talks are held with, once it is in the database. */
export interface Stage {
  organisationId: OrganisationId
  actors: Record<CastKey, Actor>
  channels: Record<ShopKey, Channel>
}

/** Holds a talk for good: every step through the use case that a click would call, at its own time. */
export async function playTalk(talk: PlannedTalk, stage: Stage, needs: Needs): Promise<void> {
  const visitor = await arrive(talk, stage, needs)
  const pageOf = (path: string) => ({ url: `https://${site}${path}`, title: shopTitle(path, talk.language) })
  const page = pageOf(talk.path)
  let conversation: Conversation | undefined
  for (const step of talk.steps) {
    const then = { ...needs, clock: { now: () => new Date(step.at) } }
    if (step.act === 'hear')
      conversation = await hear(
        {
          text: step.text,
          fileIds: [],
          locale: talk.language,
          page,
          seen: conversation ? null : wayTo(talk, pageOf, step.at),
        },
        visitor,
        then,
      )
    else if (!conversation) throw new Error('a talk begins with its visitor')
    else if (step.act === 'visitor-reads') await markReadByVisitor(visitor, conversation.lastSeq, then)
    else conversation = { ...conversation, lastSeq: await answer(step, conversation, stage, then) }
  }
}

/** How they came to the page they begin on: by the shop's door, and past its departments. */
function wayTo(talk: PlannedTalk, pageOf: (path: string) => { url: string; title: string }, at: number): SeenPages {
  const [, department = ''] = talk.path.split('/')
  const paths = [...new Set(['/', `/${department}`, talk.path])]
  const now = Math.floor(at)
  return { now, pages: paths.map((path, index) => ({ ...pageOf(path), at: now - (paths.length - index) * 70_000 })) }
}

/** The visitor with the name their site would have given, before their first word. Nobody holds the secret made here. */
async function arrive(talk: PlannedTalk, stage: Stage, { database, ids }: Needs): Promise<VisitorCaller> {
  const channel = stage.channels[talk.shop]
  const tokenHash = hashToken(newToken())
  await database.transaction(stage.organisationId, async (tx) => {
    const now = new Date(talk.steps[0]?.at ?? 0)
    const first = { id: ids.visitor(), channelId: channel.id, tokenHash, locale: talk.language, now }
    const { id } = await findOrMakeVisitor(tx, first)
    await nameVisitor(tx, id, talk.visitor)
  })
  return {
    organisationId: stage.organisationId,
    channelId: channel.id,
    subAccountId: channel.subAccountId,
    questionnaireId: null,
    tokenHash,
    mayWrite: true,
    limitKey: 'demo',
  }
}

async function hear(words: SendAsVisitor, visitor: VisitorCaller, needs: Needs): Promise<Conversation> {
  // Nothing was asked before them.
  const leadFirst = async () => null
  const said = await hearVisitor(visitor, { ...words, clientMessageId: newClientMessageId() }, { ...needs, leadFirst })
  return said.conversation
}

/** @returns the seq of the newest message after the act */
async function answer(
  step: Exclude<Step, { act: 'hear' | 'visitor-reads' }>,
  { id, lastSeq }: Conversation,
  { actors }: Stage,
  needs: Needs,
): Promise<number> {
  const actor = actors[step.by]
  switch (step.act) {
    case 'pick-up':
      return (await pickUpConversation(actor, id, needs)).lastSeq
    case 'close':
      return (await closeConversation(actor, id, needs)).lastSeq
    case 'read':
      await markReadByAgent(actor, { conversationId: id, seq: lastSeq }, needs)
      return lastSeq
    default: {
      const kind = step.act === 'note' ? ('note' as const) : ('text' as const)
      const wish = {
        conversationId: id,
        clientMessageId: newClientMessageId(),
        kind,
        text: step.text,
        fileIds: [],
        mentions: [],
      }
      return (await sendMessage(actor, wish, needs)).conversation.lastSeq
    }
  }
}

// What a device would have made.
const newClientMessageId = () => uuid7() as ClientMessageId
