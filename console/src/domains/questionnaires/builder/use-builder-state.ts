import { useDeferredValue, useMemo, useState } from 'react'
import type { Draft } from '#contract/drafts.ts'
import { flowLimits, stepOf } from '#contract/flow/flow.ts'
import { type Problem, problemsOf } from '#contract/flow/problems.ts'
import { type BuilderWords, flowProblemWords } from '#words/builder.ts'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useSpeech } from '../../../ui/words.tsx'
import { addStep, duplicateStep, type Place, removeStep } from '../flow/edits.ts'
import { exitsOf } from '../flow/exits.ts'
import { growForest } from '../flow/forest.ts'
import { makeId, newStep, stepIds } from '../flow/new-step.ts'
import type { DraftFlow } from '../saving/use-draft-flow.ts'
import type { Builder } from './builder-context.ts'
import { type EditorPlace, placeToMend } from './editor-place.ts'
import { titleOf } from './step-words.ts'
import { useStepInAddress } from './use-step-in-address.ts'

interface BuilderNeeds {
  draftFlow: DraftFlow
  /** What is known of the draft besides its flow. */
  draft: Draft
  words: BuilderWords
  isReadOnly: boolean
  focus: (place: EditorPlace) => void
  onLanguages: () => void
}

export interface AskedKind {
  place: Place
  beside: Element
}

/** The flow with the step in hand, and everything that can be done to it. */
export function useBuilderState({ draftFlow, draft, words, isReadOnly, focus, onLanguages }: BuilderNeeds) {
  const { locale } = useSpeech()
  const { flow, edit } = draftFlow
  const [chosen, choose] = useStepInAddress(flow.start)
  const [wished, setLanguage] = useState<string>(locale)
  const [asked, setAsked] = useState<AskedKind | null>(null)
  const language = flow.languages.includes(wished) ? wished : (flow.languages[0] ?? wished)

  // What follows from the whole flow comes after the letter that is being typed.
  const settled = useDeferredValue(flow)
  const forest = useMemo(() => growForest(settled), [settled])
  const problems = useMemo(() => {
    const reasonIds = draft.reasons.map(({ id }) => id)
    return [...problemsOf(settled, { ...draft, reasonIds }), ...stillOf(draft, settled)]
  }, [settled, draft])
  const byStep = useMemo(() => Map.groupBy(problems, ({ stepId }) => stepId ?? ''), [problems])

  const builder = useMemo((): Builder => {
    const select: Builder['select'] = (id, then) => {
      choose(id)
      if (then) focus(then)
    }
    return {
      flow,
      forest,
      words,
      language,
      isReadOnly,
      reasons: draft.reasons,
      problems,
      step: stepOf(flow, chosen) ?? null,
      problemWords: flowProblemWords(locale),
      problemsOf: (id) => byStep.get(id) ?? none,
      edit: (change, of) => {
        if (!isReadOnly) edit(change, of)
      },
      select,
      showLanguage: setLanguage,
      add: (kind, place) => {
        const id = makeId(stepIds(flow))
        edit((now) => addStep(now, newStep(kind, id), place))
        select(id, kind === 'condition' ? 'test' : 'text')
      },
      remove: (id) => {
        const step = stepOf(flow, id)
        if (!step) return
        const after = removeStep(flow, id)
        edit(() => after)
        const heir = exitsOf(step).find(({ next }) => next !== null)?.next ?? forest.branches.get(id)?.parent
        choose(stepOf(after, heir ?? null) ? (heir ?? null) : after.start)
        toasts.show({
          text: words.editor.removed(titleOf(step, { flow, words, language })),
          act: { label: words.undo, onAct: draftFlow.undo },
        })
      },
      duplicate: (id) => {
        const step = stepOf(flow, id)
        if (!step || isFull()) return
        const copyId = makeId(stepIds(flow))
        const name = words.editor.copyOf(titleOf(step, { flow, words, language })).slice(0, flowLimits.nameLength)
        edit((now) => duplicateStep(now, id, copyId, name))
        select(copyId, 'text')
      },
      askKind: (place, beside) => {
        if (!isReadOnly && !isFull()) setAsked({ place, beside })
      },
      goTo: (problem) => {
        if (problem.language !== undefined && flow.languages.includes(problem.language)) setLanguage(problem.language)
        if (problem.stepId !== null) select(problem.stepId, placeToMend(problem))
        else if (problem.field === 'languages') onLanguages()
        else select(flow.start ?? flow.steps[0]?.id ?? null, 'first')
      },
    }

    function isFull(): boolean {
      if (flow.steps.length < flowLimits.steps) return false
      toasts.show({ kind: 'refusal', text: words.outline.full(flowLimits.steps) })
      return true
    }
  }, [
    flow,
    forest,
    words,
    language,
    isReadOnly,
    draft.reasons,
    problems,
    byStep,
    chosen,
    locale,
    edit,
    draftFlow.undo,
    choose,
    focus,
    onLanguages,
  ])

  return { builder, asked, stopAsking: () => setAsked(null) }
}

const none: readonly Problem[] = []

/** What only the server can know, as it said when the draft was last saved, while the step is still there. */
const stillOf = (draft: Draft, flow: Builder['flow']): Problem[] =>
  draft.problems.flatMap(({ code, stepId }) => {
    const step = stepOf(flow, stepId)
    const isStill =
      code === 'unknown-sub-account' &&
      step?.kind === 'end' &&
      step.to.kind === 'agent' &&
      step.to.subAccountId !== null
    return isStill ? [{ code, stepId, field: 'subAccountId' as const }] : []
  })
