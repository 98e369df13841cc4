import * as z from 'zod'
import { WidgetPosition } from './channels.ts'
import { Count, MessagesQuery } from './counts.ts'
import { AgentId, ClientMessageId, ConversationId, PhotoId } from './ids.ts'
import { limits } from './limits.ts'
import { MessageForVisitor, Rating, refuseNothing, sent } from './messages.ts'
import { defineRoutes } from './route.ts'
import { Cursor } from './streams.ts'
import { Email, Instant, Language, Line, Locale, WebAddress } from './text.ts'
import { absences, conversationStates } from './vocabulary.ts'

/** What a visitor may know of an agent: the name shown to visitors and the photo, nothing else. */
export const AgentForVisitor = z.object({ id: AgentId, name: z.string(), photoId: PhotoId.nullable() })
export type AgentForVisitor = z.infer<typeof AgentForVisitor>

export const ConversationForVisitor = z.object({
  id: ConversationId,
  version: z.int(),
  state: z.enum(conversationStates),
  assignee: AgentForVisitor.nullable(),
  lastSeq: z.int(),
  /** The version at which a message was last rewritten or taken back; 0: never. */
  rewrittenVersion: z.int(),
  visitorReadSeq: z.int(),
  /** Own messages up to here are "seen". */
  agentReadSeq: z.int(),
  /** While it is closed: the notice that tells of it, since when, and how they rated what came before. */
  closing: z.object({ seq: z.int(), at: Instant, rating: Rating.nullable() }).nullable(),
})
export type ConversationForVisitor = z.infer<typeof ConversationForVisitor>

/** What the widget needs before anybody speaks. Public to allowed sites. */
export const Greeting = z.object({
  organisationName: z.string(),
  colour: z.string(),
  position: WidgetPosition,
  /** The language of the texts, and what else the visitor may choose. */
  language: z.string(),
  languages: z.array(z.string()),
  /** The product's own words are said in this one. */
  locale: Locale,
  /** The channel's own words; empty: the product's. */
  title: z.string(),
  greeting: z.string(),
  away: z.string(),
  rating: z.string(),
  /** Whether a conversation that was closed is rated. */
  asksRating: z.boolean(),
  /**
   * Whether what is written now can be answered: somebody is there; it is open with nobody there; it is closed; nothing new can
   * be written at all.
   */
  state: z.enum(['answering', 'absent', 'closed', 'paused']),
  /** Whether something may be asked before words: where the visitor stands is told by their questionnaire. */
  asks: z.boolean(),
  /** When the opening hours next begin or end; null: not within some weeks, or never. */
  changesAt: Instant.nullable(),
  /** What to show while `absent` or `closed`. */
  whenNobody: z.enum(absences),
  /** Active agents of the channel's sub-account who are available now, a few of them. */
  team: z.array(AgentForVisitor),
})
export type Greeting = z.infer<typeof Greeting>

export const VisitorThread = z.object({
  /** Null until the first message. */
  conversation: ConversationForVisitor.nullable(),
  messages: z.array(MessageForVisitor),
  more: z.boolean(),
  /** Where to follow from; null without a conversation. Taken before the reads. */
  cursor: Cursor.nullable(),
  /** Messages of agents the visitor has not read. */
  unread: z.int(),
})
export type VisitorThread = z.infer<typeof VisitorThread>

/** The page a visitor is on. Addresses and titles are claims of a browser: shown as text, never followed. */
export const Page = z.strictObject({ url: WebAddress, title: Line(limits.pageTitleLength, 0) })
export type Page = z.infer<typeof Page>

/** An instant of a device's own clock, in milliseconds. It may be wrong: only differences mean something. */
const DeviceInstant = z.int().nonnegative().max(8_640_000_000_000_000)

/** Pages a visitor has had before them. Each is told apart by its instant: telling it twice is telling it once. */
export const SeenPages = z.strictObject({
  /** When this is said, by the same clock. */
  now: DeviceInstant,
  pages: z
    .array(z.strictObject({ ...Page.shape, at: DeviceInstant }))
    .min(1)
    .max(limits.pagesPerTelling),
})
export type SeenPages = z.infer<typeof SeenPages>

export const SendAsVisitor = z
  .strictObject({
    ...sent,
    /** Of the product's words around them. */
    locale: Locale,
    /** What the channel speaks to them; absent: the same. */
    language: Language.optional(),
    page: Page.nullable(),
    /** Where to answer them when nobody is there: said with their words, theirs from then on. */
    email: Email.optional(),
    /** Not told before. Of the same message sent again, only the first telling counts. */
    seen: SeenPages.nullable().default(null),
  })
  .superRefine(refuseNothing)
export type SendAsVisitor = z.infer<typeof SendAsVisitor>

/** As it stands in the script tag. */
export const ChannelKey = z.string().regex(/^[A-Za-z0-9_-]{22}$/)
export type ChannelKey = z.infer<typeof ChannelKey>
/** The visitor's secret, 256 bits in base64url, made and kept by the widget: `Authorization: Visitor <token>`. */
export const VisitorToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

const ofChannel = z.object({ channelKey: ChannelKey })

export const visitorRoutes = defineRoutes({
  'GET /widget/:channelKey/greeting': {
    summary: 'What the widget looks like, says and can do now',
    who: 'anyone',
    params: ofChannel,
    query: z.strictObject({
      /** What the visitor reads, the dearest first, as `navigator.languages` says it: "fr-CA,fr,en". */
      languages: Line(limits.wantedLanguagesLength, 0),
    }),
    reply: Greeting,
    refuses: ['channels.site-refused'],
  },
  'GET /widget/:channelKey/thread': {
    summary: "The visitor's conversation and its newest messages",
    who: 'visitor',
    params: ofChannel,
    reply: VisitorThread,
    refuses: ['channels.site-refused'],
  },
  'GET /widget/:channelKey/messages': {
    summary: 'A page of messages before or after one',
    who: 'visitor',
    params: ofChannel,
    query: MessagesQuery,
    reply: z.object({ messages: z.array(MessageForVisitor), more: z.boolean() }),
    refuses: ['channels.site-refused'],
  },
  'PUT /widget/:channelKey/messages/:clientMessageId': {
    summary: 'Say something; the first words begin the conversation, words after its closing reopen it',
    who: 'visitor',
    params: ofChannel.extend({ clientMessageId: ClientMessageId }),
    body: SendAsVisitor,
    reply: z.object({ message: MessageForVisitor, conversation: ConversationForVisitor, cursor: Cursor }),
    refuses: ['channels.site-refused', 'channels.paused', 'answers.to-be-given', 'messages.id-reused', 'files.unknown'],
    perMinute: 120,
  },
  'POST /widget/:channelKey/pages': {
    summary:
      'The visitor went on to other pages, while their conversation is not closed; agents see it beside the conversation',
    who: 'visitor',
    params: ofChannel,
    body: SeenPages,
    reply: z.object({ pagesSeen: z.int() }),
    refuses: ['channels.site-refused'],
    perMinute: 20,
  },
  'PUT /widget/:channelKey/read': {
    summary: 'The visitor has read up to a message',
    who: 'visitor',
    params: ofChannel,
    body: z.strictObject({ seq: Count }),
    reply: z.object({ visitorReadSeq: z.int() }),
    refuses: ['channels.site-refused'],
  },
})
