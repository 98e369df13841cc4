import { createContext, useContext } from 'react'
import type { Draft } from '#contract/drafts.ts'
import type { Flow, Step, StepId } from '#contract/flow/flow.ts'
import type { Problem } from '#contract/flow/problems.ts'
import type { FlowProblemWords } from '#words/builder.ts'
import type { Place } from '../flow/edits.ts'
import type { Forest } from '../flow/forest.ts'
import type { NewKind } from '../flow/new-step.ts'
import type { EditorPlace } from './editor-place.ts'
import type { Naming } from './step-words.ts'

/** What every part of the builder works on. */
export interface Builder extends Naming {
  forest: Forest
  step: Step | null
  isReadOnly: boolean
  /** What visitors may book an appointment for: an end may lead to one of them. */
  reasons: Draft['reasons']
  problems: readonly Problem[]
  problemsOf(id: StepId): readonly Problem[]
  problemWords: FlowProblemWords
  /** `of` names what is changed: typing on is taken back as one. */
  edit(change: (flow: Flow) => Flow, of?: string): void
  /** The step in hand; `then` puts the focus at a place of its editor. */
  select(id: StepId | null, then?: EditorPlace): void
  showLanguage(language: string): void
  /** A new step in hand, its text about to be written. */
  add(kind: NewKind, place: Place): void
  remove(id: StepId): void
  duplicate(id: StepId): void
  /** Asks which kind, beside what was pressed. */
  askKind(place: Place, beside: Element): void
  goTo(problem: Problem): void
}

export const BuilderContext = createContext<Builder | null>(null)

export function useBuilder(): Builder {
  const builder = useContext(BuilderContext)
  if (!builder) throw new Error('useBuilder needs the builder above it')
  return builder
}
