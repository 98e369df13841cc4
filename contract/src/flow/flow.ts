// What a questionnaire asks, as plain types: free of the validator, so that widget and console may import it. `shape.ts` parses it.
import type { ReasonId, SubAccountId } from '../ids.ts'

/** Made by the builder, unique in its flow: 1–40 of [a-z0-9-]. */
export type StepId = string
/** Unique in its step: 1–40 of [a-z0-9-]. */
export type OptionId = string
/** BCP 47 primary tag → the text. An absent or empty one is shown in the flow's first language. */
export type Texts = Record<string, string>

/** The steps of a questionnaire and what follows what. */
export interface Flow {
  /** The first is what is shown to whoever speaks none of them. */
  languages: string[]
  start: StepId | null
  steps: Step[]
}

export type Step = MessageStep | Question | ConditionStep | EndStep

interface Named {
  id: StepId
  /** For the team; visitors never read it. */
  name: string
}

/** Says something and goes on. */
export interface MessageStep extends Named {
  kind: 'message'
  text: Texts
  next: StepId | null
}

/** Where the answer is kept beside the conversation: a field of the visitor, or one the organisation names itself. */
export type KeepAs = { field: 'name' | 'email' | 'phone' } | { field: 'own'; name: string }

interface Asking extends Named {
  text: Texts
  required: boolean
  /** Null: only among the answers. */
  keepAs: KeepAs | null
}
interface Asked extends Asking {
  /** Null: unfinished, refused at publishing. The same wherever it stands. */
  next: StepId | null
}

export interface TextQuestion extends Asked {
  kind: 'text'
  minLength: number | null
  maxLength: number | null
  /** `CD-####`: # a digit, @ a letter, * either, anything else itself. Null: any text. */
  mask: string | null
}
export interface LongTextQuestion extends Asked {
  kind: 'long-text'
  minLength: number | null
  maxLength: number | null
}
export interface AddressQuestion extends Asked {
  kind: 'email' | 'phone'
}
export interface NumberQuestion extends Asked {
  kind: 'number'
  min: number | null
  max: number | null
  /** Digits allowed after the point. */
  decimals: number
}
export interface DateQuestion extends Asked {
  kind: 'date'
  /** Today is neither past nor future. */
  when: 'any' | 'past' | 'future'
}
export interface FileQuestion extends Asked {
  kind: 'file'
  accepts: 'any' | 'pictures' | 'documents'
  /** How many at most. */
  max: number
}
/** One of several; each leads its own way. */
export interface ChoiceQuestion extends Asking {
  kind: 'choice'
  options: { id: OptionId; text: Texts; next: StepId | null }[]
  /** After an answer left out; asked for only when not required. */
  next: StepId | null
}
/** Any of several; all lead one way. */
export interface ChoicesQuestion extends Asked {
  kind: 'choices'
  options: { id: OptionId; text: Texts }[]
  /** How many at least and at most; null: no such limit. */
  min: number | null
  max: number | null
}
export type Question =
  | TextQuestion
  | LongTextQuestion
  | AddressQuestion
  | NumberQuestion
  | DateQuestion
  | FileQuestion
  | ChoiceQuestion
  | ChoicesQuestion

/** Parts the way without asking. */
export interface ConditionStep extends Named {
  kind: 'condition'
  test: Test
  yes: StepId | null
  no: StepId | null
}
export type Test =
  /** Somebody could take now what this end (to an agent) would begin. */
  | { of: 'somebody-could'; endId: StepId | null }
  /** Within the channel's opening hours. */
  | { of: 'open' }
  | { of: 'language'; oneOf: string[] }
  /** `one-of`: the answer is, or has, one of `values` (option ids, or the text itself). `at-least`: a number no less than values[0]. */
  | { of: 'answer'; stepId: StepId | null; is: 'one-of' | 'filled' | 'at-least'; values: string[] }

export interface EndStep extends Named {
  kind: 'end'
  to: End
}
export type End = AgentEnd | BookingEnd | FormEnd | WordsEnd
/** A conversation begins and waits for an agent. Offered only while somebody could take it. */
export interface AgentEnd {
  kind: 'agent'
  /** Of these languages; empty: the visitor's own. */
  languages: string[]
  /** Null: the channel's. */
  subAccountId: SubAccountId | null
  text: Texts
}
/** An appointment may be booked, with what was answered filled in. Offered only while there is something to book. */
export interface BookingEnd {
  kind: 'booking'
  /** Of the channel's sub-account. Null: whichever the visitor chooses. */
  reasonId: ReasonId | null
  text: Texts
}
/** Fields, then a conversation that waits. */
export interface FormEnd {
  kind: 'form'
  fields: { key: FormKey; required: boolean }[]
  text: Texts
}
export interface WordsEnd {
  kind: 'words'
  text: Texts
}
export type FormKey = 'name' | 'email' | 'phone' | 'message'
export const formKeys = ['name', 'email', 'phone', 'message'] as const satisfies readonly FormKey[]

/** By kind: text, e-mail, phone and date (2026-11-22) are strings, a choice is an option's id; a number is one; choices are option
 * ids, files are ids of files; a form is its fields. Null: left out. */
export type Answer = string | number | string[] | FormAnswer | null
export type FormAnswer = Partial<Record<FormKey, string>>

/** Lengths in UTF-16 code units. */
export const flowLimits = {
  steps: 200,
  options: 50,
  languages: 20,
  /** Of a message, a question or an end. */
  textLength: 2_000,
  optionLength: 120,
  nameLength: 80,
  idLength: 40,
  maskLength: 80,
  ownFieldLength: 60,
  valuesPerTest: 50,
  answerLength: 500,
  longAnswerLength: 4_000,
  filesPerAnswer: 10,
  decimals: 6,
  /** Of a draft or an imported file, as JSON. */
  bytes: 1024 * 1024,
} as const

export const isQuestion = (step: Step): step is Question =>
  step.kind !== 'message' && step.kind !== 'condition' && step.kind !== 'end'

export const stepOf = (flow: Flow, id: StepId | null): Step | undefined => flow.steps.find((step) => step.id === id)

/** The text in a language, or in the flow's first. */
export function textIn(flow: Pick<Flow, 'languages'>, texts: Texts, language: string): string {
  return texts[language] || texts[flow.languages[0] ?? ''] || Object.values(texts).find((text) => text !== '') || ''
}
