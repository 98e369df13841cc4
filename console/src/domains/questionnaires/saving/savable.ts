import type { Flow, KeepAs, Step } from '#contract/flow/flow.ts'
import { isQuestion } from '#contract/flow/flow.ts'

/** The flow as the server keeps it: what is being typed may still be less than the contract takes. */
export const savable = (flow: Flow): Flow => ({ ...flow, steps: flow.steps.map(savableStep) })

function savableStep(step: Step): Step {
  if (isQuestion(step))
    return {
      ...step,
      keepAs: savableField(step.keepAs),
      ...(step.kind === 'text' && { mask: step.mask?.trim() || null }),
    }
  if (step.kind !== 'condition' || step.test.of !== 'answer') return step
  const values = step.test.values.map((value) => value.trim()).filter((value) => value !== '')
  return { ...step, test: { ...step.test, values } }
}

const savableField = (keepAs: KeepAs | null): KeepAs | null =>
  keepAs?.field === 'own' && keepAs.name.trim() === '' ? null : keepAs

/** Whether the server would keep both alike: it trims what people write. */
export const isSameFlow = (one: Flow, other: Flow): boolean => one === other || kept(one) === kept(other)

const kept = (flow: Flow) =>
  JSON.stringify(savable(flow), (_, value: unknown) => {
    if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').normalize('NFC').trim()
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([one], [two]) => (one < two ? -1 : 1)))
  })
