import * as z from 'zod'
import { ReasonId, SubAccountId } from '../ids.ts'
import { Language, Line, Prose } from '../text.ts'
import { type Flow as FlowType, flowLimits, formKeys } from './flow.ts'

/** Of a step or an option. */
export const Id = z
  .string()
  .max(flowLimits.idLength)
  .regex(/^[a-z0-9-]+$/)
const Next = Id.nullable()
const Texts = (length: number) =>
  z.record(Language, Prose(length, 0)).refine((texts) => Object.keys(texts).length <= flowLimits.languages)
const Words = Texts(flowLimits.textLength)

const named = { id: Id, name: Line(flowLimits.nameLength, 0) }
const KeepAs = z.discriminatedUnion('field', [
  z.strictObject({ field: z.enum(['name', 'email', 'phone']) }),
  z.strictObject({ field: z.literal('own'), name: Line(flowLimits.ownFieldLength) }),
])
const asked = { ...named, text: Words, required: z.boolean(), keepAs: KeepAs.nullable(), next: Next }
const Length = z.int().min(0).max(flowLimits.longAnswerLength).nullable()
const Bound = z.number().min(-1e12).max(1e12).nullable()
const Options = <T extends z.ZodRawShape>(more: T) =>
  z.array(z.strictObject({ id: Id, text: Texts(flowLimits.optionLength), ...more })).max(flowLimits.options)
const Some = z.int().min(0).max(flowLimits.options).nullable()

const Test = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('somebody-could'), endId: Next }),
  z.strictObject({ of: z.literal('open') }),
  z.strictObject({ of: z.literal('language'), oneOf: z.array(Language).max(flowLimits.languages) }),
  z.strictObject({
    of: z.literal('answer'),
    stepId: Next,
    is: z.enum(['one-of', 'filled', 'at-least']),
    values: z.array(Line(flowLimits.optionLength)).max(flowLimits.valuesPerTest),
  }),
])

const End = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('agent'),
    languages: z.array(Language).max(flowLimits.languages),
    subAccountId: SubAccountId.nullable(),
    text: Words,
  }),
  z.strictObject({
    kind: z.literal('form'),
    fields: z.array(z.strictObject({ key: z.enum(formKeys), required: z.boolean() })).max(formKeys.length),
    text: Words,
  }),
  z.strictObject({ kind: z.literal('booking'), reasonId: ReasonId.nullable(), text: Words }),
  z.strictObject({ kind: z.literal('words'), text: Words }),
])

const Step = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('message'), ...named, text: Words, next: Next }),
  z.strictObject({
    kind: z.literal('text'),
    ...asked,
    minLength: Length,
    maxLength: Length,
    mask: Line(flowLimits.maskLength).nullable(),
  }),
  z.strictObject({ kind: z.literal('long-text'), ...asked, minLength: Length, maxLength: Length }),
  z.strictObject({ kind: z.enum(['email', 'phone']), ...asked }),
  z.strictObject({
    kind: z.literal('number'),
    ...asked,
    min: Bound,
    max: Bound,
    decimals: z.int().min(0).max(flowLimits.decimals),
  }),
  z.strictObject({ kind: z.literal('date'), ...asked, when: z.enum(['any', 'past', 'future']) }),
  z.strictObject({
    kind: z.literal('file'),
    ...asked,
    accepts: z.enum(['any', 'pictures', 'documents']),
    max: z.int().min(1).max(flowLimits.filesPerAnswer),
  }),
  z.strictObject({ kind: z.literal('choice'), ...asked, options: Options({ next: Next }) }),
  z.strictObject({ kind: z.literal('choices'), ...asked, options: Options({}), min: Some, max: Some }),
  z.strictObject({ kind: z.literal('condition'), ...named, test: Test, yes: Next, no: Next }),
  z.strictObject({ kind: z.literal('end'), ...named, to: End }),
])

/**
 * A flow as it may be kept, unfinished ones included: well-formed and within the limits. Whether it can be published is what
 * `problemsOf` (problems.ts) says.
 */
export const Flow = z.strictObject({
  languages: z.array(Language).min(1).max(flowLimits.languages),
  start: Next,
  steps: z.array(Step).max(flowLimits.steps),
}) satisfies z.ZodType<FlowType>
export type Flow = z.infer<typeof Flow>

/** What a visitor answers, before its question judges it (`checkAnswer`). */
export const Answer = z.union([
  Prose(flowLimits.longAnswerLength, 0),
  z.number(),
  z.array(Line(flowLimits.idLength)).max(flowLimits.options),
  z.strictObject(
    Object.fromEntries(formKeys.map((key) => [key, Prose(flowLimits.longAnswerLength, 0).optional()])) as Record<
      (typeof formKeys)[number],
      z.ZodOptional<ReturnType<typeof Prose>>
    >,
  ),
  z.null(),
])
