import { isDeepStrictEqual } from 'node:util'
import type { Flow } from '#contract/flow/shape.ts'
import type { AgentId, QuestionnaireId, ReasonId, SubAccountId } from '#contract/ids.ts'

/** What will be published next. */
export interface Draft {
  questionnaireId: QuestionnaireId
  flow: Flow
  /** Grows by one with each saving; 0: nobody wrote anything yet. */
  version: number
  saved: Saved | null
}

/** When, and by whom. */
export interface Saved {
  at: Date
  by: AgentId | null
}

/** What visitors answer. Never changes. */
export interface PublishedVersion {
  questionnaireId: QuestionnaireId
  number: number
  flow: Flow
  publishedAt: Date
  publishedBy: AgentId
}

/** What the builder opens with. */
export const emptyDraft = (questionnaireId: QuestionnaireId): Draft => ({
  questionnaireId,
  flow: { languages: ['fr', 'en'], start: null, steps: [] },
  version: 0,
  saved: null,
})

/** Whether publishing would change what visitors are asked. */
export const differs = (draft: Draft, published: PublishedVersion | undefined): boolean =>
  published ? !isDeepStrictEqual(draft.flow, published.flow) : draft.flow.steps.length > 0

/** The flow without ends to sub-accounts other than these, and the steps that lost theirs: they lead to the channel's own. */
export function withinSubAccounts(flow: Flow, known: readonly SubAccountId[]): { flow: Flow; unset: string[] } {
  const unset: string[] = []
  const steps = flow.steps.map((step) => {
    if (step.kind !== 'end' || step.to.kind !== 'agent') return step
    const { subAccountId } = step.to
    if (subAccountId === null || known.includes(subAccountId)) return step
    unset.push(step.id)
    return { ...step, to: { ...step.to, subAccountId: null } }
  })
  return { flow: { ...flow, steps }, unset }
}

/** The flow without appointments for reasons other than these, and the steps that lost theirs: visitors choose what they book there. */
export function withinReasons(flow: Flow, known: readonly ReasonId[]): { flow: Flow; unset: string[] } {
  const unset: string[] = []
  const steps = flow.steps.map((step) => {
    if (step.kind !== 'end' || step.to.kind !== 'booking') return step
    const { reasonId } = step.to
    if (reasonId === null || known.includes(reasonId)) return step
    unset.push(step.id)
    return { ...step, to: { ...step.to, reasonId: null } }
  })
  return { flow: { ...flow, steps }, unset }
}

/** What a step leads to besides what is the channel's own, or the visitor's choice. */
export const leadsTo = (step: Flow['steps'][number]) => ({
  subAccountId: step.kind === 'end' && step.to.kind === 'agent' ? step.to.subAccountId : null,
  reasonId: step.kind === 'end' && step.to.kind === 'booking' ? step.to.reasonId : null,
})

export const subAccountsOf = ({ steps }: Flow): SubAccountId[] =>
  steps.flatMap((step) => leadsTo(step).subAccountId ?? [])

export const reasonsOf = ({ steps }: Flow): ReasonId[] => steps.flatMap((step) => leadsTo(step).reasonId ?? [])
