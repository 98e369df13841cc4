import type { AnswersForAgent, QuestionForVisitor, RunForVisitor, StandingForVisitor } from '#contract/answers.ts'
import { isLeftOut } from '#contract/flow/check-answer.ts'
import {
  type Answer,
  type EndStep,
  type Flow,
  formKeys,
  isQuestion,
  type Question,
  stepOf,
  textIn,
} from '#contract/flow/flow.ts'
import { answersOf, type Facts, type Standing, standing } from '#contract/flow/walk.ts'
import type { VisitorFields } from '../visitors/index.ts'
import type { KeptPassed, Run } from './run.ts'

/** A run as its visitor reads it. `begun` false: it is only how it would begin. `known`: of the visitor, from its answers. */
export function runForVisitor(
  run: Run,
  facts: Facts,
  { begun, known }: { begun: boolean; known: Partial<VisitorFields> },
): RunForVisitor {
  const { flow, progress, conversationId } = run
  const now = standing(flow, progress, facts, answersOf(progress))
  return {
    id: begun ? run.id : null,
    revision: run.revision,
    passed: progress.passed.map((one) => passedForVisitor(flow, one, facts.language)),
    now:
      conversationId === null ? standingForVisitor(flow, now, facts.language, known) : endOf(flow, now, facts.language),
    mayGoBack: conversationId === null && progress.passed.some(({ kind }) => kind === 'answer'),
  }
}

function passedForVisitor(flow: Flow, passed: KeptPassed, language: string): RunForVisitor['passed'][number] {
  const step = stepOf(flow, passed.stepId)
  const asked =
    step && step.kind !== 'condition' ? textIn(flow, step.kind === 'end' ? step.to.text : step.text, language) : ''
  if (passed.kind === 'message') return { kind: 'message', stepId: passed.stepId, text: asked }
  return { kind: 'answer', stepId: passed.stepId, question: asked, answer: inWords(flow, passed, language) }
}

function standingForVisitor(
  flow: Flow,
  now: Standing,
  language: string,
  { name, email, phone }: Partial<VisitorFields>,
): StandingForVisitor {
  switch (now.at) {
    case 'question':
      return {
        at: 'question',
        stepId: now.step.id,
        text: textIn(flow, now.step.text, language),
        required: now.step.required,
        asks: questionForVisitor(flow, now.step, now.offered, language),
      }
    case 'form':
      return {
        at: 'form',
        stepId: now.step.id,
        text: endText(flow, now.step, language),
        fields: now.step.to.kind === 'form' ? now.step.to.fields : [],
      }
    case 'booking':
      return {
        at: 'booking',
        text: endText(flow, now.step, language),
        reasonId: now.step.to.kind === 'booking' ? now.step.to.reasonId : null,
        known: { ...(name && { name }), ...(email && { email }), ...(phone && { phone }) },
      }
    case 'nobody':
      return { at: 'nobody' }
    default:
      return { at: now.at, text: endText(flow, now.step, language) }
  }
}

/** After a conversation has begun: what was said at the end. */
const endOf = (flow: Flow, { step }: Standing, language: string): StandingForVisitor => ({
  at: 'agent',
  text: step.kind === 'end' && step.to.kind === 'agent' ? endText(flow, step, language) : '',
})

const endText = (flow: Flow, { to }: EndStep, language: string) => textIn(flow, to.text, language)

function questionForVisitor(
  flow: Flow,
  step: Question,
  offered: readonly string[],
  language: string,
): QuestionForVisitor {
  const { id: _, name: _n, text: _t, required: _r, keepAs: _k, next: _x, ...rules } = step
  if (rules.kind !== 'choice' && rules.kind !== 'choices') return rules
  const options = rules.options.map(({ id, text }) => ({ id, text: textIn(flow, text, language) }))
  if (rules.kind === 'choices') return { ...rules, options }
  return { kind: 'choice', options: options.filter(({ id }) => offered.includes(id)) }
}

/** An answer as people read it. Empty: left out. */
export function inWords(flow: Flow, { stepId, ...passed }: KeptPassed, language: string): string {
  if (passed.kind === 'message' || isLeftOut(passed.answer)) return ''
  const { answer, fileNames } = passed
  const step = stepOf(flow, stepId)
  if (step?.kind === 'file') return (fileNames ?? []).join(', ')
  if (step?.kind === 'choice' || step?.kind === 'choices') {
    const chosen = step.options.filter(({ id }) => answer === id || (Array.isArray(answer) && answer.includes(id)))
    return chosen.map(({ text }) => textIn(flow, text, language)).join(', ')
  }
  if (step?.kind === 'number' && typeof answer === 'number')
    return answer.toLocaleString(language, { maximumFractionDigits: step.decimals })
  if (step?.kind === 'date') return dateInWords(String(answer), language)
  return formInWords(answer)
}

const formInWords = (answer: Answer): string =>
  typeof answer === 'object' && answer !== null && !Array.isArray(answer)
    ? formKeys.flatMap((key) => answer[key] || []).join('\n')
    : String(answer)

const dateInWords = (day: string, language: string) =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' })

/** The answers of a run, for whoever reads its conversation. Those left out are not among them. */
export const answersForAgent = ({ flow, progress }: Run, language: string): AnswersForAgent['answers'] =>
  progress.passed.flatMap((passed) => {
    const step = stepOf(flow, passed.stepId)
    const answer = inWords(flow, passed, language)
    if (passed.kind === 'message' || !step || !isQuestion(step) || answer === '') return []
    return [{ stepId: step.id, question: textIn(flow, step.text, language), answer }]
  })
