import * as z from 'zod'
import { Count } from './counts.ts'
import { answerProblems } from './flow/check-answer.ts'
import { formKeys } from './flow/flow.ts'
import { Answer, Id } from './flow/shape.ts'
import { ClientAnswerId, ConversationId, OrganisationId, QuestionnaireId, ReasonId, RunId } from './ids.ts'
import { defineRoutes } from './route.ts'
import { Cursor } from './streams.ts'
import { Language, Locale } from './text.ts'
import { ChannelKey, ConversationForVisitor, Page } from './visitors.ts'

const text = z.string()
const option = z.object({ id: z.string(), text })
const least = z.number().nullable()

/** A question as the widget asks it, in the visitor's language. Rules are for telling early: the server judges (`checkAnswer`). */
export const QuestionForVisitor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), minLength: least, maxLength: least, mask: z.string().nullable() }),
  z.object({ kind: z.literal('long-text'), minLength: least, maxLength: least }),
  z.object({ kind: z.enum(['email', 'phone']) }),
  z.object({ kind: z.literal('number'), min: least, max: least, decimals: z.int() }),
  z.object({ kind: z.literal('date'), when: z.enum(['any', 'past', 'future']) }),
  z.object({ kind: z.literal('file'), accepts: z.enum(['any', 'pictures', 'documents']), max: z.int() }),
  /** What is offered now: an option that leads to agents of whom none could take it, or to nothing to book, stays away. */
  z.object({ kind: z.literal('choice'), options: z.array(option) }),
  z.object({ kind: z.literal('choices'), options: z.array(option), min: least, max: least }),
])
export type QuestionForVisitor = z.infer<typeof QuestionForVisitor>

/** What a visitor reads where they are. */
export const StandingForVisitor = z.discriminatedUnion('at', [
  z.object({ at: z.literal('question'), stepId: z.string(), text, required: z.boolean(), asks: QuestionForVisitor }),
  z.object({
    at: z.literal('form'),
    stepId: z.string(),
    text,
    fields: z.array(z.object({ key: z.enum(formKeys), required: z.boolean() })),
  }),
  /** Words of the visitor begin the conversation; where an answer led here, it has begun. */
  z.object({ at: z.literal('agent'), text }),
  /** The end, with the way to an appointment. It can be begun anew. */
  z.object({
    at: z.literal('booking'),
    text,
    /** Null: whichever they choose. */
    reasonId: ReasonId.nullable(),
    /** From their answers, to be booked with; absent: not told. */
    known: z.object({ name: text, email: text, phone: text }).partial(),
  }),
  /** No agent could take it now, or there is nothing to book: words may be left, and are answered later. */
  z.object({ at: z.literal('nobody') }),
  /** The end. It can be begun anew. */
  z.object({ at: z.literal('words'), text }),
])
export type StandingForVisitor = z.infer<typeof StandingForVisitor>

/** A visitor's way through a questionnaire, in their language. */
export const RunForVisitor = z.object({
  /** Null: not begun; the first answer begins it. */
  id: RunId.nullable(),
  /** Grows by one with each answer and each step back: an answer says after which it was given. */
  revision: z.int(),
  /** What was said and answered, in order. */
  passed: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('message'), stepId: z.string(), text }),
      /** `answer` as words: options by their texts, files by their names; empty: left out. */
      z.object({ kind: z.literal('answer'), stepId: z.string(), question: text, answer: text }),
    ]),
  ),
  now: StandingForVisitor,
  /** Whether an answer can still be taken back: until the conversation has begun. */
  mayGoBack: z.boolean(),
})
export type RunForVisitor = z.infer<typeof RunForVisitor>

export const QuestionnaireForVisitor = z.object({
  /** Null: nothing is asked before words. */
  run: RunForVisitor.nullable(),
  /** Begun by it, or there before: from here on there is a thread to follow. */
  thread: z.object({ conversation: ConversationForVisitor, cursor: Cursor }).nullable(),
})
export type QuestionnaireForVisitor = z.infer<typeof QuestionnaireForVisitor>

/** Why an answer does not fit: `details.problem` of `answers.does-not-fit`. */
export const AnswerProblem = z.object({
  code: z.enum(answerProblems),
  limit: z.number().optional(),
  mask: z.string().optional(),
  field: z.enum(formKeys).optional(),
})

const read = {
  /** Of the product's words around them. */
  locale: Locale,
  /** What the channel speaks to them; absent: the same. */
  language: Language.optional(),
}
const at = {
  ...read,
  /** Null: this begins it. */
  runId: RunId.nullable(),
  /** Where it stood for whoever acts. */
  revision: Count,
}
/** A day where the visitor is: `2026-11-22`. Off by more than a day from the server's, it is not believed. */
const Today = z.iso.date()

export const GiveAnswer = z.strictObject({
  ...at,
  stepId: Id,
  answer: Answer,
  today: Today,
  page: Page.nullable(),
})
export type GiveAnswer = z.infer<typeof GiveAnswer>

/** The answers a conversation began with, and what is known of its visitor from them. */
export const AnswersForAgent = z.object({
  /** Null: it began without questions. */
  questionnaire: z.object({ id: QuestionnaireId, name: z.string(), version: z.int() }).nullable(),
  answers: z.array(z.object({ stepId: z.string(), question: z.string(), answer: z.string() })),
  fields: z.object({
    name: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    /** Those the organisation named itself. */
    own: z.array(z.object({ name: z.string(), value: z.string() })),
  }),
})
export type AnswersForAgent = z.infer<typeof AnswersForAgent>

const ofChannel = z.object({ channelKey: ChannelKey })

export const answerRoutes = defineRoutes({
  'GET /widget/:channelKey/questionnaire': {
    summary: 'Where the visitor is in the questionnaire of the channel, if there is one to answer',
    who: 'visitor',
    params: ofChannel,
    query: z.strictObject(read),
    reply: QuestionnaireForVisitor,
    refuses: ['channels.site-refused'],
  },
  'PUT /widget/:channelKey/questionnaire/answers/:clientAnswerId': {
    summary: 'Answer the question that is now. The same id again changes nothing and gives the state as it is.',
    who: 'visitor',
    params: ofChannel.extend({ clientAnswerId: ClientAnswerId }),
    body: GiveAnswer,
    reply: QuestionnaireForVisitor,
    refuses: [
      'channels.site-refused',
      'channels.paused',
      'answers.does-not-fit', // details.problem
      'answers.moved-on',
      'answers.nobody-now',
      'files.unknown',
    ],
    perMinute: 120,
  },
  'POST /widget/:channelKey/questionnaire/return': {
    summary: 'Go back to an answered question; its answer and what came after are dropped',
    who: 'visitor',
    params: ofChannel,
    body: z.strictObject({ ...at, stepId: Id }),
    reply: QuestionnaireForVisitor,
    refuses: ['channels.site-refused', 'channels.paused', 'answers.moved-on'],
    perMinute: 120,
  },
  'POST /widget/:channelKey/questionnaire/beginning': {
    summary: 'Begin anew, with the version that is published now',
    who: 'visitor',
    params: ofChannel,
    body: z.strictObject(at),
    reply: QuestionnaireForVisitor,
    refuses: ['channels.site-refused', 'channels.paused', 'answers.moved-on'],
    perMinute: 120,
  },
  'GET /organisations/:organisationId/conversations/:conversationId/answers': {
    summary: 'The answers a conversation began with',
    who: 'agent',
    key: 'conversations:read',
    params: z.object({ organisationId: OrganisationId, conversationId: ConversationId }),
    reply: AnswersForAgent,
  },
})
