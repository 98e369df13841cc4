/** @jsxImportSource preact */
import type { ComponentChild } from 'preact'
import { questionWords } from '#words/questions.ts'
import type { Asking } from '../keep-questions.ts'
import type { View } from '../view.ts'
import { Asked } from './asked.tsx'
import { createQuestioning } from './questioning.ts'
import styles from './questions.css?inline'

/** The questions as the chat holds them: it knows neither their code nor their state. */
export interface Questions {
  /** In the log, before what was said. */
  draw(view: View): ComponentChild
  /** Whether words wait: a question, a form or an end stands there. */
  closesComposer(): boolean
  /** Whether something was answered: the greeting makes room. */
  hasBegun(): boolean
  /** Whether the way to an appointment stands there. */
  leadsToBooking(): boolean
  load(): void
}

export interface QuestionsModule {
  startQuestions(asking: Asking): Questions
}

export function startQuestions(asking: Asking): Questions {
  const questioning = createQuestioning(asking)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  asking.root.adoptedStyleSheets.push(sheet)
  return {
    draw: (view) => <Asked view={view} questioning={questioning} words={questionWords[view.locale]} />,
    closesComposer() {
      const run = questioning.run()
      if (questioning.line() !== 'fine' || questioning.hasLed()) return true
      return run !== null && run.now.at !== 'agent' && run.now.at !== 'nobody'
    },
    hasBegun: () => (questioning.run()?.passed ?? []).some(({ kind }) => kind === 'answer'),
    leadsToBooking: () => questioning.run()?.now.at === 'booking',
    load: () => void questioning.load(),
  }
}
