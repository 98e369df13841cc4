import type { Locale } from '#contract/vocabulary.ts'
import { builder as en } from './en/builder.ts'
import { flowProblems as problemsEn } from './en/console/flow-problems.ts'
import { words as questionsEn } from './en/questions.ts'
import { type BuilderWords, builder as fr } from './fr/builder.ts'
import { type FlowProblemWords, flowProblems as problemsFr } from './fr/console/flow-problems.ts'
import { type QuestionWords, words as questionsFr } from './fr/questions.ts'

export type { BuilderWords, FlowProblemWords, QuestionWords }

// Both languages come with the page of the builder: its templates speak both, and so does whoever tries a questionnaire.

export const builderWords = (locale: Locale): BuilderWords => (locale === 'fr' ? fr : en)

/** What keeps a flow from being published. */
export const flowProblemWords = (locale: Locale): FlowProblemWords => (locale === 'fr' ? problemsFr : problemsEn)

/** What a visitor reads while answering. */
export const questionWords = (locale: Locale): QuestionWords => (locale === 'fr' ? questionsFr : questionsEn)
