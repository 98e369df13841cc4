import type { Api } from '#client/api.ts'
import type { Questions, QuestionsModule } from './questions/questions.tsx'
import type { View } from './view.ts'

/** What the questions need of the visit they belong to. */
export interface Asking {
  api: Api
  channelKey: string
  /** Where the chat's styles are. */
  root: ShadowRoot
  /** Makes the visitor's secret, if there is none yet. */
  beKnown(): Promise<unknown>
  greeting(): View['greeting']
  /** The part that leads to an appointment. */
  wantMore(): void
  /** A conversation began, or was there: it is to be followed. */
  onThread(): void
  onChange(): void
}

/** The questions before a conversation: their code is fetched when a channel asks any, and the panel opens. */
export function keepQuestions(asking: Asking) {
  let state: View['questions'] = 'none'
  let questions: Questions | null = null

  async function fetchCode() {
    state = 'loading'
    asking.onChange()
    try {
      const { startQuestions }: QuestionsModule = await import('./questions/questions.tsx')
      questions = startQuestions(asking)
      state = questions
    } catch {
      state = 'failed'
    }
    asking.onChange()
  }

  return {
    state: () => state,
    /** Where they stand now: another tab may have answered. */
    look() {
      if (questions) questions.load()
      else if (state !== 'loading' && asking.greeting().asks) void fetchCode()
    },
  }
}
