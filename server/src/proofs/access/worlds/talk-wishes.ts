import type { Act } from '#server/testing/naive/act.ts'
import { at, ofConversation, type WishesOf } from './wishes.ts'

const inTalk = (act: Extract<Act, { conversationId: string }>) => ({ ...at(act), conversationId: act.conversationId })

export const talkWishes: WishesOf<
  | ('speak' | 'visitor-reads' | 'tell-page' | 'write' | 'rewrite' | 'take-back' | 'name-visitor')
  | ('pick-up' | 'close' | 'reopen' | 'transfer' | 'read' | 'rate' | 'ask-transcript' | 'send-transcript' | 'pass')
> = {
  speak: (act) => ({
    route: 'PUT /widget/:channelKey/messages/:clientMessageId',
    params: { channelKey: act.channelKey, clientMessageId: act.clientMessageId },
    body: { text: act.text, locale: act.language, page: null, fileIds: act.fileIds },
  }),
  'visitor-reads': (act) => ({
    route: 'PUT /widget/:channelKey/read',
    params: { channelKey: act.channelKey },
    body: { seq: act.seq },
  }),
  write: (act) => ({
    route: `PUT ${ofConversation}/messages/:clientMessageId`,
    params: { ...inTalk(act), clientMessageId: act.clientMessageId },
    body: { text: act.text, kind: act.kind, fileIds: act.fileIds, mentions: act.mentions },
  }),
  rate: ({ channelKey, closingSeq, score, word, version }) => ({
    route: 'PUT /widget/:channelKey/rating',
    params: { channelKey },
    body: { closingSeq, score, word, version },
  }),
  'ask-transcript': ({ channelKey, email }) => ({
    route: 'POST /widget/:channelKey/transcript',
    params: { channelKey },
    body: { email, locale: 'fr', zone: 'Europe/Paris' },
  }),
  pass: (act) => ({ route: `DELETE ${ofConversation}/offer`, params: inTalk(act) }),
  'send-transcript': (act) => ({ route: `POST ${ofConversation}/transcript`, params: inTalk(act) }),
  'pick-up': (act) => ({ route: `POST ${ofConversation}/assignment`, params: inTalk(act) }),
  close: (act) => ({ route: `POST ${ofConversation}/closure`, params: inTalk(act) }),
  reopen: (act) => ({ route: `POST ${ofConversation}/reopening`, params: inTalk(act) }),
  transfer: (act) => {
    const { agentId, subAccountId, note } = act
    return {
      route: `POST ${ofConversation}/transfer`,
      params: inTalk(act),
      body: { agentId, subAccountId, note },
    }
  },
  read: (act) => ({
    route: `PUT ${ofConversation}/read`,
    params: inTalk(act),
    body: { seq: act.seq },
  }),
  'tell-page': (act) => ({
    route: 'POST /widget/:channelKey/pages',
    params: { channelKey: act.channelKey },
    body: { now: 100_000, pages: [{ url: `https://shop.example/${act.at}`, title: act.title, at: act.at }] },
  }),
  rewrite: (act) => ({
    route: `PUT ${ofConversation}/words/:seq`,
    params: { ...inTalk(act), seq: act.seq },
    body: { text: act.text, version: act.version },
  }),
  'take-back': (act) => ({ route: `DELETE ${ofConversation}/words/:seq`, params: { ...inTalk(act), seq: act.seq } }),
  'name-visitor': (act) => ({
    route: `PUT ${ofConversation}/visitor`,
    params: inTalk(act),
    body: { name: act.name, email: act.email },
  }),
}
