import { words as en } from './en/questions.ts'
import { words as fr, type QuestionWords } from './fr/questions.ts'
import type { Locale } from './locale.ts'

export type { QuestionWords }

/** Words beside the questions of a questionnaire: fetched by the widget with the questions' own code, not with the chat. */
export const questionWords: Record<Locale, QuestionWords> = { fr, en }
